// A door with a doorkeeper: what is asked before anything else is answered alone, and the rest of the questions wait for it. A window that
// opens asks a dozen things at once; the rows would otherwise be one of them.
import type { Transport } from './transport.ts'

/** However long the first answer takes, the others go out after this. */
const atMostMs = 500

export type Doorkeeper = {
  readonly transport: Transport
  /** From now on calls wait until `first` is settled and what it brought has been painted. */
  holdFor(first: Promise<unknown>): void
}

export function openDoorkeeper(transport: Transport): Doorkeeper {
  let held: Promise<void> | null = null
  return {
    transport: {
      ...transport,
      async call(name, input, signal) {
        if (held !== null) {
          await held
          signal?.throwIfAborted()
        }
        return transport.call(name, input, signal)
      },
    },
    holdFor(first) {
      const enough = new Promise<void>((resolve) => setTimeout(resolve, atMostMs))
      const holding = Promise.race([first.then(painted, () => undefined), enough]).then(() => {
        if (held === holding) held = null
      })
      held = holding
    },
  }
}

/** After the next frame but one: the answer is rows by then, and the rows are on the screen. */
function painted(): Promise<void> {
  return new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(resolve))))
}

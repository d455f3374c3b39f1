// Hands a body on as it comes, part by part, for what is too large to be held: nothing is unpacked, and the sender waits for whoever writes.
import { Failure } from '../../shared/failure.ts'
import { type Body, tooLarge } from './decode-body.ts'
import { Fault } from './faults.ts'
import type { BodyTaker } from './network.ts'

type Given = {
  readonly encoding: string
  readonly host: string
  readonly maxBytes: number
  readonly onDrain: () => void
  readonly into: BodyTaker
  /** Where it begins: behind what is held of it, else 0. */
  readonly from: number
  readonly validator: string | null
  /** The Content-Length header. */
  readonly told: string | null
  /** Slow writing is not a slow sender: told when a part was written. */
  readonly onPart: (bytes: number) => void
}

/** Rejects with a Fault (page.too-large, page.garbled for a packed or a short body), or with what `into` throws. */
export function passBody({ encoding, host, maxBytes, onDrain, into, from, validator, told, onPart }: Given): Body {
  const { promise: whole, resolve, reject } = Promise.withResolvers<Uint8Array>()
  // Several may wait for the answer; one that nobody waits for is no fault of the program.
  whole.catch(() => undefined)
  const size = told !== null && /^\d{1,15}$/.test(told) ? Number(told) : null
  let over = !/^(?:identity|none|binary)?$/i.test(encoding.trim())
  if (over) reject(new Fault(new Failure('page.garbled', { host, reason: 'encoding', encoding: encoding.slice(0, 40) }), 'never'))
  let seen = 0
  let waiting = 1
  const after = (work: Promise<void>, bytes: number): Promise<void> =>
    work.then(
      () => {
        waiting -= 1
        if (bytes > 0) onPart(0)
        if (!over && waiting === 0) onDrain()
      },
      (error: unknown) => {
        over = true
        reject(error)
      },
    )
  let last = over
    ? Promise.resolve()
    : after(
        Promise.resolve().then(() => into.begin({ bytes: size === null ? null : from + size, from, validator })),
        0,
      )
  return {
    write(part) {
      // Going on after a pause begins with an empty part, which must not make another pause.
      if (over || part.length === 0) return true
      seen += part.length
      if (from + seen > maxBytes) {
        over = true
        reject(tooLarge(host, maxBytes))
        return true
      }
      waiting += 1
      // The sender's memory is used again.
      const kept = Uint8Array.from(part)
      last = after(
        last.then(() => (over ? undefined : into.write(kept))),
        kept.length,
      )
      return false
    },
    end() {
      void last.then(() => {
        if (size !== null && seen !== size) reject(new Fault(new Failure('page.garbled', { host, reason: 'cut-off' }), 'never'))
        else resolve(new Uint8Array())
      })
    },
    cut(fault) {
      over = true
      void last.then(() => reject(fault))
    },
    drop() {
      over = true
    },
    whole,
  }
}

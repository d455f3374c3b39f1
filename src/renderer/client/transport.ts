// What a door offers the window: ask a call, hear events, and learn when the door was gone and is back.
import type { Answer, PublishedEvent } from '../../shared/contract.ts'

/** open: all is well. gone: the process behind the door does not answer. locked: it does not know this window (no token). */
export type DoorState = 'open' | 'gone' | 'locked'

export type Transport = {
  call(name: string, input: unknown, signal?: AbortSignal): Promise<Answer>
  listen(hear: (event: PublishedEvent) => void): () => void
  /** Called at every change, and with "open" again after a gap in the events: whoever listens asks again then. */
  watch(changed: (state: DoorState) => void): () => void
}

/** Nobody answered. Not a Failure of the library: nothing of it was touched. */
export class DoorClosed extends Error {
  readonly state: DoorState
  constructor(state: DoorState, options?: { cause?: unknown }) {
    super(state, options)
    this.name = 'DoorClosed'
    this.state = state
  }
}

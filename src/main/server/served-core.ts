// What the loopback server needs of the core: the same four things every door uses, in one shape.
import type { Answer, PublishedEvent } from '../../shared/contract.ts'
import type { Respond } from '../documents/respond.ts'

export type ServedCore = {
  /** Never throws for what goes wrong in a call: that is an answer with `ok: false`. */
  call(name: string, input: unknown): Promise<Answer>
  /** Calls back for every published event until the returned function is called. */
  listen(callback: (event: PublishedEvent) => void): () => void
  readonly respond: Respond
}

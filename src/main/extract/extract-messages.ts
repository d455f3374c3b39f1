// What the pool and its children say to each other: one task at a time, one answer a task.
import type { FailureValue } from '../../shared/failure.ts'

export type ExtractTask =
  | { readonly task: 'page'; readonly html: string; readonly url: string }
  | { readonly task: 'svg'; readonly svg: string }
  | { readonly task: 'pdf'; readonly bytes: Uint8Array }

export type ToChild = { readonly id: number } & ExtractTask

export type FromChild = {
  readonly id: number
  /** Bytes of memory the child holds after the task. */
  readonly rss: number
} & ({ readonly value: unknown } | { readonly failure: FailureValue } | { readonly broken: string })

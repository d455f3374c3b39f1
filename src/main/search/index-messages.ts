// What open-index.ts and index-worker.ts say to each other.
import type { FailureValue } from '../../shared/failure.ts'
import type { LogLevel } from '../platform/log.ts'
import type { IndexDoc, IndexQuery } from './search-index.ts'

/** What somebody waits for; everything else is done when nothing is asked. */
export type Question =
  | { readonly call: 'find'; readonly query: IndexQuery }
  | { readonly call: 'match'; readonly query: IndexQuery }
  | { readonly call: 'snippets'; readonly words: string; readonly ordinals: readonly number[] }

export type IndexTask =
  | { readonly call: 'needsFill' }
  | { readonly call: 'markFilled' }
  | { readonly call: 'put'; readonly docs: readonly IndexDoc[] }
  | { readonly call: 'newestSeq' }
  | { readonly call: 'startOver'; readonly newest: number }
  | { readonly call: 'remove'; readonly lines: readonly { readonly itemId: string; readonly seq: number }[] }
  | Question
  | { readonly call: 'close' }

export type ToWorker = { readonly id: number; readonly task: IndexTask }
export type FromWorker =
  | { readonly id: number; readonly ok: true; readonly value: unknown }
  | { readonly id: number; readonly ok: false; readonly failure: FailureValue | null; readonly message: string; readonly stack: string }
  | { readonly log: { readonly level: LogLevel; readonly what: string; readonly facts: Readonly<Record<string, unknown>> } }

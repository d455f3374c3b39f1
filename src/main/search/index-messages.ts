// What open-index.ts and index-worker.ts say to each other.
import type { FailureValue } from '../../shared/failure.ts'
import type { LogLevel } from '../platform/log.ts'
import type { FindQuery } from './index-store.ts'
import type { IndexDoc } from './search-index.ts'

export type IndexTask =
  | { readonly call: 'needsFill' }
  | { readonly call: 'markFilled' }
  | { readonly call: 'put'; readonly docs: readonly IndexDoc[] }
  | { readonly call: 'remove'; readonly itemIds: readonly string[] }
  | { readonly call: 'find'; readonly query: FindQuery }
  | { readonly call: 'close' }

export type ToWorker = { readonly id: number; readonly task: IndexTask }
export type FromWorker =
  | { readonly id: number; readonly ok: true; readonly value: unknown }
  | { readonly id: number; readonly ok: false; readonly failure: FailureValue | null; readonly message: string; readonly stack: string }
  | { readonly log: { readonly level: LogLevel; readonly what: string; readonly facts: Readonly<Record<string, unknown>> } }

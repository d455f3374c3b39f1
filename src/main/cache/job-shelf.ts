// The shelf of background work as the rest of the house sees it; part of the front door, cache.ts.
import type { FailureValue } from '../../shared/failure.ts'
import type { ItemId } from '../../shared/item.ts'
import type { JobId, JobKind, JobProgress } from '../../shared/job.ts'

export type Job = {
  readonly id: JobId
  readonly itemId: ItemId
  readonly kind: JobKind
  /** What it is to fetch, where the item does not say it; else null. */
  readonly wanted: string | null
  /** How often it was begun before: 0 the first time. */
  readonly attempts: number
}

export type JobStep = { readonly id: JobId; readonly stage: JobProgress['stage']; readonly done: number; readonly total: number }

export type JobShelf = {
  /**
   * A job of the same item and kind that is queued or running is not doubled but answered; a queued one comes forward, a running
   * one given a `notBefore` is queued again when it finishes. One whose process is dead or whose lease ran out is taken over, by a
   * command too. Throws item.unknown.
   */
  add(
    jobs: readonly { readonly itemId: ItemId; readonly kind: JobKind; readonly notBefore?: number; readonly wanted?: string }[],
    options: { readonly lease: boolean },
  ): readonly Job[]
  /** Takes up to `limit` jobs whose time has come and leases them to this process. */
  claim(limit: number): readonly Job[]
  /** The jobs this process was given at birth (options.lease). */
  mine(): readonly Job[]
  /** Renews this process's leases; called every few seconds by the queue. */
  heartbeat(): void
  /** How far jobs of this process are, in one transaction; what ended meanwhile is passed over. */
  progress(steps: readonly JobStep[]): void
  finish(id: JobId): void
  /** With `retryAt` the job is queued again for then; null: it has failed. */
  fail(id: JobId, failure: FailureValue, retryAt: number | null): void
  /** Queued and running jobs are cancelled from now on; the process of a running one sees `isCancelled`. Answers those it ended. */
  cancel(ids: readonly JobId[]): readonly Job[]
  /** What these failed to have has come another way: they are told of no more. */
  settleFailed(itemId: ItemId, kinds: readonly JobKind[]): void
  /** True when the job is not this process's to run any more: cancelled, deleted with its item, or taken over. */
  isCancelled(id: JobId): boolean
  /** Gives running jobs back to the queue (this process is closing). */
  release(): void
  /** Takes over jobs whose lease has run out or whose process is dead. Only a long-lived door calls it. */
  recover(): number
  /** Running ones, then queued ones in their turn, the first 1,000; then what failed in the last day and was not tried again, the first 200. */
  list(): readonly JobProgress[]
  /** The item's job that is at work; else the last one if it failed; else what waits for its time, or the last that ended. */
  ofItem(id: ItemId): JobProgress | null
  /** When the next queued job may start, ms since 1970; null when none is queued. */
  nextAt(): number | null
}

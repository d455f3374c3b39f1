// Background work in words, and how far a batch of it has come. Pure.
import { wordsFor } from '../../shared/failure-words.ts'
import type { JobProgress } from '../../shared/job.ts'

export function isActive(job: JobProgress): boolean {
  return job.state === 'queued' || job.state === 'running'
}

/** Queued, but not before some moment to come: nothing happens to it now. */
export function isForLater(job: JobProgress, now: number): boolean {
  return job.state === 'queued' && job.notBefore !== null && job.notBefore > now + 1_000
}

/** Why a job that waits for another try failed the last time; null when it never did. */
export function lastFailureWords(job: JobProgress, now: number): string | null {
  return isForLater(job, now) && job.failure !== null ? wordsFor(job.failure).says : null
}

/** What a job is doing now: "3 of 5 pictures", "Waiting its turn", "Next try at 15:04". Times are ms since 1970. */
export function jobWords(job: JobProgress, now: number): string {
  if (job.state === 'failed') return job.failure === null ? 'Failed' : wordsFor(job.failure).says
  if (job.state === 'cancelled') return 'Cancelled'
  if (job.state === 'done') return 'Saved'
  if (job.state === 'queued') {
    if (isForLater(job, now) && job.notBefore !== null) {
      const at = new Date(job.notBefore).toLocaleTimeString('en-GB', { hour: '2-digit', minute: '2-digit' })
      return job.kind === 'talk-details' ? `Next try for its details at ${at}` : `Next try at ${at}`
    }
    return 'Waiting its turn'
  }
  switch (job.stage) {
    case 'waiting':
      return 'Starting'
    case 'fetching':
      if (job.kind !== 'recording') return 'Fetching the page'
      return job.total > 0 ? `${Math.floor((100 * job.done) / job.total)} % of the recording` : 'Fetching the recording'
    case 'extracting':
      return 'Cleaning the page'
    case 'assets':
      return job.total === 0 ? 'Fetching pictures' : `${job.done} of ${job.total} ${job.total === 1 ? 'picture' : 'pictures'}`
    case 'talk':
      return 'Asking for the talk’s details'
    case 'storing':
      return 'Storing'
    case 'indexing':
      return 'Making it searchable'
  }
}

const stages: Readonly<Record<JobProgress['stage'], number>> = {
  waiting: 0,
  fetching: 10,
  talk: 40,
  extracting: 35,
  assets: 45,
  storing: 90,
  indexing: 95,
}

/** 0 to 100: a job's thread. Pictures fill the middle, because they are what takes long. */
export function jobPercent(job: JobProgress): number {
  if (job.state === 'done') return 100
  if (job.state === 'queued') return 0
  if (job.kind === 'recording' && job.stage === 'fetching') return job.total === 0 ? 5 : Math.round((95 * job.done) / job.total)
  const share = job.stage === 'assets' && job.total > 0 ? (45 * job.done) / job.total : 0
  return Math.min(100, Math.round(stages[job.stage] + share))
}

/** The jobs since the queue was last empty: how many they are, and how many of them are over. */
export type Batch = { readonly ids: ReadonlySet<string>; readonly over: number }
export const noBatch: Batch = { ids: new Set(), over: 0 }

export function batchOf(before: Batch, jobs: readonly JobProgress[]): Batch {
  const active = jobs.filter(isActive)
  if (active.length === 0) return noBatch
  const ids = new Set([...before.ids, ...active.map((job) => job.id)])
  const over = ids.size - active.length
  return ids.size === before.ids.size && over === before.over ? before : { ids, over }
}

// A row of the jobs table as the Job a queue runs and the JobProgress a screen shows.
import type { ItemId } from '../../shared/item.ts'
import type { JobId, JobKind, JobProgress } from '../../shared/job.ts'
import type { Row } from '../platform/sqlite.ts'
import type { Job } from './cache.ts'
import { jsonOrNull, numberOf, textOf, textOrNull } from './columns.ts'
import type { Library } from './library.ts'

/** What jobOf needs. */
export const jobColumns = 'jobs.id, jobs.item_id, jobs.kind, jobs.wanted, jobs.begun'
const progressColumns = `${jobColumns}, jobs.state, stage, done, total, not_before, jobs.failure, items.title`
export const progressSql = `SELECT ${progressColumns} FROM jobs JOIN items ON items.id = jobs.item_id`

/** `attempts` counts the earlier ones: 0 the first time. */
export function jobOf(row: Row): Job {
  return {
    id: textOf(row, 'id') as JobId,
    itemId: textOf(row, 'item_id') as ItemId,
    kind: textOf(row, 'kind') as JobKind,
    wanted: textOrNull(row, 'wanted'),
    attempts: Math.max(0, numberOf(row, 'begun') - 1),
  }
}

/** `attempts` counts every one begun. */
export function progressOf(row: Row): JobProgress {
  const state = textOf(row, 'state') as JobProgress['state']
  const notBefore = numberOf(row, 'not_before')
  return {
    id: textOf(row, 'id') as JobId,
    itemId: textOf(row, 'item_id') as ItemId,
    kind: textOf(row, 'kind') as JobKind,
    state,
    stage: textOf(row, 'stage') as JobProgress['stage'],
    done: numberOf(row, 'done'),
    total: numberOf(row, 'total'),
    notBefore: state === 'queued' && notBefore > 0 ? notBefore : null,
    attempts: numberOf(row, 'begun'),
    title: textOf(row, 'title'),
    failure: jsonOrNull(row, 'failure'),
  }
}

/**
 * Of the jobs of one item, the newest first, the one to tell of: what is at work or due; else how the last one ended, for what waits until later
 * must not hide what became of a thing asked for since; else what waits.
 */
export function mostTelling(jobs: readonly JobProgress[], now: number): JobProgress | null {
  const atWork = (state: JobProgress['state']) =>
    jobs.find((job) => job.state === state && (job.notBefore === null || job.notBefore <= now)) ?? null
  const [newest] = jobs
  const waiting = newest?.state === 'failed' ? null : jobs.find(({ state }) => state === 'queued')
  return atWork('running') ?? atWork('queued') ?? waiting ?? newest ?? null
}

/** In the order asked for; a job that is not there is left out. */
export function jobsById(library: Library, ids: readonly JobId[]): readonly JobProgress[] {
  const rows = library.database.all(`${progressSql} WHERE jobs.id IN (SELECT value FROM json_each(?))`, JSON.stringify(ids))
  const known = new Map(rows.map((row) => [textOf(row, 'id'), row]))
  return ids.flatMap((id) => {
    const row = known.get(id)
    return row ? [progressOf(row)] : []
  })
}

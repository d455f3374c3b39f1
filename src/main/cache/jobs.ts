// Background work on the shelf: what is to be done, whose it is, how it ended. What a dead process left is job-leases.ts.
import { Failure } from '../../shared/failure.ts'
import type { ItemId } from '../../shared/item.ts'
import type { JobId, JobKind } from '../../shared/job.ts'
import type { Job, JobShelf } from './cache.ts'
import { noteChange } from './changes.ts'
import { numberOf, textOf } from './columns.ts'
import { leaseMs, openJobLeases } from './job-leases.ts'
import { jobColumns, jobOf, mostTelling, progressOf, progressSql } from './job-row.ts'
import type { Library } from './library.ts'

/** More than a screen can show; the rest of a long queue waits its turn unseen. */
const mostListed = 1_000
const mostFailedListed = 200
/** No job is put off for longer: one that seems to be was given its time before the clock was put back. */
export const longestWaitMs = 2 * 86_400_000

export function openJobs(library: Library): JobShelf {
  const { database, clock, ids, owner } = library
  const { requeueIfLeft, ...leases } = openJobLeases(library)

  function activeJob(itemId: ItemId, kind: JobKind) {
    return database.get(`SELECT id, state FROM jobs WHERE item_id = ? AND kind = ? AND state IN ('queued', 'running')`, itemId, kind)
  }

  function addOne(itemId: ItemId, kind: JobKind, notBefore: number, wanted: string | null, lease: boolean): Job {
    if (!database.get('SELECT 1 FROM items WHERE id = ?', itemId)) throw new Failure('item.unknown', { id: itemId })
    // Whoever asks for what a dead process had begun must not wait for it, nor for somebody who keeps house.
    const found = activeJob(itemId, kind)
    if (found && textOf(found, 'state') === 'running') requeueIfLeft(textOf(found, 'id') as JobId)
    const active = activeJob(itemId, kind)
    const id = active ? (textOf(active, 'id') as JobId) : (ids.random() as JobId)
    if (!active) {
      database.run('DELETE FROM jobs WHERE item_id = ? AND kind = ?', itemId, kind)
      database.run(
        `INSERT INTO jobs (id, item_id, kind, state, not_before, wanted, created_at) VALUES (?, ?, ?, 'queued', ?, ?, ?)`,
        id,
        itemId,
        kind,
        notBefore,
        wanted,
        clock.now(),
      )
    } else if (textOf(active, 'state') === 'queued') {
      database.run('UPDATE jobs SET not_before = min(not_before, ?), wanted = coalesce(?, wanted) WHERE id = ?', notBefore, wanted, id)
    } else if (notBefore > 0) {
      // Asked for by the very job that runs now: it will be queued again when it ends.
      database.run('UPDATE jobs SET again_at = ? WHERE id = ?', notBefore, id)
    }
    if (lease && notBefore === 0) takeLease(id, true)
    noteChange(library, 'job', id)
    return jobWith(id)
  }

  /** A queued job becomes this process's; one that runs already stays whose it is. */
  function takeLease(id: JobId, born: boolean): void {
    database.run(
      `UPDATE jobs SET state = 'running', begun = begun + 1, born_leased = ?, owner = ?, owner_pid = ?, owner_host = ?, lease_until = ?,
         stage = 'waiting', done = 0, total = 0, failure = NULL WHERE id = ? AND state = 'queued'`,
      born ? 1 : 0,
      owner.id,
      owner.pid,
      owner.host,
      clock.now() + leaseMs,
      id,
    )
    noteChange(library, 'job', id)
  }

  function jobWith(id: JobId): Job {
    const row = database.get(`SELECT ${jobColumns} FROM jobs WHERE id = ?`, id)
    if (!row) throw new Failure('job.unknown', { id })
    return jobOf(row)
  }

  function claim(limit: number): readonly Job[] {
    const due = () =>
      database
        .all(
          `SELECT jobs.id FROM jobs JOIN items ON items.id = jobs.item_id
            WHERE jobs.state = 'queued' AND (not_before <= ?1 OR not_before > ?1 + ${longestWaitMs}) AND items.place <> 'trash'
            ORDER BY not_before, jobs.ordinal LIMIT ?2`,
          clock.now(),
          limit,
        )
        .map((row) => textOf(row, 'id') as JobId)
    // Looked at first without the lock: most looks find nothing.
    if (due().length === 0) return []
    // Here and below nothing waits for the disk: a power cut makes a job begin again, which costs a page fetched twice.
    return database.passingTransaction(() =>
      due().map((id) => {
        takeLease(id, false)
        return jobWith(id)
      }),
    )
  }

  /** Changes a job that runs here; one that was cancelled, taken over or deleted meanwhile is left alone. */
  function changeMine(id: JobId, set: string, ...values: readonly (string | number | null)[]): void {
    database.passingTransaction(() => {
      const changed = database.run(`UPDATE jobs SET ${set} WHERE id = ? AND state = 'running' AND owner = ?`, ...values, id, owner.id)
      if (changed > 0) noteChange(library, 'job', id)
    })
  }

  return {
    ...leases,
    add: (jobs, { lease }) =>
      database.transaction(() =>
        jobs.map(({ itemId, kind, notBefore = 0, wanted = null }) => addOne(itemId, kind, notBefore, wanted, lease)),
      ),
    claim,
    mine: () =>
      database
        .all(`SELECT ${jobColumns} FROM jobs WHERE state = 'running' AND owner = ? AND born_leased = 1 ORDER BY ordinal`, owner.id)
        .map(jobOf),
    progress: (steps) =>
      database.passingTransaction(() => {
        for (const { id, stage, done, total } of steps) changeMine(id, 'stage = ?, done = ?, total = ?', stage, done, total)
      }),
    finish: (id) =>
      changeMine(
        id,
        `state = iif(again_at IS NULL, 'done', 'queued'), ended_at = iif(again_at IS NULL, ?, NULL), not_before = coalesce(again_at, 0),
         again_at = NULL, stage = 'waiting', born_leased = 0, owner = NULL, lease_until = NULL`,
        clock.now(),
      ),
    fail: (id, failure, retryAt) =>
      changeMine(
        id,
        `state = ?, ended_at = ?, not_before = ?, failure = ?, again_at = NULL, stage = 'waiting', born_leased = 0, owner = NULL, lease_until = NULL`,
        retryAt === null ? 'failed' : 'queued',
        retryAt === null ? clock.now() : null,
        retryAt ?? 0,
        JSON.stringify(failure),
      ),
    settleFailed: (itemId, kinds) =>
      database.transaction(() => {
        const failed = database.all(
          `SELECT id FROM jobs WHERE item_id = ? AND state = 'failed' AND kind IN (SELECT value FROM json_each(?))`,
          ...[itemId, JSON.stringify(kinds)],
        )
        for (const row of failed) {
          database.run(`UPDATE jobs SET state = 'done' WHERE id = ?`, textOf(row, 'id'))
          noteChange(library, 'job', textOf(row, 'id'))
        }
      }),
    cancel: (wanted) =>
      database.transaction(() =>
        wanted.flatMap((id) => {
          const ended = database.run(
            `UPDATE jobs SET state = 'cancelled', ended_at = ?, again_at = NULL WHERE id = ? AND state IN ('queued', 'running')`,
            clock.now(),
            id,
          )
          if (ended === 0) return []
          noteChange(library, 'job', id)
          return [jobWith(id)]
        }),
      ),
    isCancelled: (id) => database.get(`SELECT 1 FROM jobs WHERE id = ? AND state = 'running' AND owner = ?`, id, owner.id) === undefined,
    list: () => {
      const inTurn = (state: string, most: number) =>
        database.all(`${progressSql} WHERE jobs.state = ? ORDER BY not_before, jobs.ordinal LIMIT ?`, state, most).map(progressOf)
      const running = inTurn('running', mostListed)
      const queued = inTurn('queued', mostListed - running.length)
      // Until something newer is done for the item; a day later the row alone tells it (sweep.ts drops ended jobs then).
      const failed = database.all(
        `${progressSql} WHERE jobs.state = 'failed' AND items.place <> 'trash' AND NOT EXISTS (
            SELECT 1 FROM jobs AS newer WHERE newer.item_id = jobs.item_id AND newer.ordinal > jobs.ordinal)
          ORDER BY jobs.ended_at DESC LIMIT ?`,
        mostFailedListed,
      )
      return [...running, ...queued, ...failed.map(progressOf)]
    },
    ofItem: (id) =>
      mostTelling(database.all(`${progressSql} WHERE jobs.item_id = ? ORDER BY jobs.ordinal DESC`, id).map(progressOf), clock.now()),
    nextAt() {
      const row = database.get(
        `SELECT not_before, jobs.created_at FROM jobs JOIN items ON items.id = jobs.item_id
          WHERE jobs.state = 'queued' AND items.place <> 'trash' ORDER BY not_before LIMIT 1`,
      )
      return row ? Math.max(numberOf(row, 'not_before'), numberOf(row, 'created_at')) : null
    },
  }
}

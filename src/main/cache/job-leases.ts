// Leases: a running job belongs to a live process. It renews its leases; a lease that ran out, or whose process is dead, is taken over.
import type { JobId } from '../../shared/job.ts'
import type { Row } from '../platform/sqlite.ts'
import type { JobShelf } from './cache.ts'
import { noteChange } from './changes.ts'
import { numberOf, textOf, textOrNull } from './columns.ts'
import type { Library } from './library.ts'

/** Six heartbeats of the queue: a process that is merely busy keeps its jobs. */
export const leaseMs = 30_000

export type JobLeases = Pick<JobShelf, 'heartbeat' | 'release' | 'recover'> & {
  /** Puts this one job back into the queue if its process is dead or its lease ran out; in any role, inside the caller's transaction. */
  requeueIfLeft(id: JobId): void
}

export function openJobLeases(library: Library): JobLeases {
  const { database, clock, owner } = library

  /** Back to the queue, as if it had not begun when `unbegun`. */
  function requeue(id: string, holder: string, unbegun: boolean): boolean {
    const changed = database.run(
      `UPDATE jobs SET state = 'queued', stage = 'waiting', done = 0, total = 0, not_before = 0, born_leased = 0, owner = NULL,
         lease_until = NULL, begun = max(0, begun - ?) WHERE id = ? AND state = 'running' AND owner = ?`,
      unbegun ? 1 : 0,
      id,
      holder,
    )
    if (changed > 0) noteChange(library, 'job', id)
    return changed > 0
  }

  const columns = 'id, owner, owner_pid, owner_host, lease_until'
  const running = () => database.all(`SELECT ${columns} FROM jobs WHERE state = 'running'`)

  function isLeft(row: Row): boolean {
    if (textOf(row, 'owner') === owner.id) return false
    const leftMs = numberOf(row, 'lease_until') - clock.now()
    // A lease far in the future was given before the clock was moved back.
    if (leftMs < 0 || leftMs > 2 * leaseMs) return true
    return textOf(row, 'owner_host') === owner.host && !isAlive(numberOf(row, 'owner_pid'))
  }

  return {
    heartbeat() {
      const mine = running().filter((row) => textOrNull(row, 'owner') === owner.id)
      if (mine.length === 0) return
      database.passingTransaction(() =>
        database.run(`UPDATE jobs SET lease_until = ? WHERE state = 'running' AND owner = ?`, clock.now() + leaseMs, owner.id),
      )
    },
    release() {
      const mine = running().filter((row) => textOrNull(row, 'owner') === owner.id)
      if (mine.length === 0) return
      database.transaction(() => {
        for (const row of mine) requeue(textOf(row, 'id'), owner.id, true)
      })
    },
    recover() {
      if (library.role !== 'long-lived') return 0
      const left = running().filter(isLeft)
      if (left.length === 0) return 0
      return database.transaction(() => left.filter((row) => requeue(textOf(row, 'id'), textOf(row, 'owner'), false)).length)
    },
    requeueIfLeft(id) {
      const row = database.get(`SELECT ${columns} FROM jobs WHERE id = ? AND state = 'running'`, id)
      if (row && isLeft(row)) requeue(id, textOf(row, 'owner'), false)
    },
  }
}

/** Signal 0 asks without sending; a process of another user (EPERM) is alive. */
function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return !(error instanceof Error && 'code' in error && error.code === 'ESRCH')
  }
}

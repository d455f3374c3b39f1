// Backups from a long-lived door: one a day, written by a process of its own, so that nobody waits for it. What goes wrong is kept to be
// said in the diagnostics; nothing else suffers from it. Which backups stay is cache/backups.ts.
import type { ChildProcess } from 'node:child_process'
import { Failure, type FailureValue } from '../../../shared/failure.ts'
import type { BackupTold } from '../../cache/backup-process.ts'
import type { Backup } from '../../cache/backups.ts'
import type { Cache } from '../../cache/cache.ts'
import type { Clock } from '../../platform/clock.ts'
import { entryFile } from '../../platform/entry-file.ts'
import { forkProgram } from '../../platform/fork-program.ts'
import type { Ids } from '../../platform/ids.ts'
import type { Log } from '../../platform/log.ts'

export type KeptBackups = {
  /** Newest first. */
  list(): readonly Backup[]
  /** Why the last try of this process came to nothing; null when it did not. */
  lastFailure(): FailureValue | null
  /** Makes one now; a second call waits for the one under way. Throws cache.busy, cache.full, cache.damaged, cache.read-only; backup.unfinished. */
  make(): Promise<Backup>
  /** Makes one when the last is a day old. Never throws; true when one was made. */
  makeIfDue(): Promise<boolean>
  close(): void
}

export function openBackups({
  cache,
  clock,
  ids,
  log,
}: {
  readonly cache: Cache
  readonly clock: Clock
  readonly ids: Ids
  readonly log: Log
}): KeptBackups {
  let running: ChildProcess | null = null
  let underWay: Promise<Backup> | null = null
  let lastFailure: FailureValue | null = null

  async function write(): Promise<Backup> {
    const freeBytes = await cache.storage.freeBytes()
    const told = await new Promise<BackupTold>((resolve, reject) => {
      const words = [cache.folder, String(clock.now()), ids.random(), freeBytes === null ? '' : String(freeBytes)]
      const child = forkProgram(entryFile('backup-process', 'cache'), words, [])
      running = child
      child.once('message', (message: BackupTold) => resolve(message))
      child.once('error', reject)
      child.once('exit', () => reject(new Failure('backup.unfinished')))
    })
    if (!told.ok) throw told.failure ? new Failure(told.failure.code, told.failure.facts) : new Error(told.message)
    log.write('info', 'a backup was made', { bytes: told.bytes, dropped: told.dropped })
    const made = cache.backups.list().find(({ dated }) => dated)
    if (!made) throw new Failure('cache.damaged', { folder: cache.folder, reason: 'the backup just made is gone' })
    return made
  }

  async function make(): Promise<Backup> {
    underWay ??= write().finally(() => {
      underWay = null
      running = null
    })
    try {
      const made = await underWay
      lastFailure = null
      return made
    } catch (error) {
      lastFailure = error instanceof Failure ? error.toValue() : { code: 'internal', facts: {} }
      throw error
    }
  }

  return {
    list: () => cache.backups.list(),
    lastFailure: () => lastFailure,
    make,
    async makeIfDue() {
      if (!cache.backups.isDue()) return false
      try {
        await make()
        return true
      } catch (error) {
        // Another process makes one at this moment: that is as good as ours.
        if (error instanceof Failure && error.code === 'cache.busy') lastFailure = null
        log.write('warn', 'no backup was made; it is tried again', { error })
        return false
      }
    },
    close() {
      running?.kill('SIGKILL')
    },
  }
}

// What only a long-lived door does: take over dead processes' jobs, back the library up, sweep blobs nobody points to, empty the old trash.
import type { Cache } from '../../cache/cache.ts'
import type { Log } from '../../platform/log.ts'
import type { Queue } from '../queue/queue.ts'
import type { ChangesFeed } from './changes-feed.ts'
import type { KeptBackups } from './keep-backups.ts'

/** Late enough not to stand in the way of the first screen. */
const firstMs = 20_000
const everyMs = 6 * 3_600_000

/** Takes over left jobs at once, backs up and sweeps after a while and then four times a day. */
export function openKeeper(options: {
  readonly cache: Cache
  readonly queue: Queue
  readonly changes: ChangesFeed
  readonly backups: Pick<KeptBackups, 'makeIfDue'>
  readonly log: Log
}): { close(): void } {
  const { cache, queue, changes, backups, log } = options
  const first = setTimeout(() => void keep(), firstMs)
  const every = setInterval(() => void keep(), everyMs)
  first.unref()
  every.unref()
  if (cache.jobs.recover() > 0) queue.wake()

  async function keep(): Promise<void> {
    // Before anything is deleted for good.
    await backups.makeIfDue()
    try {
      cache.emptyOldTrash(cache.houseTime())
      const swept = await cache.blobs.sweep()
      log.write('info', 'swept', swept)
      changes.tell()
    } catch (error) {
      log.write('warn', 'keeping house failed; it is tried again', { error })
    }
  }

  return {
    close() {
      clearTimeout(first)
      clearInterval(every)
    },
  }
}

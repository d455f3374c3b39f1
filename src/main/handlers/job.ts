// Calls about background work.
import { retryItems } from '../jobs/queue/retry-items.ts'
import type { HandlersFor } from './handler.ts'
import type { Rooms } from './rooms.ts'

export function jobHandlers({ tools, queue, role }: Rooms): HandlersFor<'job'> {
  const { cache } = tools
  return {
    'job.list': () => ({ jobs: [...cache.jobs.list()], paused: cache.settings.get().paused }),
    'job.cancel': ({ ids }) => ({ done: queue.cancel(ids) }),
    'job.retry': ({ itemIds }) => {
      const jobs = retryItems(itemIds, cache, { lease: role === 'short' })
      queue.wake()
      return { jobs: [...jobs] }
    },
    'job.pause': ({ paused }) => {
      cache.settings.change({ paused })
      queue.wake()
      return { paused }
    },
  }
}

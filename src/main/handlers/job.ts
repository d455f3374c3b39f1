// Calls about background work.
import type { HandlersFor } from './handler.ts'
import type { Rooms } from './rooms.ts'

export function jobHandlers({ tools, queue, role }: Rooms): HandlersFor<'job'> {
  const { cache } = tools
  return {
    'job.list': () => ({ jobs: [...cache.jobs.list()], paused: cache.settings.get().paused }),
    'job.cancel': ({ ids }) => ({ done: queue.cancel(ids) }),
    'job.retry': ({ itemIds }) => {
      const jobs = cache.jobs.add(
        itemIds.map((itemId) => ({ itemId, kind: cache.items.get(itemId).item.shownCopy ? ('refresh' as const) : ('save' as const) })),
        { lease: role === 'short' },
      )
      queue.wake()
      return { jobs: jobs.map((job) => job.id) }
    },
    'job.pause': ({ paused }) => {
      cache.settings.change({ paused })
      queue.wake()
      return { paused }
    },
  }
}

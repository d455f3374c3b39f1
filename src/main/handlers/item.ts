// Calls about items. They decide nothing: rows are the cache's, journeys are the jobs'.
import { parseLibraryQuery } from '../../shared/library-query.ts'
import { saveFile } from '../jobs/given-pages/save-file.ts'
import { deleteForever, emptyTrash } from '../jobs/house/empty-trash.ts'
import { inPortions } from '../jobs/in-portions.ts'
import { fillItem } from '../jobs/lists/accept-list.ts'
import { detailsOf, openItem } from '../jobs/reading/open-item.ts'
import { readItem } from '../jobs/reading/read-item.ts'
import { findLinks } from '../jobs/saving/find-links.ts'
import { openKnownItems } from '../jobs/saving/known-items.ts'
import { previewLinks, saveLinks } from '../jobs/saving/save-links.ts'
import type { HandlersFor } from './handler.ts'
import type { Rooms } from './rooms.ts'

export function itemHandlers({ tools, queue, role }: Rooms): HandlersFor<'item'> {
  const { cache } = tools
  const knownItems = openKnownItems(cache)
  const lease = role === 'short'
  const enqueue = (ids: readonly Parameters<typeof cache.items.get>[0][], kind: 'refresh' | 'refresh-missing' | 'web-archive') => {
    const jobs = cache.jobs.add(
      ids.map((itemId) => ({ itemId, kind })),
      { lease },
    )
    queue.wake()
    return { jobs: jobs.map((job) => job.id) }
  }
  return {
    'item.preview': ({ text }) => ({ links: previewLinks(findLinks(text), cache) }),
    'item.save': async (input) => {
      const results = await saveLinks(input, cache, { lease })
      queue.wake()
      return { results }
    },
    'item.fill': (input) => {
      const filled = fillItem(input, cache, { lease })
      queue.wake()
      return filled
    },
    'item.saveFile': (input) => saveFile(input, { ...tools, queue }),
    'item.list': ({ query, ...list }) => {
      const filters = query === undefined ? [] : parseLibraryQuery(query).filters
      const { items, total } = cache.items.list({ ...list, filters })
      return { items: [...items], total }
    },
    'item.states': (query) => ({ states: cache.items.states(query) }),
    'item.counts': () => ({ ...cache.items.counts(), highlights: cache.highlights.count() }),
    'item.get': ({ id }) => detailsOf(id, cache),
    'item.open': ({ id, copy }) => openItem(id, copy ?? null, tools),
    'item.read': async ({ id, as }) => ({ content: await readItem(id, as, cache) }),
    'item.move': async ({ ids, place }) => ({ done: (await inPortions(ids, (some) => cache.items.move(some, place))).length }),
    'item.favourite': async ({ ids, favourite }) => ({
      done: (await inPortions(ids, (some) => cache.items.setFavourite(some, favourite))).length,
    }),
    'item.rename': ({ id, title }) => cache.items.rename(id, title),
    'item.deleteForever': async ({ ids }) => ({ done: await deleteForever(ids, cache) }),
    'item.emptyTrash': async () => ({ done: await emptyTrash(cache) }),
    'item.refresh': ({ ids, missing }) => enqueue(ids, missing ? 'refresh-missing' : 'refresh'),
    'item.fetchFromArchive': ({ id }) => enqueue([id], 'web-archive'),
    'item.showCopy': ({ id, copy }) => cache.copies.show(id, copy),
    'item.known': async ({ urls }) => ({ known: await knownItems(urls) }),
    'item.tag': ({ ids, add, remove }) => ({ done: cache.tags.change(ids, add, remove) }),
    'item.setReading': ({ id, position, progress, anchor }) => {
      cache.items.setReading(id, position, progress, anchor)
      return { done: 1 }
    },
  }
}

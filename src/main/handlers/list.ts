// Calls about reading lists. They decide nothing: order and rows are the cache's, journeys are the jobs'.
import type { ItemId } from '../../shared/item.ts'
import type { EntryFacts } from '../cache/list-shelf.ts'
import { acceptList } from '../jobs/lists/accept-list.ts'
import { incompleteOf, listOf, sharedList } from '../jobs/lists/list-facts.ts'
import { lookUp } from '../jobs/lists/look-up.ts'
import { heldAgainstLibrary } from '../jobs/lists/looked-up-series.ts'
import { previewList } from '../jobs/lists/preview-list.ts'
import type { HandlersFor } from './handler.ts'
import type { Rooms } from './rooms.ts'

/** The reader waits for it. */
const lookUpMs = 60_000

export function listHandlers({ tools, queue, role }: Rooms): HandlersFor<'list'> {
  const { cache } = tools
  const lists = cache.lists
  const lease = role === 'short'
  return {
    'list.preview': (input) => previewList(input, cache),
    'list.accept': (input) => {
      const accepted = acceptList(input, cache, { lease })
      for (const { key, ...look } of input.found) cache.series.noteLook(key, { ...look, failure: null })
      queue.wake()
      return accepted
    },
    'list.complete': async ({ items, address, indexes, chosen }) => {
      const { completions, series } = await lookUp(items, { address, indexes, chosen, signal: AbortSignal.timeout(lookUpMs), tools })
      return { completions: [...completions], series: series.map((one) => heldAgainstLibrary(one, cache)) }
    },
    'list.make': ({ title }) => lists.make(title),
    'list.list': () => ({ lists: [...lists.list()] }),
    'list.get': ({ id }) => listOf(id, cache),
    'list.rename': ({ id, title }) => lists.rename(id, title),
    'list.remove': ({ id }) => ({ done: lists.remove(id) ? 1 : 0 }),
    'list.restore': ({ id }) => lists.restore(id),
    'list.place': ({ id, items, before, headings }) => {
      lists.place(id, items, before, headings)
      return { done: items.length }
    },
    'list.add': ({ id, items, before, facts = [] }) => ({ items: [...lists.add(id, withFacts(items, facts), before)] }),
    'list.take': ({ id, items }) => ({ items: [...lists.take(id, items)] }),
    'list.merge': ({ from, into }) => ({ items: [...lists.merge(from, into)] }),
    'list.fetch': ({ id }) => {
      const { missing, whole } = incompleteOf(id, cache)
      const jobs = cache.jobs.add(
        [
          ...missing.map((itemId) => ({ itemId, kind: 'refresh-missing' as const })),
          ...whole.map((itemId) => ({ itemId, kind: 'save' as const })),
        ],
        { lease },
      )
      queue.wake()
      return { jobs: jobs.map((job) => job.id) }
    },
    'list.share': ({ id, as }) => ({ content: sharedList(id, as, cache) }),
    'list.ofItem': ({ id }) => ({ lists: [...lists.ofItem(id)], recommendations: [...lists.recommendationsOf(id)] }),
  }
}

function withFacts(items: readonly ItemId[], facts: readonly EntryFacts[]): { readonly id: ItemId; readonly facts?: EntryFacts }[] {
  return items.map((id, at) => {
    const known = facts[at]
    return known === undefined ? { id } : { id, facts: known }
  })
}

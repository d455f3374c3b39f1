// Search, as a call.
import { findItems } from '../jobs/finding/find-items.ts'
import { momentOfHit } from '../jobs/talks/moment-of-hit.ts'
import type { HandlersFor } from './handler.ts'
import type { Rooms } from './rooms.ts'

export function searchHandlers({ tools, indexFeed, role }: Rooms): HandlersFor<'search'> {
  return {
    'search.find': async (query) => {
      // A short command has nobody feeding behind it, and its answer must know what was just saved.
      if (role === 'short') await indexFeed.feed()
      const found = await findItems(query, tools)
      // A search is what notices a damaged index; what was thrown away is filled again behind the answer.
      if (role === 'long-lived' && (await tools.index.needsFill())) void indexFeed.feed()
      // The first screen; whoever goes further down sees where in the talk when it is opened.
      const seconds = await Promise.all(found.hits.slice(0, 20).map(({ item, snippet }) => momentOfHit(item, snippet, tools.cache)))
      return { ...found, hits: found.hits.map((hit, at) => ({ ...hit, seconds: seconds[at] ?? null })) }
    },
  }
}

// Search, as a call.
import { findItems } from '../jobs/find-items.ts'
import type { HandlersFor } from './handler.ts'
import type { Rooms } from './rooms.ts'

export function searchHandlers({ tools, indexFeed, role }: Rooms): HandlersFor<'search'> {
  return {
    'search.find': async (query) => {
      // A short command has nobody feeding behind it, and its answer must know what was just saved.
      if (role === 'short') await indexFeed.feed()
      return { hits: await findItems(query, tools) }
    },
  }
}

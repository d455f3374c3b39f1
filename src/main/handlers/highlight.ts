// Calls about highlights. A new one is held against its copy in jobs/reading/mark-passage.ts; everything else is the shelf's.
import { markPassage } from '../jobs/reading/mark-passage.ts'
import type { HandlersFor } from './handler.ts'
import type { Rooms } from './rooms.ts'

export function highlightHandlers({ tools }: Rooms): HandlersFor<'highlight'> {
  const { highlights, items } = tools.cache
  return {
    'highlight.add': (input) => markPassage(input, tools.cache),
    'highlight.change': ({ id, ...changes }) => highlights.change(id, changes),
    'highlight.remove': ({ ids }) => ({ done: highlights.remove(ids) }),
    'highlight.restore': ({ ids }) => ({ done: highlights.restore(ids) }),
    'highlight.ofItem': ({ id }) => ({ highlights: [...highlights.ofItem(items.get(id).item.id)] }),
    'highlight.list': (query) => highlights.list(query),
  }
}

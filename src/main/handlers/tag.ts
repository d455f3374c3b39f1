// Calls about tags as such; tagging items is item.ts.
import type { HandlersFor } from './handler.ts'
import type { Rooms } from './rooms.ts'

export function tagHandlers({ tools }: Rooms): HandlersFor<'tag'> {
  const { tags } = tools.cache
  return {
    'tag.list': () => ({ tags: [...tags.list()] }),
    'tag.rename': ({ from, to }) => ({ done: tags.rename(from, to) }),
    'tag.remove': ({ tag }) => ({ done: tags.remove(tag) }),
  }
}

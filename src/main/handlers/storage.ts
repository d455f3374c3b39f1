// Calls about what the library weighs.
import type { HandlersFor } from './handler.ts'
import type { Rooms } from './rooms.ts'

export function storageHandlers({ tools }: Rooms): HandlersFor<'storage'> {
  return {
    'storage.use': async () => {
      const use = await tools.cache.storage.use()
      return { ...use, heaviest: [...use.heaviest] }
    },
    'storage.dropEarlierCopies': () => tools.cache.copies.dropEarlier(0),
  }
}

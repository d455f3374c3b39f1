// Calls about what the library weighs.
import type { HandlersFor } from './handler.ts'
import type { Rooms } from './rooms.ts'

export function storageHandlers({ tools, backups }: Rooms): HandlersFor<'storage'> {
  return {
    'storage.use': async () => {
      const use = await tools.cache.storage.use()
      return { ...use, heaviest: [...use.heaviest] }
    },
    'storage.backups': () => ({
      backups: backups.list().map(({ at, bytes, dated }) => ({ at: Math.round(at), bytes, beforeChange: !dated })),
      failure: backups.lastFailure(),
    }),
    'storage.backUp': async () => {
      const { at, bytes } = await backups.make()
      return { at, bytes }
    },
    'storage.dropEarlierCopies': () => tools.cache.copies.dropEarlier(0),
  }
}

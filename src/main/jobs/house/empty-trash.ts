// Deleting for good, many rows at a time. What goes with a row is the cache's trash.ts.
import type { ItemId } from '../../../shared/item.ts'
import type { Cache } from '../../cache/cache.ts'
import { inPortions } from '../in-portions.ts'

/** Enough rows to look for at once; an item that comes into the trash meanwhile goes too. */
const look = 1_000

/** Deletes those of the items that are in the trash; answers how many. */
export async function deleteForever(ids: readonly ItemId[], { items }: Pick<Cache, 'items'>): Promise<number> {
  const deleted = await inPortions(ids, (some) => [items.deleteForever(some)])
  return deleted.reduce((sum, some) => sum + some, 0)
}

/** Deletes everything in the trash; answers how many. */
export async function emptyTrash(cache: Pick<Cache, 'items'>): Promise<number> {
  for (let deleted = 0; ; ) {
    const { items } = cache.items.list({ place: 'trash', sort: 'added', offset: 0, limit: look })
    const gone = await deleteForever(
      items.map((item) => item.id),
      cache,
    )
    // None went although some are there: another process is at them, and will be done with them.
    if (gone === 0) return deleted
    deleted += gone
  }
}

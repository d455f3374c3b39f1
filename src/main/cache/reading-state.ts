// What the reader does with a row: where it is put, favourite, title, how far it is read. Nothing here touches a copy.
import { Failure } from '../../shared/failure.ts'
import type { ItemId, ItemPlace, ItemSummary } from '../../shared/item.ts'
import type { ItemShelf } from './cache.ts'
import { changeItem, type ItemColumns } from './change-item.ts'
import { numberOf, textOf } from './columns.ts'
import { itemSummaries, itemSummary } from './item-row.ts'
import type { Library } from './library.ts'
import { recordOperations } from './operations.ts'

/** Asking again for what is open already is the same sitting. */
const sittingMs = 600_000

export function openReadingState(library: Library): Pick<ItemShelf, 'move' | 'setFavourite' | 'rename' | 'setReading' | 'noteOpened'> {
  const { database, clock } = library

  /** The same change for several rows in one transaction; rows that are not there are left out. */
  function changeAll(ids: readonly ItemId[], columnsOf: (item: ItemSummary) => ItemColumns): readonly ItemSummary[] {
    return database.transaction(() => {
      for (const item of itemSummaries(library, ids)) changeItem(library, item.id, columnsOf(item))
      return itemSummaries(library, ids)
    })
  }

  return {
    move: (ids, place: ItemPlace) =>
      changeAll(ids, (item) => (item.place === place ? {} : { place, trashed_at: place === 'trash' ? clock.now() : null })),
    setFavourite: (ids, favourite) => changeAll(ids, () => ({ favourite: favourite ? 1 : 0 })),
    rename(id, title) {
      changeItem(library, id, { given_title: title })
      return itemSummary(library, id)
    },
    setReading(id, position, progress, anchor = null) {
      return database.transaction(() => {
        const row = database.get('SELECT furthest FROM items WHERE id = ?', id)
        if (!row) throw new Failure('item.unknown', { id })
        if (anchor) {
          // A copy that was dropped meanwhile leaves the words of the place, which find it in another copy.
          const copy = database.get('SELECT item_id FROM copies WHERE id = ?', anchor.copyId)
          if (copy && textOf(copy, 'item_id') !== id) throw new Failure('copy.unknown', { id: anchor.copyId })
        }
        // Position goes back and forth; the furthest point only grows, and merges as a maximum.
        changeItem(library, id, {
          position,
          progress,
          furthest: Math.max(progress, numberOf(row, 'furthest')),
          anchor: anchor && JSON.stringify(anchor),
        })
        return itemSummary(library, id)
      })
    },
    noteOpened(id) {
      const now = clock.now()
      const last = database.get('SELECT id, opened_at FROM items WHERE opened_at IS NOT NULL ORDER BY opened_at DESC LIMIT 1')
      if (last && textOf(last, 'id') === id && now - numberOf(last, 'opened_at') < sittingMs) return
      // The last one opened is told by its time, also within one millisecond.
      const at = Math.max(now, last ? numberOf(last, 'opened_at') + 1 : 0)
      database.transaction(() => {
        if (database.run('UPDATE items SET opened_at = ? WHERE id = ?', at, id) > 0) recordOperations(library, 'item', id, { openedAt: at })
      })
    },
  }
}

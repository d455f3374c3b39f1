// What the reader does with a row: where it is put, favourite, title, how far it is read. Nothing here touches a copy.
import { Failure } from '../../shared/failure.ts'
import type { ItemId, ItemPlace, ItemSummary } from '../../shared/item.ts'
import type { ItemShelf } from './cache.ts'
import { changeItem, type ItemColumns } from './change-item.ts'
import { numberOf } from './columns.ts'
import { itemSummaries, itemSummary } from './item-row.ts'
import type { Library } from './library.ts'

export function openReadingState(library: Library): Pick<ItemShelf, 'move' | 'setFavourite' | 'rename' | 'setReading'> {
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
    setReading(id, position, progress) {
      return database.transaction(() => {
        const row = database.get('SELECT furthest FROM items WHERE id = ?', id)
        if (!row) throw new Failure('item.unknown', { id })
        // Position goes back and forth; the furthest point only grows, and merges as a maximum.
        changeItem(library, id, { position, progress, furthest: Math.max(progress, numberOf(row, 'furthest')) })
        return itemSummary(library, id)
      })
    },
  }
}

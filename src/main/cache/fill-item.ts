// A thing that was to find has been found: what belonged to its row joins the item of the address, and the row goes.
import { Failure } from '../../shared/failure.ts'
import type { ItemId } from '../../shared/item.ts'
import type { ListId } from '../../shared/list.ts'
import type { ItemShelf, NewItem, SavedItem } from './cache.ts'
import { changeItem } from './change-item.ts'
import { noteChange } from './changes.ts'
import { jsonOf, textOf } from './columns.ts'
import { noteFound } from './found-things.ts'
import { itemRecord, itemSummary } from './item-row.ts'
import type { Library } from './library.ts'
import { moveMarks } from './marks.ts'
import { recordDeletion, recordOperations } from './operations.ts'
import { noteForIndex } from './outbox.ts'
import { tellRecommendation } from './sources.ts'
import { openTags } from './tags.ts'

/** Throws item.unknown, item.found when it has its address. */
export function fillItem(
  library: Library,
  items: Pick<ItemShelf, 'save'>,
  id: ItemId,
  row: NewItem,
  options: { readonly lease: boolean },
): SavedItem {
  const { database } = library
  return database.transaction(() => {
    const { item } = itemRecord(library, id)
    if (item.state !== 'to-find') throw new Failure('item.found', { id })
    const [saved] = items.save([{ ...row, place: item.place, byline: row.byline ?? item.byline }], options)
    if (!saved) throw new Error('nothing was saved')
    const found = saved.item.id
    if (found === id) throw new Failure('item.found', { id })
    moveEntries(library, id, found)
    database.run('UPDATE OR IGNORE recommendations SET item_id = ? WHERE item_id = ?', found, id)
    for (const source of database.all('SELECT source_id FROM recommendations WHERE item_id = ?', found))
      recordOperations(library, 'item', found, { [`recommendation:${textOf(source, 'source_id')}`]: true })
    tellRecommendation(library, found)
    moveMarks(library, id, found)
    noteFound(library, id, found)
    openTags(library).change([found], item.tags, [])
    const given = database.get('SELECT given_series FROM items WHERE id = ? AND given_series IS NOT NULL', id)
    changeItem(library, found, {
      ...(item.favourite ? { favourite: 1 } : {}),
      ...(given ? { given_series: JSON.stringify(jsonOf(given, 'given_series')) } : {}),
    })
    database.run('DELETE FROM items WHERE id = ?', id)
    recordDeletion(library, 'item', id)
    noteChange(library, 'item', id)
    noteForIndex(library, id)
    return { ...saved, item: itemSummary(library, found) }
  })
}

/** In every list the found item stands where the one to find stood, unless it was there already. */
function moveEntries(library: Library, from: ItemId, to: ItemId): void {
  const { database } = library
  const lists = database.all('SELECT list_id FROM list_entries WHERE item_id = ?', from).map((row) => textOf(row, 'list_id') as ListId)
  database.run('UPDATE OR IGNORE list_entries SET item_id = ? WHERE item_id = ?', to, from)
  for (const list of lists) {
    recordOperations(library, 'list', list, { [`entry:${from}`]: null, [`entry:${to}`]: true })
    noteChange(library, 'list', list)
  }
}

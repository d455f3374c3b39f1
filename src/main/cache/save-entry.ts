// An entry of an accepted text becomes its row: what the text names without a whole address is one thing with what it became, whoever found it.
import type { ItemShelf, SavedItem } from './cache.ts'
import { textOf } from './columns.ts'
import { fillItem } from './fill-item.ts'
import { foundAs, noteFound } from './found-things.ts'
import type { Library } from './library.ts'
import type { NewEntry } from './list-shelf.ts'

/** Inside the caller's transaction. */
export function saveEntry(
  library: Library,
  items: Pick<ItemShelf, 'save' | 'itemIdOf'>,
  { row, wantedKey }: Pick<NewEntry, 'row' | 'wantedKey'>,
  options: { readonly lease: boolean },
): SavedItem {
  const save = (comparisonKey: string): SavedItem => {
    const [saved] = items.save([{ ...row, comparisonKey }], options)
    if (!saved) throw new Error('nothing was saved')
    return saved
  }
  if (wantedKey === null) return save(row.comparisonKey)
  const { database } = library
  const wanted = items.itemIdOf(wantedKey)
  const found = foundAs(library, wanted)
  if (row.url === '') {
    const known = found === null ? undefined : database.get('SELECT comparison_key FROM items WHERE id = ?', found)
    return save(known ? textOf(known, 'comparison_key') : row.comparisonKey)
  }
  // It has its address now: whoever waits for it is found by it.
  if (database.get(`SELECT 1 FROM items WHERE id = ? AND state = 'to-find'`, wanted)) return fillItem(library, items, wanted, row, options)
  const saved = save(row.comparisonKey)
  noteFound(library, wanted, saved.item.id)
  return saved
}

// Tags: rows of item_tags, once more in the item's own row, and one operation a tag and item, so that two machines' tags of one item merge.
import type { ItemId } from '../../shared/item.ts'
import { tagName, tagNames } from '../../shared/tag-name.ts'
import { noteChange } from './changes.ts'
import { jsonOf, numberOf, textOf } from './columns.ts'
import type { Library } from './library.ts'
import { recordOperations } from './operations.ts'
import type { TagShelf } from './tag-shelf.ts'

export function openTags(library: Library): TagShelf {
  const { database, clock } = library

  /** False when nothing differs, and then nothing is written. Inside the caller's transaction. */
  function changeOne(id: ItemId, add: readonly string[], remove: readonly string[]): boolean {
    const row = database.get('SELECT ordinal, tags FROM items WHERE id = ?', id)
    if (!row) return false
    const ordinal = numberOf(row, 'ordinal')
    const before = new Set(jsonOf<readonly string[]>(row, 'tags'))
    const after = [...new Set([...before, ...add])].filter((tag) => !remove.includes(tag)).sort()
    const gained = after.filter((tag) => !before.has(tag))
    const lost = [...before].filter((tag) => !after.includes(tag))
    if (gained.length + lost.length === 0) return false
    for (const tag of gained) database.run('INSERT OR IGNORE INTO item_tags (tag, ordinal) VALUES (?, ?)', tag, ordinal)
    for (const tag of lost) database.run('DELETE FROM item_tags WHERE tag = ? AND ordinal = ?', tag, ordinal)
    database.run('UPDATE items SET tags = ?, changed_at = ? WHERE ordinal = ?', JSON.stringify(after), clock.now(), ordinal)
    recordOperations(library, 'item', id, {
      ...Object.fromEntries(gained.map((tag) => [`tag:${tag}`, true])),
      ...Object.fromEntries(lost.map((tag) => [`tag:${tag}`, false])),
    })
    noteChange(library, 'item', id)
    return true
  }

  function change(ids: readonly ItemId[], add: readonly string[], remove: readonly string[]): number {
    const gained = tagNames(add)
    const lost = tagNames(remove)
    return database.transaction(() => ids.filter((id) => changeOne(id, gained, lost)).length)
  }

  /** Everything that has the tag, the trash as well: what comes back from it must not bring an old name along. */
  function having(tag: string): readonly ItemId[] {
    return database
      .all('SELECT id FROM items WHERE ordinal IN (SELECT ordinal FROM item_tags WHERE tag = ?)', tag)
      .map((row) => textOf(row, 'id') as ItemId)
  }

  return {
    list: () =>
      database
        .all('SELECT tag, items FROM tag_counts WHERE items > 0 ORDER BY tag')
        .map((row) => ({ tag: textOf(row, 'tag'), items: numberOf(row, 'items') })),
    change,
    rename(from, to) {
      const before = tagName(from)
      const after = tagName(to)
      if (before === null || after === null || before === after) return 0
      return database.transaction(() => change(having(before), [after], [before]))
    },
    remove(tag) {
      const name = tagName(tag)
      return name === null ? 0 : database.transaction(() => change(having(name), [], [name]))
    },
  }
}

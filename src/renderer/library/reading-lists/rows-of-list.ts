// The entries of a reading list as the rows the library shows. All of them are here: nothing has to be asked for. Pure.
import type { ListEntry } from '../../../shared/list.ts'
import type { Rows } from '../item-list.tsx'

export function rowsOf(entries: readonly Pick<ListEntry, 'item'>[]): Rows {
  const at = new Map<string, number>(entries.map(({ item }, index) => [item.id, index]))
  return {
    total: entries.length,
    row: (index) => {
      const entry = index < 0 ? undefined : entries[index]
      return entry === undefined ? null : { item: entry.item, snippet: null }
    },
    indexOf: (id) => at.get(id) ?? -1,
    loaded: () => entries.map(({ item }) => item),
    fetch: async (from, to) => entries.slice(from, to + 1).map(({ item }) => item),
    look: () => undefined,
  }
}

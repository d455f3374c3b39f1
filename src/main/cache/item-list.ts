// The library's lists and counts, quick at 100,000 rows: every list walks an index in its order, every count is kept by triggers.
import type { ItemKind, ItemPlace, ItemState } from '../../shared/item.ts'
import type { SqlValue } from '../platform/sqlite.ts'
import type { ItemQuery, ItemShelf } from './cache.ts'
import { numberOf, textOf } from './columns.ts'
import { summaryColumns, summaryOf } from './item-row.ts'
import type { Library } from './library.ts'

/** Newest first, A to Z, shortest first, furthest read first; each exactly as its index lies. */
const orders: Readonly<Record<ItemQuery['sort'], string>> = {
  added: 'group_at DESC, series_key, series_part, ordinal DESC',
  title: 'title COLLATE NOCASE, ordinal DESC',
  length: 'minutes, ordinal DESC',
  progress: 'progress DESC, ordinal DESC',
}

export function openItemList(library: Library): Pick<ItemShelf, 'list' | 'counts'> {
  const { database } = library
  return {
    list(query) {
      const { where, values } = filterOf(query)
      const items = database.all(listSql(query, where), ...values, query.limit, query.offset).map(summaryOf)
      const total = database.get(`SELECT coalesce(sum(items), 0) AS total FROM item_counts WHERE ${where}`, ...values)
      return { items, total: total ? numberOf(total, 'total') : 0 }
    },
    counts() {
      const places: Record<ItemPlace, number> = { inbox: 0, later: 0, archive: 0, trash: 0 }
      const states: Record<ItemState, number> = { complete: 0, partial: 0, waiting: 0, failed: 0, 'to-find': 0 }
      let talks = 0
      let favourites = 0
      for (const row of database.all('SELECT place, kind, state, favourite, items FROM item_counts')) {
        const items = numberOf(row, 'items')
        const place = textOf(row, 'place') as ItemPlace
        places[place] += items
        if (place === 'trash') continue
        states[textOf(row, 'state') as ItemState] += items
        if ((textOf(row, 'kind') as ItemKind) === 'talk') talks += items
        if (numberOf(row, 'favourite') === 1) favourites += items
      }
      return { places, states, talks, favourites }
    },
  }
}

/** The statement of a list; its own function so that a test can ask for its plan. */
export function listSql(query: Pick<ItemQuery, 'sort'>, where: string): string {
  return `SELECT ${summaryColumns} FROM items WHERE ${where} ORDER BY ${orders[query.sort]} LIMIT ? OFFSET ?`
}

/** What rests in the trash is only listed when the trash is asked for. */
export function filterOf(query: ItemQuery): { readonly where: string; readonly values: readonly SqlValue[] } {
  const terms: readonly (readonly [string, SqlValue | undefined])[] = [
    query.place === undefined ? [`place <> 'trash'`, undefined] : ['place = ?', query.place],
    ['kind = ?', query.kind],
    ['state = ?', query.state],
    ['favourite = ?', query.favourite === undefined ? undefined : query.favourite ? 1 : 0],
  ]
  const meant = terms.filter(([term, value]) => value !== undefined || !term.endsWith('?'))
  return { where: meant.map(([term]) => term).join(' AND '), values: meant.flatMap(([, value]) => (value === undefined ? [] : [value])) }
}

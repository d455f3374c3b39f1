// The library's lists and counts, quick at 100,000 rows: a list walks an index in its order; a filter that leaves few rows is answered
// from the index it has of its own. Plain totals stand in item_counts, kept by triggers. The filters as SQL are item-filter.ts.
import type { ItemKind, ItemPlace, ItemState, ItemSummary } from '../../shared/item.ts'
import type { LibraryFilter } from '../../shared/library-filter.ts'
import { siteOfKey } from '../../shared/site-key.ts'
import type { SqlValue } from '../platform/sqlite.ts'
import type { ItemQuery, ItemShelf } from './cache.ts'
import { numberOf, textOf } from './columns.ts'
import { filtersOf, type Where, whereOf } from './item-filter.ts'
import { itemSummariesByOrdinal } from './item-row.ts'
import type { Library } from './library.ts'

type Sort = ItemQuery['sort']

/** Each exactly as its index lies; `part` is sorted, for a series is short. */
const orders: Readonly<Record<Sort, string>> = {
  added: 'group_at DESC, series_key, series_part, ordinal DESC',
  title: 'title COLLATE NOCASE, ordinal DESC',
  length: 'minutes, ordinal DESC',
  progress: 'progress DESC, ordinal DESC',
  opened: 'opened_at DESC, ordinal DESC',
  part: 'series_key IS NULL, series_key, series_part, ordinal',
  deleted: 'trashed_at DESC, ordinal DESC',
}
/** What item_counts is counted by; every index of an order holds these columns too. */
const counted: ReadonlySet<LibraryFilter['field']> = new Set(['place', 'kind', 'state', 'favourite', 'unread', 'begun'])
/** Up to so many rows are gathered and sorted; beyond, walking the order's own index comes to its first page sooner. */
const fewRows = 3_000

export function openItemList(
  library: Library,
): Pick<ItemShelf, 'list' | 'states' | 'counts' | 'sites' | 'ordinalsOf' | 'newestOrdinal' | 'fitting'> {
  const { database } = library

  function sum(sql: string, values: readonly SqlValue[]): number {
    const row = database.get(sql, ...values)
    return row ? numberOf(row, 'n') : 0
  }

  function totalOf(filters: readonly LibraryFilter[], plain: boolean, source: string, { where, values }: Where): number {
    if (plain) return sum(`SELECT coalesce(sum(items), 0) AS n FROM item_counts WHERE ${where}`, values)
    const [only, ...others] = filters
    if (only?.field === 'tag' && !only.not && others.length === 0)
      return sum('SELECT coalesce(sum(items), 0) AS n FROM tag_counts WHERE tag = ?', [only.tag])
    return sum(`SELECT count(*) AS n FROM ${source} WHERE ${where}`, values)
  }

  function list(query: ItemQuery): { readonly items: readonly ItemSummary[]; readonly total: number } {
    const filters = filtersOf(query)
    const plain = filters.every((filter) => counted.has(filter.field))
    const { source, lead } = plain ? { source: byFacts, lead: null } : sourceOf(library, filters)
    const where = whereOf(library, filters, lead)
    const total = totalOf(filters, plain, source, where)
    if (query.offset >= total) return { items: [], total }
    const walked = total > fewRows ? walkedSource(query.sort, filters) : null
    const told = walked === null ? where : whereOf(library, filters)
    const rows = database.all(listSql(query.sort, walked ?? source, told.where), ...[...told.values, query.limit, query.offset])
    const ordinals = rows.map((row) => numberOf(row, 'ordinal'))
    return { items: itemSummariesByOrdinal(library, ordinals), total }
  }

  return {
    list,
    states(query) {
      const filters = filtersOf(query)
      const plain = filters.every((filter) => counted.has(filter.field))
      const { source, lead } = plain ? { source: 'item_counts', lead: null } : sourceOf(library, filters)
      const { where, values } = whereOf(library, filters, lead)
      const sql = `SELECT state, ${plain ? 'sum(items)' : 'count(*)'} AS n FROM ${source} WHERE ${where} GROUP BY state`
      const states = noStates()
      for (const row of database.all(sql, ...values)) states[textOf(row, 'state') as ItemState] = numberOf(row, 'n')
      return states
    },
    counts: () => countsOf(library),
    sites: (limit) =>
      database
        .all(
          `SELECT site_key, count(*) AS n FROM items INDEXED BY items_by_site WHERE place <> 'trash' AND site_key <> ''
            GROUP BY site_key ORDER BY n DESC, site_key LIMIT ?`,
          limit,
        )
        .map((row) => ({ site: siteOfKey(textOf(row, 'site_key')), items: numberOf(row, 'n') })),
    ordinalsOf(filters, most) {
      const { source, lead } = sourceOf(library, filters)
      const { where, values } = whereOf(library, filters, lead)
      const rows = database.all(`SELECT ordinal FROM ${source} WHERE ${where} LIMIT ?`, ...values, most + 1)
      return rows.length > most ? null : rows.map((row) => numberOf(row, 'ordinal'))
    },
    newestOrdinal(filters) {
      const { source, lead } = sourceOf(library, filters)
      const { where, values } = whereOf(library, filters, lead)
      return sum(`SELECT coalesce(max(ordinal), 0) AS n FROM ${source} WHERE ${where}`, values)
    },
    fitting(ordinals, filters) {
      const { where, values } = whereOf(library, filters)
      const sql = `SELECT ordinal FROM items NOT INDEXED WHERE ordinal IN (SELECT value FROM json_each(?)) AND ${where}`
      const fit = new Set(database.all(sql, JSON.stringify(ordinals), ...values).map((row) => numberOf(row, 'ordinal')))
      return ordinals.filter((ordinal) => fit.has(ordinal))
    },
  }
}

/** The statement of a list's page; its own function so that a test can ask for its plan. */
export function listSql(sort: Sort, source: string, where: string): string {
  return `SELECT ordinal FROM ${source} WHERE ${where} ORDER BY ${orders[sort]} LIMIT ? OFFSET ?`
}

/** Where the rows lie in an order; null: nowhere, they are gathered and sorted. What is not in the trash has no place in the order of deleting. */
export function walkedSource(sort: Sort, filters: readonly LibraryFilter[]): string | null {
  if (sort === 'part') return null
  if (sort !== 'deleted') return `items INDEXED BY items_by_${sort}`
  const inTrash = filters.some((filter) => filter.field === 'place' && filter.place === 'trash' && !filter.not)
  return inTrash ? '(SELECT * FROM items INDEXED BY items_trashed WHERE trashed_at IS NOT NULL) AS items' : null
}

const byAdded = 'items INDEXED BY items_by_added'
/** Each count that fits leads to its rows. */
const byFacts = 'item_counts CROSS JOIN items INDEXED BY items_by_facts USING (place, kind, state, favourite, reading)'
type Source = { readonly source: string; readonly lead: LibraryFilter | null }

/** Where the rows that fit are found with the least looking: one series, a rare tag, a site, a name; else by_added, which answers the most. */
export function sourceOf(library: Library, filters: readonly LibraryFilter[]): Source {
  const asked = filters.filter((filter) => !filter.not)
  const only = (field: LibraryFilter['field']) => asked.filter((filter) => filter.field === field)
  const [series] = only('series')
  if (series) return { source: 'items INDEXED BY items_of_series', lead: series }
  for (const tag of only('tag')) if (tag.field === 'tag' && isRare(library, tag.tag)) return { source: 'items NOT INDEXED', lead: tag }
  const [site, ...others] = only('site')
  if (site && others.length === 0) return { source: 'items INDEXED BY items_by_site', lead: site }
  const [by] = only('by')
  return by ? { source: 'items INDEXED BY items_by_byline', lead: by } : { source: byAdded, lead: null }
}

function isRare({ database }: Library, tag: string): boolean {
  const row = database.get('SELECT count(*) AS n FROM (SELECT 1 FROM item_tags WHERE tag = ? LIMIT ?)', tag, fewRows + 1)
  return !row || numberOf(row, 'n') <= fewRows
}

function countsOf({ database }: Library): ReturnType<ItemShelf['counts']> {
  const places: Record<ItemPlace, number> = { inbox: 0, later: 0, archive: 0, trash: 0 }
  const states = noStates()
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
}

function noStates(): Record<ItemState, number> {
  return { complete: 0, partial: 0, waiting: 0, failed: 0, 'to-find': 0 }
}

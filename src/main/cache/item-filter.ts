// Filters of a list as SQL over the items table. Which index answers them is item-list.ts.
import { type FilterTest, type LibraryFilter, oneOfFields } from '../../shared/library-filter.ts'
import { foldWords } from '../../shared/quote/fold-words.ts'
import { behindSite, siteKey } from '../../shared/site-key.ts'
import type { SqlValue } from '../platform/sqlite.ts'
import type { ItemQuery } from './cache.ts'
import { textOf } from './columns.ts'
import type { Library } from './library.ts'

export type Where = { readonly where: string; readonly values: readonly SqlValue[] }

/** Every filter of a list's query: its own fields first, then what was typed. */
export function filtersOf(query: Omit<ItemQuery, 'sort' | 'offset' | 'limit'>): readonly LibraryFilter[] {
  const { place, kind, state, favourite, tag, series, unread, begun, filters = [] } = query
  return [
    ...(place === undefined ? [] : [{ field: 'place', place, not: false } as const]),
    ...(kind === undefined ? [] : [{ field: 'kind', kind, not: false } as const]),
    ...(state === undefined ? [] : [{ field: 'state', state, not: false } as const]),
    ...(favourite === undefined ? [] : [{ field: 'favourite', not: !favourite } as const]),
    ...(tag === undefined ? [] : [{ field: 'tag', tag, not: false } as const]),
    ...(series === undefined ? [] : [{ field: 'series', series, not: false } as const]),
    ...(unread === undefined ? [] : [{ field: 'unread', not: !unread } as const]),
    ...(begun === undefined ? [] : [{ field: 'begun', not: !begun } as const]),
    ...filters,
  ]
}

/** What rests in the trash is only listed when the trash is asked for. `lead`: the filter whose rows are gathered first (item-list.ts). */
export function whereOf(library: Library, filters: readonly LibraryFilter[], lead: LibraryFilter | null = null): Where {
  const terms: Where[] = filters.some((filter) => filter.field === 'place' && !filter.not)
    ? []
    : [{ where: `place <> 'trash'`, values: [] }]
  for (const field of oneOfFields) {
    const any = filters.filter((filter) => filter.field === field && !filter.not).map((filter) => termOf(library, filter))
    if (any.length > 0) terms.push(joined(any, ' OR '))
  }
  for (const filter of filters) {
    if (oneOfFields.has(filter.field) && !filter.not) continue
    const { where, values } = filter === lead && filter.field === 'tag' ? taggedFirst(filter.tag) : termOf(library, filter)
    terms.push({ where: filter.not ? `NOT (${where})` : where, values })
  }
  return joined(terms, ' AND ')
}

function joined(terms: readonly Where[], by: ' AND ' | ' OR '): Where {
  const [only] = terms
  if (only && terms.length === 1) return only
  return { where: terms.map(({ where }) => `(${where})`).join(by), values: terms.flatMap(({ values }) => values) }
}

/** Gathers the tag's rows; the other spelling looks each row's tag up. */
function taggedFirst(tag: string): Where {
  return { where: 'ordinal IN (SELECT ordinal FROM item_tags WHERE tag = ?)', values: [tag] }
}

/** Never null for a row, so that NOT is its opposite. */
function termOf(library: Library, test: FilterTest): Where {
  switch (test.field) {
    case 'place':
      return { where: 'place = ?', values: [test.place] }
    case 'state':
      return { where: 'state = ?', values: [test.state] }
    case 'kind':
      return { where: 'kind = ?', values: [test.kind] }
    case 'favourite':
      return { where: 'favourite = 1', values: [] }
    case 'unread':
      return { where: 'reading < 2', values: [] }
    case 'begun':
      return { where: 'reading = 1', values: [] }
    case 'tag':
      return { where: 'EXISTS (SELECT 1 FROM item_tags WHERE tag = ? AND item_tags.ordinal = items.ordinal)', values: [test.tag] }
    case 'site':
      return { where: 'site_key >= ? AND site_key < ?', values: [siteKey(test.site), behindSite(test.site)] }
    case 'series':
      return {
        where: 'series_key IS NOT NULL AND series_key IN (SELECT value FROM json_each(?))',
        values: [json(seriesKeys(library, test.series))],
      }
    case 'by':
      return { where: 'byline IS NOT NULL AND byline IN (SELECT value FROM json_each(?))', values: [json(bylines(library, test.by))] }
    case 'added':
      return range('added_at', test.from, test.until, '<')
    case 'minutes':
      return range('minutes', test.from, test.until, '<=')
    case 'has':
      return { where: having[test.what], values: [] }
  }
}

const marked = (which: string) =>
  `ordinal IN (SELECT marked.ordinal FROM items AS marked WHERE marked.id IN (SELECT item_id FROM highlights WHERE ${which}))`
const having = {
  highlight: marked('removed_at IS NULL'),
  note: marked('removed_at IS NULL AND noted'),
  picture: 'pictured',
  code: 'coded',
  tag: 'EXISTS (SELECT 1 FROM item_tags WHERE item_tags.ordinal = items.ordinal)',
  series: 'series_key IS NOT NULL',
} as const

function range(column: 'added_at' | 'minutes', from: number | null, until: number | null, last: '<' | '<='): Where {
  const ends: Where[] = [
    ...(from === null ? [] : [{ where: `${column} >= ?`, values: [from] }]),
    ...(until === null ? [] : [{ where: `${column} ${last} ?`, values: [until] }]),
  ]
  return ends.length === 0 ? { where: 'TRUE', values: [] } : joined(ends, ' AND ')
}

/** The series meant: the one of this key, or every one whose title has the words. */
function seriesKeys(library: Library, asked: string): readonly string[] {
  const exact = library.database.get('SELECT 1 FROM items WHERE series_key = ? LIMIT 1', asked)
  if (exact) return [asked]
  const rows = library.database.all(
    'SELECT DISTINCT series_key, series_title FROM items INDEXED BY items_of_series WHERE series_key IS NOT NULL',
  )
  const fits = wordTest(asked)
  return [...new Set(rows.filter((row) => fits(textOf(row, 'series_title'))).map((row) => textOf(row, 'series_key')))]
}

/** SQLite's own comparing knows only the English capital letters; the different names are far fewer than the rows. */
function bylines(library: Library, asked: string): readonly string[] {
  return library.database
    .all('SELECT DISTINCT byline FROM items INDEXED BY items_by_byline WHERE byline IS NOT NULL')
    .map((row) => textOf(row, 'byline'))
    .filter(wordTest(asked))
}

/** Tells whether a name has every one of the words, in whatever case and with whatever accents. */
function wordTest(asked: string): (name: string) => boolean {
  const words = foldWords(asked).split(' ')
  return (name) => {
    // Names of plain letters are most of them, and folding costs a hundred times as much.
    const folded = /^[ -~]*$/.test(name) ? name.toLowerCase() : foldWords(name)
    return words.every((word) => folded.includes(word))
  }
}

function json(values: readonly string[]): string {
  return JSON.stringify(values)
}

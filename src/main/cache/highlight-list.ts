// Looks through all highlights: by words, colour, tag, note, item or series; quick with 50,000 of them, because what is counted and
// put in order stands in one index and never leaves the database.
import type { Highlight, HighlightColour } from '../../shared/highlight.ts'
import type { ItemId } from '../../shared/item.ts'
import { foldWords } from '../../shared/quote/fold-words.ts'
import { tagName } from '../../shared/tag-name.ts'
import type { SqlValue } from '../platform/sqlite.ts'
import { jsonOf, numberOf, textOf } from './columns.ts'
import { highlightColumns, highlightOf } from './highlight-row.ts'
import type { HighlightQuery, HighlightsFound } from './highlight-shelf.ts'
import { itemSummaries } from './item-row.ts'
import type { Library } from './library.ts'

type Filter = { readonly where: string; readonly values: readonly SqlValue[] }
type ItemCount = { readonly itemId: string; readonly highlights: number; readonly newest: number }

const few = 2_000

export function listHighlights(library: Library, query: HighlightQuery): HighlightsFound {
  const { letters } = query
  const whateverColour = filterOf(library, query)
  const filter = query.colours.length === 0 ? whateverColour : both(whateverColour, among('colour', query.colours))
  const items = countsByItem(library, filter)
  const entries = query.order === 'item' ? byItem(library, filter, items, query) : byAge(library, filter, query)
  return {
    entries: letters === undefined ? entries : entries.map(({ highlight, item }) => ({ item, highlight: beginningOf(highlight, letters) })),
    total: items.reduce((sum, item) => sum + item.highlights, 0),
    items: items.length,
    ...counted(library, whateverColour, query),
  }
}

function filterOf(library: Library, query: HighlightQuery): Filter {
  const terms: Filter[] = [
    { where: 'removed_at IS NULL', values: [] },
    { where: 'item_id NOT IN (SELECT id FROM items WHERE trashed_at IS NOT NULL)', values: [] },
  ]
  if (query.item !== undefined) terms.push({ where: 'item_id = ?', values: [query.item] })
  if (query.series !== undefined) terms.push({ where: 'item_id IN (SELECT id FROM items WHERE series_key = ?)', values: [query.series] })
  if (query.hasNote !== undefined) terms.push({ where: 'noted = ?', values: [query.hasNote ? 1 : 0] })
  if (query.tag !== undefined)
    terms.push({
      where: `tags <> '[]' AND EXISTS (SELECT 1 FROM json_each(tags) WHERE value = ?)`,
      values: [tagName(query.tag) ?? query.tag],
    })
  const filter = terms.reduce(both)
  const words = [...new Set(foldWords(query.words).split(/\s+/))].filter((word) => word !== '')
  if (words.length === 0) return filter
  const holding = both(filter, having(words))
  // What few hold is looked for once and then asked for by number; what many hold is cheaper to look for again.
  const rows = library.database.all(`SELECT rowid AS number FROM highlights WHERE ${holding.where} LIMIT ${few + 1}`, ...holding.values)
  if (rows.length > few) return holding
  return among(
    'rowid',
    rows.map((row) => numberOf(row, 'number')),
  )
}

/** Some words are quicker one by one; thousands of them are more than an expression may hold (SQLite: 1,000 levels). */
function having(words: readonly string[]): Filter {
  if (words.length > 20)
    return { where: 'NOT EXISTS (SELECT 1 FROM json_each(?) WHERE instr(folded, value) = 0)', values: [JSON.stringify(words)] }
  return words.map((word): Filter => ({ where: 'instr(folded, ?) > 0', values: [word] })).reduce(both)
}

function both(one: Filter, other: Filter): Filter {
  return { where: `${one.where} AND ${other.where}`, values: [...one.values, ...other.values] }
}

function among(column: string, wanted: readonly (string | number)[]): Filter {
  return { where: `highlights.${column} IN (SELECT value FROM json_each(?))`, values: [JSON.stringify(wanted)] }
}

/** The item with the newest highlight first. */
function countsByItem({ database }: Library, { where, values }: Filter): readonly ItemCount[] {
  return database
    .all(`SELECT item_id, count(*) AS highlights, max(created_at) AS newest FROM highlights WHERE ${where} GROUP BY item_id`, ...values)
    .map((row) => ({ itemId: textOf(row, 'item_id'), highlights: numberOf(row, 'highlights'), newest: numberOf(row, 'newest') }))
    .sort((one, other) => other.newest - one.newest || (one.itemId < other.itemId ? -1 : 1))
}

/** Only the highlights of the items the page shows are read. */
function byItem(
  library: Library,
  filter: Filter,
  items: readonly ItemCount[],
  { offset, limit }: HighlightQuery,
): HighlightsFound['entries'] {
  const shown: string[] = []
  let before = 0
  let at = 0
  for (const { itemId, highlights } of items) {
    if (at >= offset + limit) break
    if (at + highlights <= offset) before += highlights
    else shown.push(itemId)
    at += highlights
  }
  const rank = new Map(shown.map((itemId, index) => [itemId, index]))
  const { where, values } = both(filter, among('item_id', shown))
  const page = library.database
    .all(`SELECT id, item_id FROM highlights WHERE ${where} ORDER BY item_id, start, created_at, id`, ...values)
    .map((row) => ({ id: textOf(row, 'id'), rank: rank.get(textOf(row, 'item_id')) ?? 0 }))
    .sort((one, other) => one.rank - other.rank)
    .slice(offset - before, offset - before + limit)
  return entriesOf(
    library,
    page.map(({ id }) => id),
  )
}

function byAge(library: Library, { where, values }: Filter, { offset, limit }: HighlightQuery): HighlightsFound['entries'] {
  const page = library.database.all(
    `SELECT id FROM highlights WHERE ${where} ORDER BY created_at DESC, id LIMIT ? OFFSET ?`,
    ...values,
    limit,
    offset,
  )
  return entriesOf(
    library,
    page.map((row) => textOf(row, 'id')),
  )
}

/** With no more than so many letters of its passage, and never half of one. */
function beginningOf(highlight: Highlight, letters: number): Highlight {
  const { anchor } = highlight
  if (anchor.exact.length <= letters) return highlight
  return { ...highlight, anchor: { ...anchor, exact: anchor.exact.slice(0, letters).replace(/[\ud800-\udbff]$/, '') } }
}

/** In the order given. */
function entriesOf(library: Library, ids: readonly string[]): HighlightsFound['entries'] {
  const { where, values } = among('id', ids)
  const rows = library.database.all(`SELECT ${highlightColumns} FROM highlights WHERE ${where}`, ...values)
  const highlights = new Map(rows.map(highlightOf).map((highlight) => [highlight.id as string, highlight]))
  const itemIds = [...new Set(rows.map((row) => textOf(row, 'item_id') as ItemId))]
  const items = new Map(itemSummaries(library, itemIds).map((item) => [item.id, item]))
  return ids.flatMap((id) => {
    const highlight = highlights.get(id)
    const item = highlight && items.get(highlight.itemId)
    return highlight && item ? [{ highlight, item }] : []
  })
}

/** Colours whatever colours are asked for; notes and tags of what fits, the most used tag first. */
function counted(
  { database }: Library,
  { where, values }: Filter,
  query: HighlightQuery,
): Pick<HighlightsFound, 'colours' | 'withNote' | 'tags'> {
  const colours = { yellow: 0, green: 0, blue: 0, purple: 0, pink: 0, orange: 0, red: 0, grey: 0 }
  const tags = new Map<string, number>()
  let withNote = 0
  const groups = database.all(
    `SELECT colour, noted, tags, count(*) AS n FROM highlights WHERE ${where} GROUP BY colour, noted, tags`,
    ...values,
  )
  for (const row of groups) {
    const colour = textOf(row, 'colour') as HighlightColour
    const n = numberOf(row, 'n')
    colours[colour] += n
    if (query.colours.length > 0 && !query.colours.includes(colour)) continue
    withNote += numberOf(row, 'noted') * n
    for (const tag of jsonOf<readonly string[]>(row, 'tags')) tags.set(tag, (tags.get(tag) ?? 0) + n)
  }
  return {
    colours,
    withNote,
    tags: [...tags]
      .map(([tag, highlights]) => ({ tag, highlights }))
      .sort((one, other) => other.highlights - one.highlights || one.tag.localeCompare(other.tag)),
  }
}

// Looks through all highlights: by words, colour, tag, note, item or series; quick with 50,000 of them.
import type { HighlightColour } from '../../shared/highlight.ts'
import type { ItemId } from '../../shared/item.ts'
import { foldWords } from '../../shared/quote/fold-words.ts'
import type { Row, SqlValue } from '../platform/sqlite.ts'
import { numberOf, textOf } from './columns.ts'
import { highlightColumns, highlightOf } from './highlight-row.ts'
import type { HighlightQuery, HighlightsFound } from './highlight-shelf.ts'
import { itemSummaries } from './item-row.ts'
import type { Library } from './library.ts'

/** What sorting and counting need of a highlight; all of it stands in one index. */
type Lean = {
  readonly id: string
  readonly itemId: string
  readonly start: number
  readonly createdAt: number
  readonly colour: HighlightColour
  readonly noted: boolean
  readonly tags: string
}

export function listHighlights(library: Library, query: HighlightQuery): HighlightsFound {
  const { where, values } = filterOf(query)
  const every = library.database
    .all(`SELECT id, item_id, start, created_at, colour, noted, tags FROM highlights WHERE ${where}`, ...values)
    .map(leanOf)
  const asked = new Set(query.colours)
  const found = asked.size === 0 ? every : every.filter((highlight) => asked.has(highlight.colour))
  const page = inOrder(found, query.order).slice(query.offset, query.offset + query.limit)
  return {
    entries: entriesOf(library, page),
    total: found.length,
    items: new Set(found.map((highlight) => highlight.itemId)).size,
    withNote: found.reduce((sum, highlight) => (highlight.noted ? sum + 1 : sum), 0),
    colours: coloursOf(every),
    tags: tagsOf(found),
  }
}

function filterOf(query: HighlightQuery): { readonly where: string; readonly values: readonly SqlValue[] } {
  const terms: [string, ...SqlValue[]][] = [['removed_at IS NULL'], ['item_id NOT IN (SELECT id FROM items WHERE trashed_at IS NOT NULL)']]
  if (query.item !== undefined) terms.push(['item_id = ?', query.item])
  if (query.series !== undefined) terms.push(['item_id IN (SELECT id FROM items WHERE series_key = ?)', query.series])
  if (query.hasNote !== undefined) terms.push(['noted = ?', query.hasNote ? 1 : 0])
  if (query.tag !== undefined) terms.push([`tags <> '[]' AND EXISTS (SELECT 1 FROM json_each(tags) WHERE value = ?)`, query.tag])
  for (const word of foldWords(query.words).split(/\s+/)) if (word !== '') terms.push(['instr(folded, ?) > 0', word])
  return { where: terms.map(([term]) => term).join(' AND '), values: terms.flatMap(([, ...given]) => given) }
}

function leanOf(row: Row): Lean {
  return {
    id: textOf(row, 'id'),
    itemId: textOf(row, 'item_id'),
    start: numberOf(row, 'start'),
    createdAt: numberOf(row, 'created_at'),
    colour: textOf(row, 'colour') as HighlightColour,
    noted: numberOf(row, 'noted') === 1,
    tags: textOf(row, 'tags'),
  }
}

function inOrder(found: readonly Lean[], order: HighlightQuery['order']): readonly Lean[] {
  const newestFirst = (one: Lean, other: Lean): number => other.createdAt - one.createdAt || (one.id < other.id ? -1 : 1)
  if (order === 'newest') return found.toSorted(newestFirst)
  const newest = new Map<string, number>()
  for (const { itemId, createdAt } of found) newest.set(itemId, Math.max(newest.get(itemId) ?? 0, createdAt))
  const ofItem = new Map<string, Lean[]>()
  for (const highlight of found) {
    const known = ofItem.get(highlight.itemId)
    if (known) known.push(highlight)
    else ofItem.set(highlight.itemId, [highlight])
  }
  return [...ofItem]
    .toSorted(([one], [other]) => (newest.get(other) ?? 0) - (newest.get(one) ?? 0) || (one < other ? -1 : 1))
    .flatMap(([, highlights]) => highlights.sort((one, other) => one.start - other.start || one.createdAt - other.createdAt))
}

function entriesOf(library: Library, page: readonly Lean[]): HighlightsFound['entries'] {
  const rows = library.database.all(
    `SELECT ${highlightColumns} FROM highlights WHERE id IN (SELECT value FROM json_each(?))`,
    JSON.stringify(page.map((highlight) => highlight.id)),
  )
  const highlights = new Map(rows.map((row) => [textOf(row, 'id'), highlightOf(row)]))
  const items = new Map(
    itemSummaries(library, [...new Set(page.map((highlight) => highlight.itemId as ItemId))]).map((item) => [item.id as string, item]),
  )
  return page.flatMap(({ id, itemId }) => {
    const [highlight, item] = [highlights.get(id), items.get(itemId)]
    return highlight && item ? [{ highlight, item }] : []
  })
}

function coloursOf(every: readonly Lean[]): Record<HighlightColour, number> {
  const colours = { yellow: 0, green: 0, blue: 0, purple: 0, pink: 0, orange: 0, red: 0, grey: 0 }
  for (const { colour } of every) colours[colour] += 1
  return colours
}

/** The most used first. */
function tagsOf(found: readonly Lean[]): HighlightsFound['tags'] {
  const counts = new Map<string, number>()
  for (const { tags } of found) {
    if (tags === '[]') continue
    for (const tag of JSON.parse(tags) as readonly string[]) counts.set(tag, (counts.get(tag) ?? 0) + 1)
  }
  return [...counts]
    .map(([tag, highlights]) => ({ tag, highlights }))
    .toSorted((one, other) => other.highlights - one.highlights || one.tag.localeCompare(other.tag))
}

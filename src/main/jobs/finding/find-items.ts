// Search: filters are the shelves' to answer, words the index's. Which goes first is decided here, by how few items the filters leave.
import type { CheckedInputOf, OutputOf } from '../../../shared/contract.ts'
import { ItemId, type ItemSummary } from '../../../shared/item.ts'
import type { LibraryFilter } from '../../../shared/library-filter.ts'
import { parseLibraryQuery } from '../../../shared/library-query.ts'
import { parseQuery } from '../../search/parse-query.ts'
import type { IndexHit } from '../../search/search-index.ts'
import type { Tools } from '../tools.ts'
import { asksTrash, findInTrash } from './find-in-trash.ts'

type Found = OutputOf<'search.find'>
type Checked = CheckedInputOf<'search.find'>
type Asked = Pick<Checked, 'words' | 'limit' | 'order'> & Partial<Pick<Checked, 'in'>>
type Rooms = Pick<Tools, 'cache' | 'index'>

/** Filters that leave so few items are handed to the index; beyond, what the index finds is held against the filters, a page at a time. */
const fewItems = 5_000

/**
 * The hits of a whole query (library-query.ts), each with its row. What rests in the trash is found by words
 * only when the trash is asked for (`is:trash`). Without words: everything
 * that fits the filters, as a list by "added" shows it, with the item's excerpt as snippet. Nothing asked, nothing found.
 */
export async function findItems(query: Asked, rooms: Rooms): Promise<Found> {
  const { words: typed, limit, order } = query
  const { filters, words } = parseLibraryQuery(typed)
  if (asksTrash(filters) && words.trim() !== '') return thrownAway(filters, { words, limit, titles: query.in === 'titles' }, rooms)
  if (query.in === 'titles') return titled(query, rooms)
  const { must, without } = parseQuery(words)
  if (must.length === 0 && without.length === 0) return filters.length === 0 ? { hits: [], total: 0 } : listed(filters, limit, rooms)
  if (must.length === 0) return filters.length === 0 ? { hits: [], total: 0 } : allWithout(filters, words, limit, rooms)
  const asked = { words, limit, order }
  if (filters.length === 0) return (await plainly(asked, rooms)) ?? inPages(asked, filters, rooms)
  const within = rooms.cache.items.ordinalsOf(filters, fewItems)
  if (within === null) return inPages(asked, filters, rooms)
  if (within.length === 0) return { hits: [], total: 0 }
  const { hits, total } = await rooms.index.find({ ...asked, within })
  return { hits: withRows(hits, rooms), total }
}

/** Items whose titles say the words; filters hold here as everywhere. What stays behind in the index of what was deleted is left out. */
async function titled({ words: typed, limit, order }: Asked, { cache, index }: Rooms): Promise<Found> {
  const { filters, words } = parseLibraryQuery(typed)
  const matches = await index.match({ words, limit: filters.length === 0 ? limit : limit * 20, order, titles: true })
  const fit = filters.length === 0 ? matches : cache.items.fitting(matches, filters)
  const items = cache.items.summariesByOrdinal(fit.slice(0, limit)).filter((item) => item.place !== 'trash')
  return { hits: items.map((item) => hitOf(item, '')), total: null }
}

function listed(filters: readonly LibraryFilter[], limit: number, { cache }: Rooms): Found {
  const { items, total } = cache.items.list({ filters, sort: 'added', offset: 0, limit })
  return { hits: items.map((item) => hitOf(item, item.excerpt ?? '')), total }
}

async function thrownAway(filters: readonly LibraryFilter[], asked: Parameters<typeof findInTrash>[1], rooms: Rooms): Promise<Found> {
  const { items, total } = await findInTrash(filters, asked, rooms)
  return { hits: items.map((item) => hitOf(item, asked.titles ? '' : (item.excerpt ?? ''))), total }
}

/** One question; null when something in the answer rests in the trash (the index is still to learn it) and there may be more. */
async function plainly(asked: Asked, rooms: Rooms): Promise<Found | null> {
  const { hits, total } = await rooms.index.find(asked)
  const found = withRows(hits, rooms)
  return found.length < hits.length && hits.length === asked.limit ? null : { hits: found, total }
}

/** What the index finds, held against the filters until there is enough. Newest first it goes on where it was; ranks are asked for anew. */
async function inPages(asked: Asked, filters: readonly LibraryFilter[], { cache, index }: Rooms): Promise<Found> {
  const fit: number[] = []
  let below: number | undefined
  for (let page = asked.limit * 4; ; page *= 4) {
    const matches = await index.match({ ...asked, limit: page, below })
    const more = cache.items.fitting(matches, filters)
    if (asked.order === 'best') fit.length = 0
    fit.push(...more)
    const isAll = matches.length < page
    if (fit.length < asked.limit && !isAll) {
      if (asked.order === 'newest') below = nextBelow(matches, more.length === 0, filters, cache)
      continue
    }
    const hits = await index.snippets(asked.words, fit.slice(0, asked.limit))
    return { hits: withRows(hits, { cache }), total: isAll ? fit.length : null }
  }
}

/** After a page of which nothing fits (`before:2022` among the newest), everything newer than the newest that fits is left out at once. */
function nextBelow(matches: readonly number[], none: boolean, filters: readonly LibraryFilter[], cache: Tools['cache']): number {
  const last = matches.at(-1) ?? 0
  return none ? Math.min(last, cache.items.newestOrdinal(filters) + 1) : last
}

/** `tag:python -django`: the index can only leave out of what it finds, so what fits is taken and what it finds is left out. */
async function allWithout(filters: readonly LibraryFilter[], words: string, limit: number, rooms: Rooms): Promise<Found> {
  const all = rooms.cache.items.ordinalsOf(filters, Number.MAX_SAFE_INTEGER) ?? []
  const unwanted = await Promise.all(
    parseQuery(words).without.map((term) =>
      rooms.index.match({ words: `"${term.words.join(' ')}"`, limit: Number.MAX_SAFE_INTEGER, order: 'newest' }),
    ),
  )
  const out = new Set(unwanted.flat())
  const left = all.filter((ordinal) => !out.has(ordinal)).sort((one, other) => other - one)
  const items = rooms.cache.items.summariesByOrdinal(left.slice(0, limit))
  return { hits: items.map((item) => hitOf(item, item.excerpt ?? '')), total: left.length }
}

function withRows(found: readonly IndexHit[], { cache }: Pick<Rooms, 'cache'>): Found['hits'] {
  const rows = new Map(cache.items.summaries(found.map((hit) => ItemId.parse(hit.itemId))).map((item) => [item.id as string, item]))
  return found.flatMap((hit) => {
    const item = rows.get(hit.itemId)
    return item && item.place !== 'trash' ? [hitOf(item, hit.snippet)] : []
  })
}

function hitOf(item: ItemSummary, snippet: string): Found['hits'][number] {
  return { id: item.id, title: item.title, url: item.url, snippet, seconds: null, item }
}

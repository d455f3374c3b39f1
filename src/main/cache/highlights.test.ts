import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { ListHighlights } from '../../shared/calls/highlight-calls.ts'
import type { HighlightId } from '../../shared/highlight.ts'
import type { CopyId, ItemId } from '../../shared/item.ts'
import { dayMs, openTemporaryCache, saveOne, someCopy, someHighlight, type TemporaryCache } from '../testing/temporary-library.ts'
import type { Cache } from './cache.ts'
import type { HighlightQuery } from './highlight-shelf.ts'

let temporary: TemporaryCache
let cache: Cache
beforeEach(async () => {
  temporary = await openTemporaryCache()
  cache = temporary.cache
})
afterEach(() => temporary.remove())

const text = 'The quiet Café\nby the canal'
async function article(name: string, more: { fetchedAt?: number } = {}): Promise<{ id: ItemId; copyId: CopyId }> {
  const { id } = saveOne(cache, name)
  const { copyId } = await cache.copies.store(someCopy(id, text, more), { show: true })
  temporary.clock.advance(1_000)
  return { id, copyId }
}
function mark(copyId: CopyId, exact: string, more: Parameters<typeof someHighlight>[2] = {}) {
  temporary.clock.advance(1_000)
  return cache.highlights.add(someHighlight(copyId, text, { exact, ...more }))
}
const list = (query: Partial<HighlightQuery> = {}) => cache.highlights.list(ListHighlights.parse(query))
const passages = (query: Partial<HighlightQuery> = {}) => list(query).entries.map(({ highlight }) => highlight.anchor.exact)
const fieldsOf = (id: string) =>
  temporary.library.database
    .all('SELECT field, value FROM operations WHERE entity = ? AND id = ? ORDER BY seq', 'highlight', id)
    .map((row) => [row.field, JSON.parse(String(row.value))])

describe('a highlight', () => {
  test('is kept whole, told to others, and stands in the operations', async () => {
    const { id, copyId } = await article('a')
    const begin = cache.currentSeq()
    const made = mark(copyId, 'quiet', { colour: 'blue', note: 'Mine', tags: ['desk'] })
    expect(made).toMatchObject({ itemId: id, copyId, colour: 'blue', note: 'Mine', tags: ['desk'], createdAt: temporary.clock.now() })
    expect(made.anchor).toEqual({
      exact: 'quiet',
      prefix: 'The ',
      suffix: ' Café\nby the canal',
      start: 4,
      end: 9,
      normaliserVersion: 1,
      heading: null,
    })
    const other = await temporary.open()
    expect(other.highlights.ofItem(id)).toEqual([made])
    expect(cache.changesSince(begin, 9)).toMatchObject({ highlights: [id], items: [] })
    expect(Object.fromEntries(fieldsOf(made.id))).toEqual({
      item: id,
      copy: copyId,
      quote: made.anchor,
      colour: 'blue',
      note: 'Mine',
      tags: ['desk'],
      createdAt: made.createdAt,
    })
  })

  test('changes field by field; what is the same writes nothing', async () => {
    const { copyId } = await article('a')
    const { id } = mark(copyId, 'quiet')
    const before = fieldsOf(id).length
    expect(cache.highlights.change(id, { colour: 'red', note: 'New' })).toMatchObject({ colour: 'red', note: 'New', tags: [] })
    expect(fieldsOf(id).slice(before)).toEqual([
      ['colour', 'red'],
      ['note', 'New'],
    ])
    const seq = cache.currentSeq()
    cache.highlights.change(id, { colour: 'red', tags: [] })
    expect([fieldsOf(id).length, cache.currentSeq()]).toEqual([before + 2, seq])
    expect(passages({ words: 'NEW quiet' })).toEqual(['quiet'])
  })

  test('two who write its note at once both keep their words', async () => {
    const { copyId } = await article('a')
    const { id } = mark(copyId, 'quiet', { note: 'base' })
    const noteOf = (changes: Parameters<typeof cache.highlights.change>[1]) => cache.highlights.change(id, changes).note
    expect(noteOf({ note: 'base, theirs', noteWas: 'base' })).toBe('base, theirs')
    expect(noteOf({ note: 'base mine', noteWas: 'base' })).toBe('base, theirs\n\nmine')
    expect(passages({ words: 'theirs mine' })).toEqual(['quiet'])
    expect(noteOf({ note: 'instead' })).toBe('instead')
  })

  test('of the very same passage is one: it takes the new colour, and the words beside its own', async () => {
    const { id, copyId } = await article('a')
    const made = mark(copyId, 'quiet', { note: 'one', tags: ['x'] })
    expect(mark(copyId, 'quiet', { colour: 'blue', note: 'two', tags: ['y'] })).toMatchObject({
      id: made.id,
      colour: 'blue',
      note: 'one\n\ntwo',
      tags: ['x', 'y'],
    })
    mark(copyId, 'quiet Café')
    expect(cache.highlights.ofItem(id)).toHaveLength(2)
    cache.highlights.remove([made.id])
    expect(mark(copyId, 'quiet').id).not.toBe(made.id)
  })

  test('a note of white space is none', async () => {
    const { copyId } = await article('a')
    const { id, note } = mark(copyId, 'quiet', { note: ' \n' })
    expect([note, cache.highlights.change(id, { note: '\t ' }).note, passages({ hasNote: true })]).toEqual(['', '', []])
    expect(cache.highlights.change(id, { note: ' Mine\n' }).note).toBe('Mine')
  })

  test('removed, it rests and can be put back; unknown ones are passed over', async () => {
    const { id: item, copyId } = await article('a')
    const [one, other] = [mark(copyId, 'quiet'), mark(copyId, 'canal')]
    const nobody = '0'.repeat(32) as HighlightId
    expect(cache.highlights.remove([one.id, one.id, nobody])).toBe(1)
    expect(cache.highlights.remove([one.id])).toBe(0)
    expect(cache.highlights.ofItem(item)).toEqual([other])
    expect([passages(), cache.highlights.count()]).toEqual([['canal'], 1])
    expect(() => cache.highlights.change(one.id, { colour: 'red' })).toThrowError(expect.objectContaining({ code: 'highlight.unknown' }))
    temporary.clock.advance(29 * dayMs)
    cache.emptyOldTrash()
    expect(cache.highlights.restore([one.id, other.id, nobody])).toBe(1)
    expect(cache.highlights.ofItem(item).map(({ anchor }) => anchor.exact)).toEqual(['quiet', 'canal'])
    expect(fieldsOf(one.id).slice(-2)).toEqual([
      ['removedAt', expect.any(Number)],
      ['removedAt', null],
    ])
  })

  test('that rested for 30 days becomes a tombstone, and then its copy may go', async () => {
    const { id, copyId } = await article('a', { fetchedAt: 1 })
    await cache.copies.store(someCopy(id, 'newer', { fetchedAt: 2 }), { show: true })
    const made = mark(copyId, 'quiet')
    cache.highlights.remove([made.id])
    expect(cache.copies.dropEarlier(0).copies).toBe(0)
    temporary.clock.advance(30 * dayMs)
    expect(cache.emptyOldTrash()).toBe(0)
    expect(cache.highlights.restore([made.id])).toBe(0)
    expect(temporary.library.database.get('SELECT id FROM tombstones WHERE entity = ?', 'highlight')?.id).toBe(made.id)
    expect(cache.copies.dropEarlier(0).copies).toBe(1)
  })

  test('stays with its copy when a newer one is shown; the shown copy’s come first, as the text runs', async () => {
    const { id, copyId } = await article('a', { fetchedAt: 1 })
    mark(copyId, 'quiet')
    const { copyId: newer } = await cache.copies.store(someCopy(id, text, { fetchedAt: 2 }), { show: true })
    mark(newer, 'canal')
    mark(newer, 'The')
    const told = () => cache.highlights.ofItem(id).map((one) => [one.copyId === newer, one.anchor.exact])
    expect(told()).toEqual([
      [true, 'The'],
      [true, 'canal'],
      [false, 'quiet'],
    ])
    cache.copies.show(id, copyId)
    expect(told()).toEqual([
      [false, 'quiet'],
      [true, 'The'],
      [true, 'canal'],
    ])
    expect(cache.copies.dropEarlier(0).copies).toBe(0)
  })

  test('needs a copy', () => {
    expect(() => mark('0'.repeat(32) as CopyId, 'quiet')).toThrowError(expect.objectContaining({ code: 'copy.unknown' }))
  })
})

describe('all highlights', () => {
  test('item by item, the newest marked item first, as the text runs; or simply the newest first', async () => {
    const [a, b] = [await article('a'), await article('b')]
    mark(a.copyId, 'canal')
    mark(b.copyId, 'by')
    mark(a.copyId, 'quiet')
    expect(passages()).toEqual(['quiet', 'canal', 'by'])
    expect(passages({ order: 'newest' })).toEqual(['quiet', 'by', 'canal'])
    expect(passages({ offset: 1, limit: 1 })).toEqual(['canal'])
    expect(passages({ item: b.id })).toEqual(['by'])
    expect(list({ limit: 1 })).toMatchObject({
      total: 3,
      items: 2,
      entries: [{ item: { id: a.id, title: 'Title of The quiet Café by the canal' } }],
    })
  })

  test('are found by every word, in passage, note or tag, whatever its case and accents', async () => {
    const { copyId } = await article('a')
    mark(copyId, 'quiet Café', { note: 'A “Place” to 100%_go' })
    mark(copyId, 'canal', { tags: ['walks', 'cafe'] })
    expect(passages({ words: 'cafe' })).toEqual(['quiet Café', 'canal'])
    expect(passages({ words: 'CAFÉ "place"' })).toEqual(['quiet Café'])
    expect(passages({ words: '100%_' })).toEqual(['quiet Café'])
    expect(passages({ words: 'quiet walks' })).toEqual([])
    const letters = 'quiet cafe a place to 100% _ go'
    expect(passages({ words: `${'a q u i e t c f p l o g 1 0 % _ to pl ca fe qu '.repeat(40)} ${letters}` })).toEqual(['quiet Café'])
    expect(passages({ words: Array.from({ length: 1_000 }, (_, n) => String.fromCharCode(0x4e00 + n)).join(' ') })).toEqual([])
  })

  test('are cut where they are only shown, never inside a letter; their length stays', async () => {
    const { id } = saveOne(cache, 'a')
    const long = `${'a'.repeat(4)}${'𠮷'.repeat(10_000)}`
    const { copyId } = await cache.copies.store(someCopy(id, long), { show: true })
    cache.highlights.add(someHighlight(copyId, long))
    const [shown] = list({ letters: 7 }).entries
    expect(shown?.highlight.anchor).toMatchObject({ exact: 'aaaa𠮷', start: 0, end: 20_004 })
    expect(passages()).toEqual([long])
    expect(cache.highlights.ofItem(id)[0]?.anchor.exact).toBe(long)
  })

  test('counts: colours whatever colours are asked for, the rest of what fits', async () => {
    const { copyId } = await article('a')
    mark(copyId, 'The', { colour: 'green', tags: ['#Y', 'x', 'X'] })
    mark(copyId, 'quiet', { colour: 'green', note: 'Mine', tags: ['x'] })
    mark(copyId, 'canal', { colour: 'blue' })
    expect(list({ colours: ['green'] })).toMatchObject({
      total: 2,
      items: 1,
      withNote: 1,
      colours: { green: 2, blue: 1, yellow: 0 },
      tags: [
        { tag: 'x', highlights: 2 },
        { tag: 'y', highlights: 1 },
      ],
    })
    expect(passages({ tag: '#Y' })).toEqual(['The'])
    expect(passages({ hasNote: true })).toEqual(['quiet'])
    expect(passages({ hasNote: false })).toEqual(['The', 'canal'])
  })

  test('of what lies in the trash are not listed, and come back with it; deleted forever they go with it', async () => {
    const { id, copyId } = await article('a')
    mark(copyId, 'quiet')
    cache.items.move([id], 'trash')
    expect([passages(), cache.highlights.count()]).toEqual([[], 0])
    cache.items.move([id], 'later')
    expect([passages(), cache.highlights.count()]).toEqual([['quiet'], 1])
    cache.items.move([id], 'trash')
    cache.items.deleteForever([id])
    expect(temporary.library.database.get('SELECT count(*) AS n FROM highlights')?.n).toBe(0)
    expect(cache.highlights.ofItem(id)).toEqual([])
  })

  test('are made from one index alone', () => {
    const plan = temporary.library.database
      .all(
        `EXPLAIN QUERY PLAN SELECT id, item_id, start, created_at, colour, noted, tags FROM highlights
          WHERE removed_at IS NULL AND item_id NOT IN (SELECT id FROM items WHERE trashed_at IS NOT NULL)`,
      )
      .map((row) => String(row.detail))
    expect(plan.join('\n')).toMatch(/COVERING INDEX highlights_of_item/)
  })
})

describe('the place the reader was at', () => {
  test('is kept as it was told, travels, and is forgotten when nothing is told', async () => {
    const { id, copyId } = await article('a')
    const anchor = { copyId, offset: 4, words: 'quiet' }
    cache.items.setReading(id, 10, 0.5, anchor)
    expect(cache.items.get(id).anchor).toEqual(anchor)
    const last = temporary.library.database.get(`SELECT value FROM operations WHERE field = 'anchor' ORDER BY seq DESC`)
    expect(JSON.parse(String(last?.value))).toEqual(anchor)
    cache.items.setReading(id, 20, 0.5)
    expect(cache.items.get(id).anchor).toBeNull()
  })

  test('in another item’s copy is refused; in a copy that was dropped it keeps its words', async () => {
    const [a, b] = [await article('a'), await article('b')]
    expect(() => cache.items.setReading(a.id, 0, 0, { copyId: b.copyId, offset: 0, words: '' })).toThrowError(
      expect.objectContaining({ code: 'copy.unknown' }),
    )
    const gone = { copyId: '0'.repeat(32) as CopyId, offset: 0, words: 'The quiet' }
    cache.items.setReading(a.id, 0, 0, gone)
    expect(cache.items.get(a.id).anchor).toEqual(gone)
  })

  test('opening is noted once a sitting and makes no news', async () => {
    const [a, b] = [await article('a'), await article('b')]
    const seq = cache.currentSeq()
    const openings = () => temporary.library.database.all(`SELECT id FROM operations WHERE field = 'openedAt'`).map((row) => row.id)
    for (const { id } of [a, a, b, a, a]) cache.items.noteOpened(id)
    expect(openings()).toEqual([a.id, b.id, a.id])
    temporary.clock.advance(700_000)
    cache.items.noteOpened(a.id)
    expect(openings()).toHaveLength(4)
    expect(cache.currentSeq()).toBe(seq)
  })
})

describe('contacted hosts', () => {
  const contact = (host: string, at: number, purposes: string[]) => ({ host, firstAt: at, lastAt: at, requests: 2, purposes })

  test('are added up over all processes, the last one first, and can be forgotten', async () => {
    const other = await temporary.open({ role: 'short' })
    cache.contacts.note([contact('a.test', 10, ['page']), contact('b.test', 20, ['asset'])])
    other.contacts.note([contact('a.test', 30, ['asset'])])
    expect(cache.contacts.list()).toEqual([
      { host: 'a.test', firstAt: 10, lastAt: 30, requests: 4, purposes: ['asset', 'page'] },
      { host: 'b.test', firstAt: 20, lastAt: 20, requests: 2, purposes: ['asset'] },
    ])
    expect([other.contacts.forget(), cache.contacts.list()]).toEqual([2, []])
    expect(temporary.library.database.all(`SELECT 1 FROM operations WHERE value LIKE '%a.test%'`)).toEqual([])
  })

  test('stay forgotten when another process only now writes what it asked before', async () => {
    const other = await temporary.open({ role: 'short' })
    const before = temporary.clock.now()
    expect(cache.contacts.forget()).toBe(0)
    other.contacts.note([contact('a.test', before, ['asset'])])
    expect(cache.contacts.list()).toEqual([])
    temporary.clock.advance(10)
    other.contacts.note([contact('b.test', temporary.clock.now(), ['asset'])])
    expect(cache.contacts.list().map(({ host }) => host)).toEqual(['b.test'])
    // A clock set back must not hide what is asked from then on.
    temporary.clock.advance(-3_600_000)
    other.contacts.note([contact('c.test', temporary.clock.now(), ['page'])])
    expect(cache.contacts.list().map(({ host }) => host)).toEqual(['b.test', 'c.test'])
    expect(cache.contacts.forget()).toBe(2)
  })
})

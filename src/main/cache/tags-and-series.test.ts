import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { ItemId } from '../../shared/item.ts'
import { parseLibraryQuery } from '../../shared/library-query.ts'
import { openTemporaryCache, saveOne, someCopy, type TemporaryCache } from '../testing/temporary-library.ts'
import type { Cache, ItemQuery } from './cache.ts'

let temporary: TemporaryCache
let cache: Cache
beforeEach(async () => {
  temporary = await openTemporaryCache()
  cache = temporary.cache
})
afterEach(() => temporary.remove())

const save = (name: string, title = name) => {
  temporary.clock.advance(1_000)
  return saveOne(cache, name, { title }).id
}
const titles = (query: Partial<ItemQuery> & { readonly typed?: string }) => {
  const { typed = '', ...rest } = query
  const { items, total } = cache.items.list({ sort: 'added', offset: 0, limit: 100, ...rest, filters: parseLibraryQuery(typed).filters })
  expect(total).toBe(items.length)
  return items.map((item) => item.title)
}
const tagsOf = (id: ItemId) => cache.items.get(id).item.tags

describe('tags', () => {
  test('come in their one spelling, in order, and are counted outside the trash', () => {
    const [one, two] = [save('one'), save('two')]
    expect(cache.tags.change([one, two], ['Quiet Reading', '#desk'], [])).toBe(2)
    expect(cache.tags.change([one], ['desk'], ['unknown'])).toBe(0)
    expect(tagsOf(one)).toEqual(['desk', 'quiet-reading'])
    cache.items.move([two], 'trash')
    expect(cache.tags.list()).toEqual([
      { tag: 'desk', items: 1 },
      { tag: 'quiet-reading', items: 1 },
    ])
    cache.items.move([two], 'inbox')
    cache.tags.change([one], [], ['desk'])
    expect(cache.tags.list()).toEqual([
      { tag: 'desk', items: 1 },
      { tag: 'quiet-reading', items: 2 },
    ])
  })

  test('renamed onto another they join it, in the trash as well', () => {
    const [one, two, three] = [save('one'), save('two'), save('three')]
    cache.tags.change([one, three], ['py'], [])
    cache.tags.change([one, two], ['python'], [])
    cache.items.move([three], 'trash')
    expect(cache.tags.rename('py', 'Python')).toBe(2)
    expect([tagsOf(one), tagsOf(three)]).toEqual([['python'], ['python']])
    expect(cache.tags.list()).toEqual([{ tag: 'python', items: 2 }])
    expect(cache.tags.remove('python')).toBe(3)
    expect(cache.tags.list()).toEqual([])
  })

  test('travel one by one, so that two machines’ tags of one item merge', () => {
    const one = save('one')
    cache.tags.change([one], ['a', 'b'], [])
    cache.tags.change([one], [], ['a'])
    const rows = temporary.library.database.all(`SELECT field, value FROM operations WHERE field LIKE 'tag:%' ORDER BY seq`)
    expect(rows.map((row) => [row.field, row.value])).toEqual([
      ['tag:a', 'true'],
      ['tag:b', 'true'],
      ['tag:a', 'false'],
    ])
  })

  test('go with an item that is deleted forever', () => {
    const one = save('one')
    cache.tags.change([one], ['a'], [])
    cache.items.move([one], 'trash')
    cache.items.deleteForever([one])
    expect(temporary.library.database.get('SELECT count(*) AS n FROM item_tags')?.n).toBe(0)
    expect(tagsOf(save('one'))).toEqual([])
  })
})

describe('series', () => {
  test('stand together where their newest part stands, as soon as titles tell', async () => {
    save('before')
    const first = save('first')
    save('between')
    const second = save('second')
    save('after')
    cache.items.describe(second, { title: 'Structures, part 2: heaps' })
    await cache.copies.store(someCopy(first, 'x', { facts: { title: 'Structures, part 1: rings', state: 'complete' } }), { show: true })
    expect(titles({})).toEqual(['after', 'Structures, part 1: rings', 'Structures, part 2: heaps', 'between', 'before'])
    expect(cache.items.get(first).item.series).toEqual({ key: 'desk.test/structures', title: 'Structures', part: 1 })
    expect(titles({ series: 'desk.test/structures', sort: 'part' })).toEqual(['Structures, part 1: rings', 'Structures, part 2: heaps'])
    cache.items.rename(second, 'No series any more')
    expect(cache.items.get(second).item.series).toBeNull()
    expect(titles({ series: 'desk.test/structures' })).toEqual(['Structures, part 1: rings'])
  })

  test('are listed with two parts outside the trash, the newest first', () => {
    for (const title of ['Rings, part 2', 'Rings, part 1', 'Heaps, part 1', 'Trees #1', 'Trees #2']) save(title, title)
    const thrown = save('Heaps, part 2', 'Heaps, part 2')
    cache.items.move([thrown], 'trash')
    expect(cache.series.list().map(({ title, parts }) => [title, parts.map((part) => part.part)])).toEqual([
      ['Trees', [1, 2]],
      ['Rings', [1, 2]],
    ])
    cache.items.move([thrown], 'inbox')
    expect(cache.series.list()[0]).toMatchObject({ title: 'Heaps', host: 'desk.test', parts: [{ part: 1 }, { part: 2, place: 'inbox' }] })
  })
})

describe('filters', () => {
  beforeEach(() => {
    const at = (url: string) => ({ url, originalLink: url, comparisonKey: url })
    for (const [title, overrides] of [
      ['Alpha', { kind: 'article', ...at('https://docs.site.test/a') }],
      ['Beta', { kind: 'talk', ...at('https://site.test/b') }],
      ['Gamma', { kind: 'paper', ...at('https://notsite.test/c'), place: 'later' }],
    ] as const) {
      temporary.clock.advance(1_000)
      saveOne(cache, title, { title, ...overrides })
    }
    const id = (title: string) =>
      cache.items.list({ sort: 'title', offset: 0, limit: 9 }).items.find((item) => item.title === title)?.id as ItemId
    cache.items.describe(id('Alpha'), { byline: 'Élodie Ångström', minutes: 5 })
    cache.items.describe(id('Beta'), { byline: 'Ada Lovelace', minutes: 40 })
    cache.tags.change([id('Alpha'), id('Beta')], ['x'], [])
    cache.tags.change([id('Beta')], ['y'], [])
    cache.items.setReading(id('Beta'), 10, 0.4)
    cache.items.setReading(id('Gamma'), 10, 1)
  })

  test.each<[string, readonly string[]]>([
    ['tag:x', ['Beta', 'Alpha']],
    ['tag:x tag:y', ['Beta']],
    ['-tag:x', ['Gamma']],
    ['has:tag -tag:y', ['Alpha']],
    ['site:site.test', ['Beta', 'Alpha']],
    ['-site:site.test', ['Gamma']],
    ['site:docs.site.test site:notsite.test', ['Gamma', 'Alpha']],
    ['kind:talk kind:paper', ['Gamma', 'Beta']],
    ['-kind:talk -kind:paper', ['Alpha']],
    ['is:unread', ['Beta', 'Alpha']],
    ['is:read', ['Gamma']],
    ['is:begun', ['Beta']],
    ['is:later', ['Gamma']],
    ['is:trash', []],
    ['by:angstrom', ['Alpha']],
    ['by:"ada lovelace"', ['Beta']],
    ['-by:ada', ['Gamma', 'Alpha']],
    ['minutes:<10', ['Gamma', 'Alpha']],
    ['minutes:>30', ['Beta']],
    ['before:2000', []],
    ['after:2000', ['Gamma', 'Beta', 'Alpha']],
    ['has:highlight', []],
    ['-has:picture -has:code -has:note -has:series', ['Gamma', 'Beta', 'Alpha']],
    ['tag:x is:begun kind:talk site:site.test', ['Beta']],
  ])('%s', (typed, expected) => {
    expect(titles({ typed })).toEqual(expected)
    expect(titles({ typed, sort: 'title' })).toEqual(expected.toSorted())
    const { filters } = parseLibraryQuery(typed)
    const ordinals = cache.items.ordinalsOf(filters, 100) ?? []
    expect(
      cache.items
        .summariesByOrdinal(ordinals)
        .map((item) => item.title)
        .sort(),
    ).toEqual(expected.toSorted())
    expect(cache.items.fitting([1, 2, 3], filters)).toEqual([...ordinals].sort())
    expect(cache.items.newestOrdinal(filters)).toBe(Math.max(0, ...ordinals))
  })

  test('sites, the fullest first', () => {
    expect(cache.items.sites(2)).toEqual([
      { site: 'notsite.test', items: 1 },
      { site: 'site.test', items: 1 },
    ])
  })
})

import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { ItemId } from '../../shared/item.ts'
import type { ListId } from '../../shared/list.ts'
import { openTemporaryCache, type TemporaryCache } from '../testing/temporary-library.ts'
import type { Cache } from './cache.ts'
import type { NewEntry, NewSource } from './list-shelf.ts'

let temporary: TemporaryCache
let cache: Cache
beforeEach(async () => {
  temporary = await openTemporaryCache()
  cache = temporary.cache
})
afterEach(() => temporary.remove())

const lease = { lease: false }
const source = (text: string): NewSource => ({ text, format: 'text', address: null, author: 'Ada', date: null })
const entry = (path: string, more: Partial<NewEntry> = {}): NewEntry => ({
  row: {
    comparisonKey: `desk.test/${path}`,
    url: `https://desk.test/${path}`,
    originalLink: `https://desk.test/${path}`,
    kind: 'article',
    title: path,
    place: 'inbox',
    startSeconds: null,
    typed: true,
  },
  headings: [],
  title: path,
  alternates: [],
  recommendation: `Read ${path}.`,
  cut: null,
  moments: [],
  wantedKey: null,
  ...more,
})
const toFind = (words: string): NewEntry => {
  const { row, ...rest } = entry(words)
  const wanted = { words, search: words, by: 'Grace', urlPrefix: null }
  return {
    ...rest,
    row: { ...row, comparisonKey: `to-find:${words}`, url: '', originalLink: '', kind: 'talk', title: words, wanted, byline: 'Grace' },
  }
}
function accepted(entries: readonly NewEntry[], text = 'the text', title = 'From Ada') {
  const { list, saved } = cache.lists.accept({ list: { title }, source: source(text), entries }, lease)
  if (list === null) throw new Error('no list was made')
  return { id: list.id, list, ids: saved.map(({ item }) => item.id) }
}
const order = (id: ListId) => cache.lists.entries(id).map(({ item }) => item.title)

describe('an accepted text', () => {
  test('becomes a list in its order, with rows, jobs, words and where it came from', () => {
    const { id, list, ids } = accepted([entry('one', { headings: ['First'] }), toFind('a talk about queues'), entry('two')])
    expect(list).toMatchObject({ title: 'From Ada', items: 3, read: 0, complete: 0 })
    expect(order(id)).toEqual(['one', 'a talk about queues', 'two'])
    expect(cache.lists.entries(id)[0]).toMatchObject({ headings: ['First'], recommendation: 'Read one.' })
    expect(cache.lists.get(id).source).toMatchObject({ text: 'the text', author: 'Ada' })
    expect(cache.jobs.list().map((job) => job.itemId)).toEqual([ids[0], ids[2]])
    const wanted = cache.items.get(ids[1] as ItemId).item
    expect(wanted).toMatchObject({ state: 'to-find', url: '', byline: 'Grace', wanted: { search: 'a talk about queues' } })
    expect(cache.lists.recommendationsOf(ids[0] as ItemId)).toMatchObject([{ words: 'Read one.', source: { author: 'Ada' } }])
  })

  test('that fills an empty list is where the list came from; one that adds to it is not', () => {
    const { id } = cache.lists.make('Mine')
    cache.lists.accept({ list: { into: id }, source: source('the first'), entries: [entry('one')] }, lease)
    cache.lists.accept({ list: { into: id }, source: source('the second'), entries: [entry('two')] }, lease)
    expect(cache.lists.get(id).source).toMatchObject({ text: 'the first' })
    expect(order(id)).toEqual(['one', 'two'])
  })

  test('accepted again is the same list; another text about the same thing is a second recommendation and no second item', () => {
    const first = accepted([entry('one'), entry('two')])
    const again = accepted([entry('one'), entry('three')])
    expect(again.id).toBe(first.id)
    expect(order(first.id)).toEqual(['one', 'two', 'three'])
    temporary.clock.advance(1_000)
    const other = accepted([entry('one', { recommendation: 'The best of all.' })], 'another text', 'From Grace')
    expect(other.ids[0]).toBe(first.ids[0])
    expect(cache.lists.recommendationsOf(first.ids[0] as ItemId).map(({ words }) => words)).toEqual(['The best of all.', 'Read one.'])
    expect(cache.items.get(first.ids[0] as ItemId).item.recommendation).toBe('The best of all.')
    expect(cache.lists.ofItem(first.ids[0] as ItemId).map(({ title }) => title)).toEqual(['From Ada', 'From Grace'])
  })

  test('is kept whole or not at all', () => {
    const broken = { ...entry('three'), alternates: [1n] as unknown as string[] }
    expect(() => accepted([entry('one'), broken])).toThrow(TypeError)
    expect([cache.lists.list(), cache.items.byComparisonKey('desk.test/one'), cache.jobs.list()]).toEqual([[], null, []])
  })
})

describe('a list', () => {
  test('is put in another order, however often', () => {
    const { id, ids } = accepted(['a', 'b', 'c', 'd'].map((path) => entry(path)))
    const [a, b, c, d] = ids as [ItemId, ItemId, ItemId, ItemId]
    cache.lists.place(id, [d], b)
    expect(order(id)).toEqual(['a', 'd', 'b', 'c'])
    cache.lists.place(id, [c, a], null)
    expect(order(id)).toEqual(['d', 'b', 'c', 'a'])
    cache.lists.place(id, [a, b], d)
    expect(order(id)).toEqual(['a', 'b', 'd', 'c'])
    // Halving the room between two neighbours ends; the order does not.
    for (let turn = 0; turn < 80; turn += 1) cache.lists.place(id, [turn % 2 === 0 ? b : d], turn % 2 === 0 ? d : b)
    expect(order(id)).toEqual(['a', 'd', 'b', 'c'])
  })

  test('is renamed, gains and loses items, joins another, goes and comes back', () => {
    const one = accepted([entry('a'), entry('b')])
    const other = accepted([entry('b'), entry('c')], 'another text', 'Second')
    expect(cache.lists.rename(one.id, 'Evenings').title).toBe('Evenings')
    expect(cache.lists.add(one.id, [{ id: other.ids[1] as ItemId }, { id: one.ids[0] as ItemId }])).toEqual([other.ids[1]])
    expect(cache.lists.take(one.id, [one.ids[0] as ItemId])).toEqual([one.ids[0]])
    expect(order(one.id)).toEqual(['b', 'c'])
    expect(cache.lists.merge(other.id, one.id)).toEqual([])
    expect(cache.lists.list().map(({ title }) => title)).toEqual(['Evenings'])
    expect(cache.lists.restore(other.id).items).toBe(2)
    expect(cache.lists.remove(one.id)).toBe(true)
    expect(() => cache.lists.entries(one.id)).toThrow(expect.objectContaining({ code: 'list.unknown' }))
    cache.emptyOldTrash(temporary.clock.now() + 31 * 86_400_000)
    expect(() => cache.lists.restore(one.id)).toThrow(expect.objectContaining({ code: 'list.unknown' }))
  })

  test('is made with nothing in it; what is taken out can be put back as it stood', () => {
    expect(cache.lists.make('Evenings')).toMatchObject({ title: 'Evenings', items: 0 })
    const { id, ids } = accepted([entry('a'), entry('b'), entry('c')])
    const [a, b, c] = ids as [ItemId, ItemId, ItemId]
    cache.lists.place(id, [b], c, ['Talks', 'Old ones'])
    const before = cache.lists.entries(id)
    expect(before.map(({ headings }) => headings)).toEqual([[], ['Talks', 'Old ones'], []])
    cache.lists.take(id, [a, b])
    const facts = before.map(({ item, headings, title, alternates }) => ({ id: item.id, facts: { headings, title, alternates } }))
    expect(cache.lists.add(id, facts.slice(0, 2), c)).toEqual([a, b])
    expect(cache.lists.entries(id)).toEqual(before)
  })

  test('counts nothing that rests in the trash', () => {
    const { id, ids } = accepted([entry('a'), entry('b')])
    cache.items.move([ids[0] as ItemId], 'trash')
    expect(cache.lists.list()).toMatchObject([{ items: 1 }])
    expect(order(id)).toEqual(['b'])
  })
})

describe('a thing that was to find', () => {
  test('and is found keeps its lists, words, tags, place and favourite', () => {
    const { id, ids } = accepted([entry('a'), toFind('the talk'), entry('b')])
    const lost = ids[1] as ItemId
    cache.tags.change([lost], ['evening'], [])
    cache.items.move([lost], 'later')
    cache.items.setFavourite([lost], true)
    const { row } = entry('talk')
    const { item, jobId } = cache.lists.fill(lost, { ...row, kind: 'talk' }, lease)
    expect(jobId).not.toBeNull()
    expect(item).toMatchObject({
      url: 'https://desk.test/talk',
      place: 'later',
      favourite: true,
      tags: ['evening'],
      recommendation: 'Read the talk.',
    })
    expect(cache.lists.entries(id).map((one) => one.item.id)).toEqual([ids[0], item.id, ids[2]])
    expect(() => cache.items.get(lost)).toThrow(expect.objectContaining({ code: 'item.unknown' }))
    expect(() => cache.lists.fill(item.id, row, lease)).toThrow(expect.objectContaining({ code: 'item.found' }))
  })

  test('and is here already joins what is here', () => {
    const { id, ids } = accepted([entry('a'), toFind('the same')])
    const { item, already } = cache.lists.fill(ids[1] as ItemId, entry('a').row, lease)
    expect([already, item.id]).toEqual([true, ids[0]])
    expect(order(id)).toEqual(['a'])
    expect(cache.items.list({ sort: 'added', offset: 0, limit: 9, state: 'to-find' }).total).toBe(0)
  })
})

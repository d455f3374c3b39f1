import { afterEach, beforeEach, expect, test } from 'vitest'
import type { ItemId } from '../../shared/item.ts'
import type { MarkId } from '../../shared/mark.ts'
import { openTemporaryCache, type TemporaryCache } from '../testing/temporary-library.ts'
import type { Cache, NewItem } from './cache.ts'

let temporary: TemporaryCache
let cache: Cache
beforeEach(async () => {
  temporary = await openTemporaryCache()
  cache = temporary.cache
})
afterEach(() => temporary.remove())

const lease = { lease: false }
const talk = (startSeconds: number | null, more: Partial<NewItem> = {}): NewItem => ({
  comparisonKey: 'tube.test/a',
  url: 'https://tube.test/a',
  originalLink: 'https://tube.test/a',
  kind: 'talk',
  title: 'A talk',
  place: 'inbox',
  startSeconds,
  typed: true,
  ...more,
})
const save = (startSeconds: number | null): ItemId => {
  const [saved] = cache.items.save([talk(startSeconds)], lease)
  if (!saved) throw new Error('nothing was saved')
  return saved.item.id
}
const moments = (id: ItemId) => cache.marks.ofItem(id).map(({ seconds, note, words }) => [seconds, note, words])

test('each start time a talk is saved with is a mark; the first one stays the row’s', () => {
  const id = save(2045)
  save(60)
  save(2045)
  expect(moments(id)).toEqual([
    [60, '', ''],
    [2045, '', ''],
  ])
  expect(cache.items.get(id).item.startSeconds).toBe(2045)
})

test('a list names a moment with its words, another one adds to them', () => {
  const accept = (text: string, recommendation: string) =>
    cache.lists.accept(
      {
        list: null,
        source: { text, format: 'text', address: null, author: null, date: null },
        entries: [
          {
            row: talk(90),
            wantedKey: null,
            headings: [],
            title: null,
            alternates: [],
            recommendation,
            cut: null,
            moments: [{ seconds: 90, words: recommendation }],
          },
        ],
      },
      lease,
    )
  const [saved] = accept('one', 'The part on queues.').saved
  accept('two', 'Where it gets good.')
  accept('two', 'Where it gets good.')
  expect(moments(saved?.item.id as ItemId)).toEqual([[90, '', 'The part on queues.\n\nWhere it gets good.']])
})

test('a mark is noted, moved, removed and put back; the row is told', () => {
  const id = save(null)
  const before = cache.currentSeq()
  const mark = cache.marks.add({ itemId: id, seconds: 12.5, note: ' Mine ' })
  expect(mark).toMatchObject({ seconds: 12.5, note: 'Mine', words: '' })
  expect(cache.changesSince(before, 10).items.map((item) => item.id)).toEqual([id])
  expect(cache.marks.add({ itemId: id, seconds: 12.5, note: 'More' }).note).toBe('Mine\n\nMore')
  expect(cache.marks.change(mark.id, { seconds: 13, note: 'Mine, again', noteWas: 'Mine' }).note).toBe('Mine\n\nMore\n\nMine, again')
  expect(cache.marks.remove([mark.id, mark.id])).toBe(1)
  expect(moments(id)).toEqual([])
  expect(() => cache.marks.change(mark.id, { note: 'x' })).toThrow('mark.unknown')
  expect(cache.marks.restore([mark.id, '0'.repeat(32) as MarkId])).toBe(1)
  expect(moments(id)).toEqual([[13, 'Mine\n\nMore\n\nMine, again', '']])
})

test('the marks of a thing to find go with it when it is found', () => {
  const wanted = { words: 'a talk', search: 'a talk', by: null, urlPrefix: null }
  const [toFind] = cache.items.save([talk(30, { comparisonKey: 'to-find:a', url: '', originalLink: '', wanted })], lease)
  const from = toFind?.item.id as ItemId
  cache.marks.add({ itemId: from, seconds: 30, note: 'Here' })
  cache.marks.add({ itemId: from, seconds: 99, note: 'There' })
  const id = save(30)
  cache.lists.fill(from, talk(null), lease)
  expect(moments(id)).toEqual([
    [30, 'Here', ''],
    [99, 'There', ''],
  ])
})

test('a mark removed 30 days ago is gone for good, and one of an item deleted for ever with it', () => {
  const id = save(5)
  const gone = cache.marks.add({ itemId: id, seconds: 7, note: '' })
  cache.marks.remove([gone.id])
  cache.emptyOldTrash(Date.now() + 31 * 86_400_000)
  expect(cache.marks.restore([gone.id])).toBe(0)
  cache.items.move([id], 'trash')
  expect(cache.items.deleteForever([id])).toBe(1)
  expect(moments(id)).toEqual([])
})

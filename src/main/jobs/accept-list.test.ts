import { afterEach, beforeEach, expect, test } from 'vitest'
import type { CheckedInputOf } from '../../shared/contract.ts'
import { openTemporaryCache, type TemporaryCache } from '../testing/temporary-library.ts'
import { acceptList, fillItem } from './accept-list.ts'
import { incompleteOf, listOf, sharedList } from './list-facts.ts'

let temporary: TemporaryCache
beforeEach(async () => {
  temporary = await openTemporaryCache()
})
afterEach(() => temporary.remove())

type Input = CheckedInputOf<'list.accept'>
const item = (more: Partial<Input['items'][number]>): Input['items'][number] => ({
  url: null,
  originalLink: null,
  title: null,
  kind: 'article',
  by: null,
  startSeconds: null,
  partOf: null,
  partNumber: null,
  recommendation: null,
  headings: [],
  alternates: [],
  cut: null,
  wanted: null,
  ...more,
})
const input = (items: Input['items'], more: Partial<Input> = {}): Input => ({
  title: 'Evenings',
  into: null,
  source: { text: 'words', format: 'text', address: null, author: null, date: null },
  place: 'inbox',
  typed: false,
  chosen: [],
  items,
  ...more,
})

test('addresses, cut links and things only named are kept together; a private address nobody chose is said and holds up nothing', () => {
  const { cache } = temporary
  const { list, results } = acceptList(
    input([
      item({ url: 'https://desk.test/one', title: 'One', recommendation: 'Begin here.', headings: ['First'] }),
      item({ url: 'http://192.168.1.1/', title: 'Router' }),
      item({
        title: 'Part 2',
        originalLink: 'https://desk.test/long-...',
        wanted: { words: 'Part 2', search: 'Part 2', by: null, urlPrefix: 'https://desk.test/long-' },
      }),
      item({ kind: 'talk', by: 'Ada', recommendation: 'Ada on queues, worth an hour.' }),
      item({ wanted: { words: '', search: '', by: null, urlPrefix: 'https://desk.test/nameless-' } }),
      item({ url: 'https://www.youtube.com/watch?v=abcdefghijk', startSeconds: 2045 }),
    ]),
    cache,
    { lease: false },
  )
  expect(results.map((one) => (one.ok ? one.item.state : one.failure.code))).toEqual([
    'waiting',
    'link.private',
    'to-find',
    'to-find',
    'to-find',
    'waiting',
  ])
  if (list === null) throw new Error('no list')
  const { entries, completeness } = listOf(list.id, cache)
  expect(entries.map(({ item: { title, kind } }) => [title, kind])).toEqual([
    ['One', 'article'],
    ['Part 2', 'article'],
    ['Ada', 'talk'],
    ['desk.test/nameless-…', 'article'],
    ['A talk on youtube.com', 'talk'],
  ])
  expect(entries[2]?.item.wanted).toMatchObject({ words: 'Ada on queues, worth an hour.', by: 'Ada' })
  expect(entries[4]?.item.startSeconds).toBe(2045)
  expect(completeness).toMatchObject({ articles: { here: 0, all: 1 }, talks: { here: 0, all: 1 }, toFind: 3 })
  expect(incompleteOf(list.id, cache).whole).toHaveLength(2)
  expect(sharedList(list.id, 'markdown', cache)).toBe(
    '# Evenings\n\n\n## First\n\n- [One](<https://desk.test/one>)  \n  “Begin here.”\n- Part 2\n- Ada, Ada  \n  “Ada on queues, worth an hour.”\n- desk.test/nameless-…\n- [A talk on youtube.com](<https://www.youtube.com/watch?v=abcdefghijk#t=2045>)\n',
  )
})

test('a cut link is given its address by the reader, and a private one only when typed', () => {
  const { cache } = temporary
  const { results } = acceptList(input([item({ title: 'Part 2', originalLink: 'https://desk.test/long-...' })]), cache, { lease: false })
  const [cut] = results
  if (!cut?.ok) throw new Error('not kept')
  expect(fillItem({ id: cut.item.id, link: 'http://10.0.0.1/', typed: false }, cache, { lease: false })).toMatchObject({ ok: false })
  expect(fillItem({ id: cut.item.id, link: 'https://desk.test/long-road', typed: true }, cache, { lease: false })).toMatchObject({
    ok: true,
    item: { url: 'https://desk.test/long-road', title: 'Part 2', state: 'waiting' },
  })
})

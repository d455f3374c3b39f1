import { afterEach, beforeEach, expect, test } from 'vitest'
import { parseLink } from '../../../shared/address/parse-link.ts'
import type { CheckedInputOf } from '../../../shared/contract.ts'
import { joinRepeated } from '../../../shared/list-moments.ts'
import { wantedOf } from '../../../shared/wanted.ts'
import { openTemporaryCache, type TemporaryCache } from '../../testing/temporary-library.ts'
import { newItem } from '../saving/save-links.ts'
import { acceptList, fillItem } from './accept-list.ts'
import { incompleteOf, listOf, sharedList } from './list-facts.ts'
import { previewList } from './preview-list.ts'

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
  moments: [],
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
  found: [],
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
    '# Evenings\n\n\n## First\n\n- [One](<https://desk.test/one>)  \n  “Begin here.”\n- Part 2\n- Ada, Ada  \n  “Ada on queues, worth an hour.”\n- desk.test/nameless-…\n- [A talk on youtube.com](<https://www.youtube.com/watch?v=abcdefghijk&t=2045s>)\n',
  )
})

test('two links to one talk with two start times are one item with two marks, also when it is here already, and the same text again adds nothing', () => {
  const { cache } = temporary
  cache.items.save([newItem(parseLink('https://youtu.be/abcdefghijk'), 'inbox', true)], { lease: false })
  const text = `- [The whole evening](https://www.youtube.com/watch?v=abcdefghijk&t=2045s): from here on she types it in front of the room.
- [Questions](https://youtu.be/abcdefghijk?t=2900): the one about queues.
- [Another talk](https://youtu.be/bbbbbbbbbbb)
`
  const { items } = previewList({ text }, cache)
  expect(items.map(({ duplicateOf }) => duplicateOf)).toEqual([null, 0, null])
  const joined = joinRepeated(items)
  expect(joined.map(({ at, moments }) => [at, moments.length])).toEqual([
    [0, 2],
    [2, 0],
  ])
  const accepted = joined.map(({ item: { url, title, startSeconds, recommendation }, moments }) =>
    item({ url, title, startSeconds, recommendation, moments: [...moments] }),
  )
  const lists = [1, 2].map(() => acceptList(input(accepted), cache, { lease: false }).list)
  const list = lists[1]
  if (!list) throw new Error('no list')
  const talk = cache.items.byComparisonKey(parseLink('https://youtu.be/abcdefghijk').comparisonKey)
  if (talk === null) throw new Error('it is here')
  expect(talk.startSeconds).toBe(2045)
  expect(cache.marks.ofItem(talk.id).map(({ seconds, words }) => [seconds, words])).toEqual([
    [2045, 'from here on she types it in front of the room.'],
    [2900, 'the one about queues.'],
  ])
  expect(cache.lists.recommendationsOf(talk.id).map(({ words }) => words)).toEqual([
    'from here on she types it in front of the room.\n\nthe one about queues.',
  ])
  // Shared, every moment goes along with what was said there, none twice, and nothing the reader noted for himself.
  const mine = cache.marks.add({ itemId: talk.id, seconds: 100, note: 'Mine.' })
  for (const as of ['markdown', 'html', 'text'] as const) {
    const shared = sharedList(list.id, as, cache)
    const again = previewList({ text: shared, name: `list.${{ markdown: 'md', html: 'html', text: 'txt' }[as]}` }, cache).items
    expect(again.map(({ startSeconds, duplicateOf }) => [startSeconds, duplicateOf])).toEqual([
      [2045, null],
      [2900, 0],
      [null, null],
    ])
    expect(shared.match(/the one about queues/g)).toHaveLength(1)
    expect(shared).not.toMatch(/Mine|1:40/)
  }
  cache.marks.remove([mine.id])
  // Told as two things by whoever did not join them, they are one all the same, and nobody's words are lost.
  acceptList(
    input(
      items.map(({ url, title, startSeconds, recommendation }) =>
        item({ url, title, startSeconds, recommendation: recommendation && `${recommendation} Again.` }),
      ),
      { source: { text: 'another', format: 'text', address: null, author: null, date: null } },
    ),
    cache,
    { lease: false },
  )
  expect(cache.marks.ofItem(talk.id)).toHaveLength(2)
  expect(
    cache.lists
      .recommendationsOf(talk.id)
      .map(({ words }) => words.match(/Again/g)?.length ?? 0)
      .sort(),
  ).toEqual([0, 2])
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

/** What the window and the command line send of a previewed text, as the reader left it. */
function acceptedOf(text: string, whole: Readonly<Record<string, string>> = {}, through: 'window' | 'command' = 'window') {
  const { items } = previewList({ text }, temporary.cache)
  return items.map(({ title, kind, url, recommendation, partNumber, urlPrefix, by, partOf, wantedKey, status }) => {
    const given = url ?? whole[title ?? ''] ?? null
    return item({
      ...{ title, by, partNumber, recommendation, url: given, kind: kind === 'series' ? 'index' : kind },
      cut: status === 'cut' && given !== null ? { was: `${urlPrefix}…`, why: 'asked' } : null,
      wanted: given === null ? wantedOf({ title, by, partOf, recommendation, urlPrefix }) : null,
      ...(through === 'window' ? { wantedKey } : {}),
    })
  })
}

test.each(['window', 'command'] as const)(
  'the same text again, by the %s, finds what its cut links and things to find have become',
  (door) => {
    const { cache } = temporary
    const text = [
      '* Part 2, how a ring closes: https://desk.test/long/series-...',
      '* Part 10, how a tree grows: https://desk.test/long/series-...',
      '* The talk "A clock taken apart" by Ida Example. I lost the link, it is worth an hour.',
    ].join('\n')
    const accept = (whole: Readonly<Record<string, string>> = {}) => {
      const items = acceptedOf(text, whole, door)
      return acceptList(input(items, { source: { text, format: 'text', address: null, author: null, date: null } }), cache, {
        lease: false,
      })
    }
    const first = accept()
    expect(first.list?.items).toBe(3)
    expect(previewList({ text }, cache).title).toBe('Evenings')
    expect(previewList({ text }, cache).items.map(({ already, status }) => [already?.state, status])).toEqual([
      ['to-find', 'cut'],
      ['to-find', 'cut'],
      ['to-find', 'to-find'],
    ])
    // Completed: the rows that waited become the pages.
    const titles = previewList({ text }, cache).items.map(({ title }) => title ?? '')
    const [ring = '', tree = '', clock = ''] = [
      'https://desk.test/long/series-2',
      'https://desk.test/long/series-10',
      'https://desk.test/clock',
    ]
    accept({ [titles[0] ?? '']: ring, [titles[1] ?? '']: tree })
    const talk = first.results[2]
    if (talk?.ok) fillItem({ id: talk.item.id, link: clock, typed: true }, cache, { lease: false })
    const listed = () => cache.lists.entries(cache.lists.list()[0]?.id ?? ('' as never)).map((one) => one.item.url)
    expect(listed()).toEqual([ring, tree, clock])

    expect(previewList({ text }, cache).items.map(({ url, status, truncated }) => [url, status, truncated])).toEqual([
      [ring, 'ready', true],
      [tree, 'ready', true],
      [clock, 'ready', false],
    ])
    expect(accept().results.map((result) => result.ok && result.already)).toEqual([true, true, true])
    expect(listed()).toEqual([ring, tree, clock])
    expect(cache.items.counts().places.inbox).toBe(3)
  },
)

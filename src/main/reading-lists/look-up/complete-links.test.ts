import { describe, expect, test } from 'vitest'
import type { CutEntry, LinkCandidate } from '../../../shared/calls/look-up-calls.ts'
import { completeLink } from './complete-links.ts'
import { feedEntries } from './feed-entries.ts'
import { readIndexPage } from './index-page.ts'

const via = 'https://desk.test/tag/looms/'
const names = [
  'the warp',
  'the weft',
  'how a shuttle flies',
  'pattern cards',
  'colour',
  'knots',
  'wool',
  'linen',
  'silk',
  'the treadle',
  'the beam',
  'mending',
  'the whole cloth',
]
const slugs = names.map((name, at) => `looms-from-inside-${at + 1}-${name.replaceAll(' ', '-')}`)
const links: readonly LinkCandidate[] = names
  .map((name, at) => ({ url: `https://desk.test/blog/${slugs[at]}/`, title: `Looms from inside #${at + 1}: ${name}`, part: null }))
  .toReversed()
const cut = (more: Partial<CutEntry>): CutEntry => ({
  key: 'k',
  urlPrefix: 'https://desk.test/blog/looms-from-inside-',
  title: null,
  partNumber: null,
  resolveVia: via,
  ...more,
})

describe('a cut link', () => {
  test.each([1, 2, 10, 13])('is completed by the number of its part: %i', (partNumber) => {
    expect(completeLink(cut({ partNumber, title: names[partNumber - 1] ?? null }), links, via)).toMatchObject({
      url: `https://desk.test/blog/${slugs[partNumber - 1]}/`,
      why: { rule: 'part-number', via, agrees: true },
    })
  })

  test('is completed by its title where it has no number, however it is spelled', () => {
    expect(completeLink(cut({ title: 'How the shuttle flies' }), links, via)).toMatchObject({
      why: { rule: 'title' },
      url: expect.stringContaining('-3-'),
    })
    expect(completeLink(cut({ title: 'Pattern Cards’ story' }), links, via)).toMatchObject({ url: expect.stringContaining('-4-') })
  })

  test('is completed when only one link begins so, and http or www make no difference', () => {
    expect(completeLink(cut({ urlPrefix: 'http://www.desk.test/blog/looms-from-inside-4' }), links, via)).toMatchObject({
      why: { rule: 'prefix' },
      url: expect.stringContaining('pattern-cards'),
    })
  })

  test('stays open where several fit, and says which; where none does; where number and title disagree', () => {
    expect(completeLink(cut({}), links, via)).toMatchObject({ url: null, why: null, candidates: { length: 13 } })
    expect(completeLink(cut({ urlPrefix: 'https://desk.test/blog/looms-from-inside-1' }), links, via)).toMatchObject({
      url: null,
      candidates: { length: 5 },
    })
    expect(completeLink(cut({ partNumber: 14 }), links, via)).toMatchObject({ url: null })
    expect(completeLink(cut({ partNumber: 4, title: 'Mending' }), links, via)).toMatchObject({ url: null })
    expect(completeLink(cut({ urlPrefix: 'https://elsewhere.test/', partNumber: 4 }), links, via)).toMatchObject({
      url: null,
      candidates: [],
    })
    const twice = [...links, { url: 'https://desk.test/blog/looms-from-inside-2-again/', title: 'Looms from inside #2: again', part: null }]
    expect(completeLink(cut({ partNumber: 2 }), twice, via)).toMatchObject({ url: null })
  })

  test('is told by the number in the address where the titles have none', () => {
    const bare = links.map(({ url }) => ({ url, title: 'Read on', part: null }))
    expect(completeLink(cut({ partNumber: 1 }), bare, via)).toMatchObject({ url: expect.stringContaining('-1-the-warp') })
  })
})

test('an index page gives its links with their words, and its feeds', () => {
  const html =
    '<base href="/blog/"><link rel="alternate" type="application/atom+xml" href="/feed.atom"><link rel="stylesheet" href="x.css">' +
    '<p><a href="one/">The <b>first</b>\n one</a> <a href="javascript:void 0">no</a> <a>none</a><a href="https://other.test/#x">Other</a><link rel="next" href="/tag/x/2">' +
    '<script type="application/ld+json">{"@type":"CreativeWorkSeries","hasPart":[{"headline":"Knots #3","url":"/blog/three/","partNumber":3}],"url":"/no"}</script>'
  expect(readIndexPage(html, 'https://desk.test/tag/x')).toEqual({
    names: [],
    links: [
      { url: 'https://desk.test/blog/one/', title: 'The first one', part: null },
      { url: 'https://other.test/#x', title: 'Other', part: null },
      { url: 'https://desk.test/blog/three/', title: 'Knots #3', part: 3 },
    ],
    feeds: ['https://desk.test/feed.atom'],
    near: ['https://desk.test/tag/x/2'],
  })
})

test.each([
  [
    'Atom',
    '<feed xmlns="http://www.w3.org/2005/Atom"><entry><title>One</title><link rel="self" href="/s"/><link href="/one"/></entry></feed>',
  ],
  ['RSS', '<rss version="2.0"><channel><title>T</title><item><title>One</title><link>https://desk.test/one</link></item></channel></rss>'],
  ['JSON', '{"version":"https://jsonfeed.org/version/1.1","title":"T","items":[{"id":"1","url":"https://desk.test/one","title":"One"}]}'],
])('a feed as %s gives its entries', (_, text) => {
  expect(feedEntries(text, 'https://desk.test/feed')).toEqual([{ url: 'https://desk.test/one', title: 'One', part: null }])
})

test.each(['', '<html><p>No feed', '<feed', '{"a":1}', '\u0000'])('what is no feed has no entries: %j', (text) => {
  expect(feedEntries(text, 'https://desk.test/feed')).toEqual([])
})

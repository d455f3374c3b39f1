import { afterEach, beforeEach, expect, test } from 'vitest'
import type { CutEntry } from '../../../shared/calls/look-up-calls.ts'
import { openNetwork } from '../../network/request.ts'
import { systemClock } from '../../platform/clock.ts'
import { silentLog } from '../../platform/log.ts'
import { type LocalSite, openLocalSite } from '../../testing/local-site.ts'
import { openWorld, type Told } from '../../testing/loopback-world.ts'
import { seriesPath, seriesTitle } from '../../testing/site/series.ts'
import { lookUp } from './look-up.ts'

let site: LocalSite
const network = openNetwork({ clock: systemClock, log: silentLog, version: '0.0.0-test' })
beforeEach(async () => {
  site = await openLocalSite()
})
afterEach(() => site.close())

const entry = (partNumber: number, more: Partial<CutEntry> = {}): CutEntry => ({
  key: String(partNumber),
  urlPrefix: `${site.url}/blog/small-structures-`,
  title: null,
  partNumber,
  resolveVia: `${site.url}/tag/small-structures/`,
  ...more,
})
const look = (entries: readonly CutEntry[], chosen = [site.url]) =>
  lookUp(entries, { chosen, signal: AbortSignal.timeout(10_000), tools: { network, clock: systemClock } }).then(
    ({ completions }) => completions,
  )

test('what a tag page shows of the newest parts alone is completed from its feed', async () => {
  const link = (n: number) => `<a href="${seriesPath(n)}">${seriesTitle(n)}</a>`
  site.change(
    '/tag/small-structures/',
    `<!doctype html><link rel="alternate" type="application/atom+xml" href="/feed.atom">${[13, 12, 11, 10].map(link).join('')}`,
  )
  const [first, late] = await look([entry(1), entry(10)])
  expect(first).toMatchObject({ url: `${site.url}${seriesPath(1)}`, why: { rule: 'part-number', via: `${site.url}/feed.atom` } })
  expect(late).toMatchObject({ url: `${site.url}${seriesPath(10)}`, why: { via: `${site.url}/tag/small-structures/` } })
})

test('what neither the page nor its feed lists is completed from the map of the site, by number and by the words of the address', async () => {
  const xml = (root: string, entries: readonly string[]) => ({
    headers: { 'content-type': 'application/xml' },
    body: `<${root} xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">${entries.map((url) => `<url><loc>${url}</loc></url>`).join('')}</${root}>`,
  })
  site.change('/tag/small-structures/', '<!doctype html><title>Small structures</title><p>A script would draw the list.</p>')
  site.change(
    '/sitemap.xml',
    xml('sitemapindex', [`${site.url}/map-of-pages.xml`, 'http://elsewhere.example/map.xml', `${site.url}/map-of-posts.xml`]),
  )
  site.change(
    '/map-of-posts.xml',
    xml(
      'urlset',
      [1, 2, 3, 10, 11].map((n) => `${site.url}${seriesPath(n)}`),
    ),
  )
  const named = entry(3, { partNumber: null, title: seriesTitle(3).replace(/^.*: /, '') })
  // Cut in the middle of a word, and in the middle of a number.
  const inside = entry(2, { urlPrefix: `${site.url}/blog/small-struct` })
  const inNumber = entry(11, { urlPrefix: `${site.url}/blog/small-structures-1` })
  const [first, eleventh, second, third, lost] = await look([entry(1), inNumber, inside, named, entry(7)])
  expect(first).toMatchObject({ url: `${site.url}${seriesPath(1)}`, why: { rule: 'part-number', via: `${site.url}/sitemap.xml` } })
  expect([eleventh?.url, second?.url]).toEqual([11, 2].map((n) => `${site.url}${seriesPath(n)}`))
  expect(third).toMatchObject({ url: `${site.url}${seriesPath(3)}`, why: { rule: 'title' } })
  expect(lost?.url).toBeNull()
  expect(site.requests().map(({ path }) => path)).toEqual([
    '/tag/small-structures/',
    '/sitemap.xml',
    '/map-of-posts.xml',
    '/map-of-pages.xml',
  ])
})

test('a page nobody vouched for is not asked in the private network, and a missing one says so', async () => {
  expect(await look([entry(2)], [])).toMatchObject([{ url: null, failure: { code: 'link.private' } }])
  expect(site.requests()).toEqual([])
  expect(await look([entry(2, { resolveVia: `${site.url}/nowhere/` })])).toMatchObject([{ url: null, failure: { code: 'page.gone' } }])
  expect(await look([entry(2, { resolveVia: null })])).toMatchObject([{ url: null, why: null, failure: null }])
})

const item = 'https://news.ycombinator.com/item?id=40'
const algolia = 'hn.algolia.com/api/v1/items/40'
const firebase = 'hacker-news.firebaseio.com/v0/item/40.json'
const shelf = 'https://shelf.example/notes-on-keeping-things-in-order/'
const anchor = (address: string) => {
  const shown = address.length > 60 ? `${address.slice(0, 60)}...` : address
  return `<a href="${address.replaceAll('/', '&#x2F;')}" rel="nofollow">${shown.replaceAll('/', '&#x2F;')}</a>`
}
/** Four parts that begin alike, one link whose parameters are no identity, as the services send them. */
const words =
  [2, 6, 10, 13].map((n) => `<p>Part ${n}: ${anchor(`${shelf}part-${n}-of-thirteen/?ref=front`)}`).join('') +
  `<p>The map of it all: ${anchor('https://maps.example/a-map-of-every-shelf-in-the-house-with-its-things?utm_source=hn')}`

/** What the comment shows of them. */
const cut: readonly CutEntry[] = [
  ...[2, 6, 10, 13, 1].map((n) => ({ key: `part ${n}`, urlPrefix: `${shelf}p`, title: null, partNumber: n, resolveVia: null })),
  {
    key: 'map',
    urlPrefix: 'https://maps.example/a-map-of-every-shelf-in-the-house-with-',
    title: null,
    partNumber: null,
    resolveVia: null,
  },
]

async function askWorld(told: Readonly<Record<string, Told>>, address: string | null = item) {
  const world = await openWorld(told)
  try {
    const signal = AbortSignal.timeout(10_000)
    const { completions } = await lookUp(cut, { chosen: [], address, signal, tools: { network: world.network, clock: systemClock } })
    return { urls: completions.map(({ url }) => url), completions, asked: world.asked }
  } finally {
    await world.close()
  }
}

const whole = [
  ...[2, 6, 10, 13].map((n) => `${shelf}part-${n}-of-thirteen/?ref=front`),
  null,
  'https://maps.example/a-map-of-every-shelf-in-the-house-with-its-things?utm_source=hn',
]

test('the Hacker News item has the links whole that its page shows cut', async () => {
  const { urls, completions, asked } = await askWorld({ [algolia]: { json: { id: 40, text: words, children: [] } } })
  expect(urls).toEqual(whole)
  expect(completions[0]?.why).toMatchObject({ rule: 'part-number', via: item })
  expect(asked).toEqual([`https://${algolia}`])
})

test('the thread of the comment will do, and Hacker News itself when Algolia does not answer', async () => {
  const thread = { id: 40, text: null, children: [{ text: 'Thanks!', children: [{ text: words, children: [] }] }] }
  expect((await askWorld({ [algolia]: { json: thread } })).urls).toEqual(whole)
  // Two comments that go on differently: neither is chosen.
  const other = { text: `<p>${anchor('https://maps.example/a-map-of-every-shelf-in-the-house-with-no-things-at-all')}`, children: [] }
  const refused = await askWorld({ [algolia]: { json: { ...thread, children: [...thread.children, other] } } })
  expect(refused.urls).toEqual([...whole.slice(0, 5), null])
  expect(refused.completions.at(-1)?.candidates).toHaveLength(2)
  const second = await askWorld({ [algolia]: { status: 503 }, [firebase]: { json: { id: 40, text: words } } })
  expect(second.urls).toEqual(whole)
})

test('an item that is not there, or is something else, is said; without its address nobody is asked', async () => {
  const gone = await askWorld({ [algolia]: { text: 'no JSON' }, [firebase]: { json: null } })
  expect(gone.completions).toMatchObject(cut.map(() => ({ url: null, failure: { code: 'page.garbled' } })))
  for (const address of [null, 'https://news.ycombinator.com/newest']) expect((await askWorld({}, address)).asked).toEqual([])
})

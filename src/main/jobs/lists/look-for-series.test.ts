import { afterEach, beforeEach, expect, test } from 'vitest'
import type { OutputOf } from '../../../shared/contract.ts'
import { type LocalSite, openLocalSite } from '../../testing/local-site.ts'
import { seriesPath, seriesTitle } from '../../testing/site/series.ts'
import { openTemporaryCore, type TemporaryCore } from '../../testing/temporary-core.ts'

let site: LocalSite
let core: TemporaryCore
beforeEach(async () => {
  site = await openLocalSite()
  core = await openTemporaryCore()
})
afterEach(async () => {
  await core.close()
  await site.close()
})

const patient = { timeout: 15_000, interval: 50 }

/** Saves parts and waits until their titles have told the series; answers its key. */
async function seriesOf(parts: readonly number[]): Promise<string> {
  await core.call('item.save', { links: parts.map((n) => `${site.url}${seriesPath(n)}`), typed: true })
  await expect.poll(async () => (await core.call('series.list', {})).series.at(0)?.parts.length, patient).toBe(parts.length)
  return (await core.call('series.list', {})).series[0]?.key ?? ''
}

const numbers = ({ parts }: OutputOf<'series.known'>, fits = (_item: string | null) => true) =>
  parts.flatMap(({ part, item }) => (fits(item) ? [part] : []))

test('two parts are enough to find the page that lists all thirteen; the rest is taken by number, into the series', async () => {
  const key = await seriesOf([2, 6])
  expect(await core.call('series.known', { key })).toMatchObject({ lookedAt: null, parts: [] })
  const known = await core.call('series.look', { key })
  expect(numbers(known)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13])
  expect(numbers(known, (item) => item !== null)).toEqual([2, 6])
  expect(known).toMatchObject({ indexUrl: `${site.url}/tag/small-structures/`, failure: null })
  expect(await core.call('series.known', { key })).toEqual(known)

  const urls = known.parts.flatMap(({ url, item }) => (item === null ? [url] : []))
  const { results } = await core.call('series.take', { key, urls: [...urls, `${site.url}/feed.atom`] })
  expect(results.filter(({ ok }) => ok)).toHaveLength(11)
  expect(results.at(-1)).toMatchObject({ ok: false, failure: { code: 'link.invalid' } })
  const { series } = await core.call('series.list', {})
  expect(series).toHaveLength(1)
  expect(series[0]?.parts.map(({ part, title }) => [part, title])).toEqual(numbers(known).map((n) => [n, seriesTitle(n ?? 0)]))
  expect(numbers(await core.call('series.known', { key }), (item) => item === null)).toEqual([])
})

test('a site that no longer answers says so and takes nothing away of what is known; a series nobody has is unknown', async () => {
  const key = await seriesOf([1, 2])
  const before = await core.call('series.look', { key })
  for (const path of [seriesPath(1), seriesPath(2), '/tag/small-structures/', '/feed.atom', '/sitemap.xml'])
    site.change(path, { status: 503, body: 'later' })
  const after = await core.call('series.look', { key })
  expect(after.parts).toEqual(before.parts)
  expect(after.failure).not.toBeNull()
  await expect(core.call('series.look', { key: 'nobody/nothing' })).rejects.toMatchObject({ code: 'series.unknown' })
})

test('a part that only JSON-LD tells of is a part, and the page of its series lists the others', async () => {
  const names = ['alpha', 'beta', 'gamma']
  const series = { '@type': 'CreativeWorkSeries', name: 'Greek evenings', url: '/greek/' }
  const data = (value: object) =>
    `<script type="application/ld+json">${JSON.stringify({ '@context': 'https://schema.org', ...value })}</script>`
  const words =
    '<p>An evening with a letter, told at some length for whoever wants to read it in a train without any network at all.</p>'.repeat(8)
  for (const [at, name] of names.entries()) {
    const article = { '@type': 'Article', headline: `On ${name}`, position: at + 1, isPartOf: series }
    site.change(`/greek/${name}`, `<!doctype html><title>On ${name}</title>${data(article)}<article><h1>On ${name}</h1>${words}</article>`)
  }
  const listed = names.map((name, at) => ({
    '@type': 'ListItem',
    position: at + 1,
    item: { '@type': 'Article', name: `On ${name}`, url: `/greek/${name}` },
  }))
  site.change(
    '/greek/',
    `<!doctype html><title>Greek</title>${data({ '@type': 'ItemList', name: 'Greek evenings', itemListElement: listed })}`,
  )

  const { results } = await core.call('item.save', { links: [`${site.url}/greek/beta`], typed: true })
  const [beta] = results
  if (!beta?.ok) throw new Error('not saved')
  await expect
    .poll(async () => (await core.call('item.get', { id: beta.item.id })).item.series, patient)
    .toMatchObject({ title: 'Greek evenings', part: 2 })
  const key = (await core.call('item.get', { id: beta.item.id })).item.series?.key ?? ''
  const known = await core.call('series.look', { key })
  expect(known.parts.map(({ url, item }) => [url.replace(site.url, ''), item !== null]).toSorted()).toEqual([
    ['/greek/alpha', false],
    ['/greek/beta', true],
    ['/greek/gamma', false],
  ])
  expect(known.indexUrl).toBe(`${site.url}/greek/`)
})

test('parts that are linked only as next and previous are found from neighbour to neighbour', async () => {
  const names = ['start', 'install', 'use', 'mend']
  const words = '<p>A page of a manual that says at some length what is to be done, for whoever has it open beside the bench.</p>'.repeat(8)
  for (const [at, name] of names.entries()) {
    const link = (rel: string, to: string | undefined) => (to === undefined ? '' : `<link rel="${rel}" href="${to}.html">`)
    const head = `<title>${name}: the manual</title>${link('prev', names[at - 1])}${link('next', names[at + 1])}`
    site.change(`/manual/${name}.html`, `<!doctype html>${head}<article><h1>The bench, chapter ${at + 1}: ${name}</h1>${words}</article>`)
  }
  const { results } = await core.call('item.save', { links: [`${site.url}/manual/install.html`], typed: true })
  const [one] = results
  if (!one?.ok) throw new Error('not saved')
  await core.call('item.rename', { id: one.item.id, title: 'The bench, chapter 2: install' })
  const key = (await core.call('item.get', { id: one.item.id })).item.series?.key ?? ''
  const known = await core.call('series.look', { key })
  expect(known.parts.map(({ part, url }) => [part, url.replace(site.url, '')])).toEqual(
    names.map((name, at) => [at + 1, `/manual/${name}.html`]),
  )
})

test('where no page lists them the map of the site tells, and what is here counts as found', async () => {
  const key = await seriesOf([2, 3])
  for (const n of [2, 3]) site.change(seriesPath(n), `<!doctype html><title>${seriesTitle(n)}</title><p>Words.</p>`)
  site.change('/sitemap.xml', {
    headers: { 'content-type': 'application/xml' },
    body: `<?xml version="1.0"?><urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">${[1, 2, 10, 11].map((n) => `<url><loc>${site.url}${seriesPath(n)}</loc></url>`).join('')}<url><loc>${site.url}/about</loc></url></urlset>`,
  })
  expect(numbers(await core.call('series.look', { key }))).toEqual([1, 2, 3, 10, 11])
})

import { afterEach, beforeEach, expect, test } from 'vitest'
import type { CutEntry } from '../../shared/calls/look-up-calls.ts'
import { openNetwork } from '../network/request.ts'
import { systemClock } from '../platform/clock.ts'
import { silentLog } from '../platform/log.ts'
import { type LocalSite, openLocalSite } from '../testing/local-site.ts'
import { seriesPath, seriesTitle } from '../testing/site/series.ts'
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

test('a page nobody vouched for is not asked in the private network, and a missing one says so', async () => {
  expect(await look([entry(2)], [])).toMatchObject([{ url: null, failure: { code: 'link.private' } }])
  expect(site.requests()).toEqual([])
  expect(await look([entry(2, { resolveVia: `${site.url}/nowhere/` })])).toMatchObject([{ url: null, failure: { code: 'page.gone' } }])
  expect(await look([entry(2, { resolveVia: null })])).toMatchObject([{ url: null, why: null, failure: null }])
})

// A look at one series of the library, kept; and the parts it found, saved into it.
import type { OutputOf } from '../../../shared/contract.ts'
import { Failure } from '../../../shared/failure.ts'
import type { Cache, NewItem } from '../../cache/cache.ts'
import type { FetchTools } from '../../fetch/fetch-page.ts'
import { privateHostOf } from '../../network/address-guard.ts'
import { newItem, understand } from '../saving/save-links.ts'
import { lookForParts } from './look-for-parts.ts'

type Known = OutputOf<'series.known'>

/** Asks, keeps and answers what is known now. Throws `series.unknown`; what a site answers is in `failure`. */
export async function lookForSeries(
  key: string,
  cache: Cache,
  { signal, tools }: { readonly signal: AbortSignal; readonly tools: FetchTools },
): Promise<Known> {
  const known = cache.series.members(key)
  const [first] = known
  const before = cache.series.known(key)
  if (first === undefined) throw new Failure('series.unknown', { key })
  const found = await lookForParts(
    { key, title: first.series, known, indexUrl: before.indexUrl },
    { privateHosts: typedHosts(cache, key), signal, tools },
  )
  cache.series.noteLook(key, found)
  return cache.series.known(key)
}

/** A row and a job for every address the last look found; any other is refused, for nobody chose it. Throws `series.unknown`. */
export function takeParts(
  { key, urls }: { readonly key: string; readonly urls: readonly string[] },
  cache: Cache,
  options: { readonly lease: boolean },
): OutputOf<'series.take'>['results'] {
  const [first] = cache.series.members(key)
  if (first === undefined) throw new Failure('series.unknown', { key })
  const found = new Map(cache.series.known(key).parts.map((part) => [part.url, part]))
  const hosts = typedHosts(cache, key)
  const isTyped = (link: string) => hosts.has(privateHostOf(link) ?? '')
  const chosen = urls.map((link) => {
    const part = found.get(link)
    const one = understand(link, isTyped(link))
    if ('failure' in one || part === undefined)
      return { link, failure: 'failure' in one ? one.failure : new Failure('link.invalid', { link }).toValue() }
    const row = newItem(one.parsed, 'inbox', isTyped(link))
    const givenSeries = { key, title: first.series, part: part.part }
    return { link, row: { ...row, title: part.title === '' ? row.title : part.title, givenSeries } satisfies NewItem }
  })
  const rows = chosen.flatMap(({ row }) => (row === undefined ? [] : [row]))
  const saved = cache.items.save(rows, options)
  let next = 0
  return chosen.map(({ link, failure }) => {
    if (failure !== undefined) return { link, ok: false, failure }
    const one = saved[next++]
    if (one === undefined) throw new Error('the cache answered fewer rows than it was given')
    return { link, ok: true, item: one.item, already: one.already, jobId: one.jobId }
  })
}

/** What the reader typed of this series may lead into the private network, and so may its other parts on the same host. */
function typedHosts(cache: Cache, key: string): ReadonlySet<string> {
  return new Set(cache.series.members(key).flatMap(({ url, typed }) => (typed ? (privateHostOf(url) ?? []) : [])))
}

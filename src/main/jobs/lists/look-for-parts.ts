// Looks for the parts of a series: on the page that lists them, in its feeds, beside its known parts, and last in the site's map. Only when the
// reader asks.
import type { FailureValue } from '../../../shared/failure.ts'
import type { FoundPart } from '../../../shared/series-parts.ts'
import type { ListedLink } from '../../reading-lists/look-up/json-ld-parts.ts'
import { partsOfSeries, seriesPages } from '../../reading-lists/look-up/parts-among-links.ts'
import { type AskedLinks, type AskOptions, askForLinks, askSitemap } from './ask-for-links.ts'

/** Requests of one look; a site is asked one after the other, with its pauses. */
const mostPages = 8
const mostFeeds = 3

export type SeriesAsked = {
  readonly key: string
  readonly title: string
  /** Those in the library, by their numbers. */
  readonly known: readonly FoundPart[]
  readonly indexUrl: string | null
}

export type PartsFound = {
  readonly parts: readonly FoundPart[]
  /** The page that lists most of them. */
  readonly indexUrl: string | null
  /** Why the first page could not be had, when none could; then no parts. */
  readonly failure: FailureValue | null
}

/** Every part that is found, those in the library too, in the order of their numbers. Never throws what a site answers. */
export async function lookForParts(asked: SeriesAsked, options: AskOptions): Promise<PartsFound> {
  const { key, title, known } = asked
  const links: ListedLink[] = []
  const seen = new Set<string>()
  const waiting: string[] = asked.indexUrl === null ? [] : [asked.indexUrl]
  // The newest part knows most of those before it; the first one often lists all.
  for (const one of [known.at(-1), known[0]]) if (one !== undefined) waiting.push(one.url)
  const feeds: string[] = []
  let best: { readonly url: string; readonly parts: number } | null = null
  let failure: FailureValue | null = null
  let answered = false

  const take = async (url: string): Promise<AskedLinks | null> => {
    if (seen.has(url) || options.signal.aborted) return null
    seen.add(url)
    const page = await askForLinks(url, options)
    if (page.failure === null) answered = true
    else failure ??= page.failure
    for (const link of page.links) links.push(link)
    return page
  }

  const isFound = (url: string) => partsOfSeries(key, links, known).some((one) => one.url === url)
  while (waiting.length > 0 && seen.size < mostPages) {
    const url = waiting.shift() ?? ''
    const page = await take(url)
    if (page === null) continue
    for (const feed of page.feeds) feeds.push(feed)
    const parts = partsOfSeries(key, page.links, known).length
    // A neighbour that is called only "Next" where it is linked says on its own page which part it is.
    const [own = null] = page.names.flatMap((title) => partsOfSeries(key, [{ url, title, part: null }], []))
    if (own !== null) links.push(own)
    const isPart = own !== null || known.some((one) => one.url === url)
    if (!isPart && parts > (best?.parts ?? 1)) best = { url, parts }
    // From a part on to the page that lists it; from page to page of what is listed in pages.
    waiting.push(
      ...(isPart ? seriesPages(title, page.links, url) : []),
      ...(parts > 0 || isPart ? page.near.filter((near) => isOfHost(near, url) && !isFound(near)) : []),
    )
  }
  for (const feed of [...new Set(feeds)].slice(0, mostFeeds)) await take(feed)
  const here = known[0]?.url ?? asked.indexUrl
  if (here !== null && here !== undefined && !options.signal.aborted && partsOfSeries(key, links, known).length <= known.length) {
    const map = await askSitemap(here, options)
    if (map.links.length > 0) answered = true
    for (const link of map.links) links.push(link)
  }
  if (!answered) return { parts: [], indexUrl: null, failure }
  return { parts: withKnown(partsOfSeries(key, links, known), known), indexUrl: best?.url ?? asked.indexUrl, failure: null }
}

/** A part of the library that no page names is a part all the same. */
function withKnown(found: readonly FoundPart[], known: readonly FoundPart[]): readonly FoundPart[] {
  const named = (one: FoundPart) => found.some(({ url, part }) => url === one.url || (part !== null && part === one.part))
  const last = Number.MAX_SAFE_INTEGER
  return [...found, ...known.filter((one) => !named(one)).map(({ part, title, url }) => ({ part, title, url }))].toSorted(
    (a, b) => (a.part ?? last) - (b.part ?? last),
  )
}

function isOfHost(url: string, other: string): boolean {
  return new URL(url).host === new URL(other).host
}

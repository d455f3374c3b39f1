// The parts of series among the links of a page, a feed or a sitemap: told by their titles, or by addresses that count on as known ones do.
// Pure; in the order of their numbers, whatever order the page has.
import type { LinkCandidate } from '../../../shared/calls/look-up-calls.ts'
import { seriesKey, seriesPlaceOf } from '../../../shared/series.ts'
import type { FoundPart, FoundSeries } from '../../../shared/series-parts.ts'
import type { ListedLink } from './json-ld-parts.ts'

type Known = { readonly url: string; readonly part: number | null }
type Named = FoundPart & { readonly key: string; readonly series: string }

/** Series of which the links name at least two parts by their titles; the longest first. */
export function seriesAmong(links: readonly LinkCandidate[]): readonly Omit<FoundSeries, 'indexUrl'>[] {
  const named = distinct(links).flatMap(namedPart)
  return [...Map.groupBy(named, ({ key }) => key)]
    .filter(([, parts]) => parts.length > 1)
    .map(([key, parts]) => ({ key, title: parts[0]?.series ?? '', parts: inOrder(parts).map(bare) }))
    .toSorted((a, b) => b.parts.length - a.parts.length)
}

/** The parts of one series: links whose title tells its key, those a list of its name has, and links that begin as its known parts do and go on with a number. */
export function partsOfSeries(key: string, links: readonly ListedLink[], known: readonly Known[]): readonly FoundPart[] {
  const stems = stemsOf(known)
  const parts = distinct(links).flatMap((link): readonly FoundPart[] => {
    const named = namedPart(link)
    if (named[0]?.key === key) return named.map(bare)
    // A list of the site's own that has the series' name.
    if (link.series !== undefined && seriesKey(new URL(link.url).host, link.series) === key) return [bare(link)]
    // What its own title counts to another series is none of ours, however its address looks.
    const part = named.length > 0 ? null : numberBehind(stems, link.url)
    return part === null ? [] : [{ part, title: link.title, url: link.url }]
  })
  return inOrder(parts)
}

function namedPart({ url, title }: LinkCandidate): readonly Named[] {
  const place = seriesPlaceOf({ title, host: new URL(url).host, siteName: null })
  return place === null ? [] : [{ key: place.key, series: place.title, part: place.part, title, url }]
}

function bare({ part, title, url }: FoundPart): FoundPart {
  return { part, title, url }
}

function inOrder<Part extends FoundPart>(parts: readonly Part[]): readonly Part[] {
  return parts.toSorted((a, b) => (a.part ?? Number.MAX_SAFE_INTEGER) - (b.part ?? Number.MAX_SAFE_INTEGER))
}

/** What stands before the number of the part in the addresses of known parts; two parts must agree, one alone proves nothing. */
function stemsOf(known: readonly Known[]): readonly string[] {
  const counts = new Map<string, number>()
  for (const { url, part } of known) {
    if (part === null) continue
    const before = new RegExp(`^(.*(?:^|[^0-9]))0*${part}(?![0-9])`).exec(plain(url))?.[1]
    if (before !== undefined && before.length > new URL(url).host.length) counts.set(before, (counts.get(before) ?? 0) + 1)
  }
  return [...counts].flatMap(([stem, times]) => (times > 1 ? [stem] : []))
}

function numberBehind(stems: readonly string[], url: string): number | null {
  const address = plain(url)
  for (const stem of stems) {
    if (!address.startsWith(stem)) continue
    const number = /^\d{1,3}(?!\d)/.exec(address.slice(stem.length))?.[0]
    if (number !== undefined) return Number(number)
  }
  return null
}

/** Without scheme, www and fragment: a link to the comments of a part is a link to the part. */
function plain(url: string): string {
  return url.replace(/^https?:\/\/(?:www\.)?/i, '').replace(/#.*$/, '')
}

/** One link for every page: the one with the longest words, for the shorter ones say "read more". */
function distinct(links: readonly ListedLink[]): readonly ListedLink[] {
  const seen = new Map<string, ListedLink>()
  for (const link of links) {
    const url = link.url.replace(/#.*$/, '')
    const page = plain(url).replace(/\/$/, '')
    const before = seen.get(page)
    if (before === undefined) seen.set(page, { ...link, url })
    else seen.set(page, { ...link, ...before, title: link.title.length > before.title.length ? link.title : before.title })
  }
  return [...seen.values()]
}

/** At most three pages of the part's own site that may list the series: named like it, or a tag's or a category's page of its name. */
export function seriesPages(title: string, links: readonly LinkCandidate[], from: string): readonly string[] {
  const [name, { host }] = [spelled(title), new URL(from)]
  const pages = links.filter(({ url, title: words }) => {
    const address = new URL(url)
    if (address.host !== host || address.pathname === '/') return false
    if (spelled(words) === name) return true
    const [, kind = '', last = ''] = /\/(tags?|category|categories|series|topics?|collections?)\/([^/]+)\/?$/i.exec(address.pathname) ?? []
    return kind !== '' && (spelled(last) === name || name.startsWith(`${spelled(last)} `))
  })
  return [...new Set(pages.map(({ url }) => url.replace(/#.*$/, '')))].slice(0, 3)
}

function spelled(words: string): string {
  return words
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
}

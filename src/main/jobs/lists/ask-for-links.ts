// Asks a page, a feed or a sitemap for the links it lists. What cannot be had says why and lists nothing.
import { Failure, type FailureValue } from '../../../shared/failure.ts'
import { type FetchTools, fetchPage } from '../../fetch/fetch-page.ts'
import { readIndexPage } from '../../reading-lists/look-up/index-page.ts'
import type { ListedLink } from '../../reading-lists/look-up/json-ld-parts.ts'
import { sitemapLinks, sitemapsIn } from '../../reading-lists/look-up/sitemap-links.ts'

const maxBytes = 5_000_000
/** Maps of one site that are asked. */
const mostMaps = 3

/** Whose network is asked, and for whom. */
export type AskOptions = {
  /** As for saving; nobody else in the private network is asked. */
  readonly privateHosts: ReadonlySet<string>
  readonly signal: AbortSignal
  readonly tools: FetchTools
}

export type AskedLinks = {
  /** What the page calls itself. */
  readonly names: readonly string[]
  readonly links: readonly ListedLink[]
  readonly feeds: readonly string[]
  readonly near: readonly string[]
  /** The maps of the site that a list of maps names. */
  readonly maps: readonly string[]
  readonly failure: FailureValue | null
}

const nothing: AskedLinks = { names: [], links: [], feeds: [], near: [], maps: [], failure: null }

/** Never throws what a site answers. */
export async function askForLinks(url: string, { privateHosts, signal, tools }: AskOptions): Promise<AskedLinks> {
  try {
    const page = await fetchPage({ url, privateHosts, maxBytes, signal }, tools)
    if (page === 'unchanged') return nothing
    // A sitemap is UTF-8 by its protocol, and of a type that is no page's.
    if (page.text === null) return ofSitemap(new TextDecoder().decode(page.body))
    if (page.kind === 'html') return { ...nothing, ...readIndexPage(page.text, page.url) }
    // The reader of feeds is large, and no start waits for it.
    const { feedEntries } = await import('../../reading-lists/look-up/feed-entries.ts')
    const map = ofSitemap(page.text)
    return { ...map, links: [...feedEntries(page.text, page.url), ...map.links] }
  } catch (error) {
    if (error instanceof Failure) return { ...nothing, failure: error.toValue() }
    throw error
  }
}

/** The map of the site `page` stands on, or the first of its maps where it keeps several. A site without one lists nothing. */
export async function askSitemap(
  page: string,
  options: AskOptions,
): Promise<{ readonly url: string; readonly links: AskedLinks['links'] }> {
  const url = new URL('/sitemap.xml', page).href
  const { links, maps } = await askForLinks(url, options)
  const own = maps.filter((map) => new URL(map).host === new URL(page).host).slice(0, mostMaps)
  const parts: AskedLinks['links'][] = [links]
  for (const map of own) parts.push((await askForLinks(map, options)).links)
  return { url, links: parts.flat() }
}

function ofSitemap(text: string): AskedLinks {
  return { ...nothing, links: sitemapLinks(text), maps: sitemapsIn(text) }
}

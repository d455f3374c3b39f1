// Asks a page, a feed or a sitemap for the links it lists. What cannot be had says why and lists nothing.
import type { LinkCandidate } from '../../shared/calls/look-up-calls.ts'
import { Failure, type FailureValue } from '../../shared/failure.ts'
import { type FetchTools, fetchPage } from '../fetch/fetch-page.ts'
import { readIndexPage } from '../reading-lists/index-page.ts'
import { sitemapLinks } from '../reading-lists/sitemap-links.ts'

const maxBytes = 5_000_000

export type AskedLinks = {
  readonly links: readonly LinkCandidate[]
  readonly feeds: readonly string[]
  readonly near: readonly string[]
  readonly failure: FailureValue | null
}

const nothing: AskedLinks = { links: [], feeds: [], near: [], failure: null }

/** `privateHosts`: as for saving; nobody else in the private network is asked. */
export async function askForLinks(
  url: string,
  { privateHosts, signal, tools }: { readonly privateHosts: ReadonlySet<string>; readonly signal: AbortSignal; readonly tools: FetchTools },
): Promise<AskedLinks> {
  try {
    const page = await fetchPage({ url, privateHosts, maxBytes, signal }, tools)
    if (page === 'unchanged') return nothing
    // A sitemap is UTF-8 by its protocol, and of a type that is no page's.
    if (page.text === null) return { ...nothing, links: sitemapLinks(new TextDecoder().decode(page.body)) }
    if (page.kind === 'html') return { ...readIndexPage(page.text, page.url), failure: null }
    // The reader of feeds is large, and no start waits for it.
    const { feedEntries } = await import('../reading-lists/feed-entries.ts')
    return { ...nothing, links: [...feedEntries(page.text, page.url), ...sitemapLinks(page.text)] }
  } catch (error) {
    if (error instanceof Failure) return { ...nothing, failure: error.toValue() }
    throw error
  }
}

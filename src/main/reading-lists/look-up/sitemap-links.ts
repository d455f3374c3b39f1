// The addresses a sitemap lists, and the sitemaps a list of sitemaps names (sitemaps.org protocol 0.9). They have no titles.
import type { LinkCandidate } from '../../../shared/calls/look-up-calls.ts'

/** The protocol's own limit. */
const mostAddresses = 50_000

/** None for what is no sitemap, and for a list of sitemaps. */
export function sitemapLinks(text: string): readonly LinkCandidate[] {
  return locations(text, 'urlset').map((url) => ({ url, title: '', part: null }))
}

/** The maps of a site that keeps several; those of its articles first. None for what is no list of sitemaps. */
export function sitemapsIn(text: string): readonly string[] {
  const isOfArticles = (url: string) => /post|article|blog/i.test(new URL(url).pathname)
  return locations(text, 'sitemapindex').toSorted((a, b) => Number(isOfArticles(b)) - Number(isOfArticles(a)))
}

function locations(text: string, root: 'urlset' | 'sitemapindex'): readonly string[] {
  if (!new RegExp(`<${root}[\\s>]`).test(text.slice(0, 2_000))) return []
  const found: string[] = []
  for (const [, loc = ''] of text.matchAll(/<loc>\s*([^<\s]{1,20000})\s*<\/loc>/g)) {
    const url = loc.replaceAll('&amp;', '&').replaceAll('&apos;', "'")
    if (found.length >= mostAddresses) break
    if (/^https?:/i.test(url) && URL.canParse(url)) found.push(new URL(url).href)
  }
  return found
}

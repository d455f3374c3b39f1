// The addresses a sitemap lists (sitemaps.org protocol 0.9). They have no titles.
import type { LinkCandidate } from '../../shared/calls/look-up-calls.ts'

/** The protocol's own limit. */
const mostAddresses = 50_000

/** None for what is no sitemap, and for a sitemap of sitemaps. */
export function sitemapLinks(text: string): readonly LinkCandidate[] {
  if (!/<urlset[\s>]/.test(text.slice(0, 2_000))) return []
  const links: LinkCandidate[] = []
  for (const [, loc = ''] of text.matchAll(/<loc>\s*([^<\s]{1,20000})\s*<\/loc>/g)) {
    const url = loc.replaceAll('&amp;', '&').replaceAll('&apos;', "'")
    if (links.length >= mostAddresses) break
    if (/^https?:/i.test(url) && URL.canParse(url)) links.push({ url: new URL(url).href, title: '', part: null })
  }
  return links
}

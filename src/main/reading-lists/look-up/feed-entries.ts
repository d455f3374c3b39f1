// The entries of a feed as links with titles, whichever of its four forms it has.
import { parseFeed } from 'feedsmith'
import type { LinkCandidate } from '../../../shared/calls/look-up-calls.ts'

/** As of a sitemap: a feed that lists more is none to look through. */
const mostEntries = 50_000

/** None for what is no feed. `url`: where it was found, for its relative links; those that lead to no page of the web are left out. */
export function feedEntries(text: string, url: string): readonly LinkCandidate[] {
  return entriesIn(text)
    .slice(0, mostEntries)
    .flatMap(({ href, title }) => {
      const address = href && URL.canParse(href, url) ? new URL(href, url) : null
      return address && /^https?:$/.test(address.protocol) ? [{ url: address.href, title, part: null }] : []
    })
}

type Entry = { readonly href: string | undefined; readonly title: string }

function entriesIn(text: string): readonly Entry[] {
  try {
    const parsed = parseFeed(text)
    if (parsed.format === 'atom')
      return (parsed.feed.entries ?? []).map(({ links, title }) => ({
        href: (links?.find(({ rel }) => rel === undefined || rel === 'alternate') ?? links?.[0])?.href,
        title: title?.value ?? '',
      }))
    if (parsed.format === 'json') return (parsed.feed.items ?? []).map(({ url, title }) => ({ href: url, title: title ?? '' }))
    return (parsed.feed.items ?? []).map(({ link, title }) => ({ href: link, title: title ?? '' }))
  } catch {
    // Not a feed, or one that is broken: then it lists nothing, and what was to be completed stays open.
    return []
  }
}

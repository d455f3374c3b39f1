// The parts a page's JSON-LD lists: `hasPart` of a series, `itemListElement` of a list (schema.org), with the numbers they are given. Their positions are the order of the page, often the newest first.
import type { LinkCandidate } from '../../shared/calls/look-up-calls.ts'

const deepest = 12
const mostParts = 2_000

/** None for what is no JSON. `base`: what relative addresses are resolved against. */
export function jsonLdParts(json: string, base: string): readonly LinkCandidate[] {
  const parts: LinkCandidate[] = []
  const walk = (value: unknown, depth: number, listed: boolean): void => {
    if (typeof value !== 'object' || value === null || depth > deepest || parts.length >= mostParts) return
    if (Array.isArray(value)) {
      for (const one of value) walk(one, depth + 1, listed)
      return
    }
    const thing = value as Readonly<Record<string, unknown>>
    if (listed) {
      const address = wordOf(thing.url) ?? wordOf(thing['@id'])
      const title = wordOf(thing.headline) ?? wordOf(thing.name)
      const position = Number(thing.partNumber ?? thing.episodeNumber ?? Number.NaN)
      if (address !== null && title !== null && URL.canParse(address, base)) {
        const url = new URL(address, base)
        if (/^https?:$/.test(url.protocol))
          parts.push({ url: url.href, title, part: Number.isSafeInteger(position) && position > 0 ? position : null })
      }
    }
    for (const [name, inside] of Object.entries(thing)) walk(inside, depth + 1, listed ? name === 'item' : listing.has(name))
  }
  try {
    walk(JSON.parse(json), 0, false)
  } catch {
    // A page may write what it likes there.
  }
  return parts
}

/** Crumbs are lists, too, but of the way here: their parts name no series and are left out by their titles. */
const listing: ReadonlySet<string> = new Set(['hasPart', 'itemListElement', 'blogPost', 'episode', 'episodes'])

function wordOf(value: unknown): string | null {
  return typeof value === 'string' && value.trim() !== '' ? value.trim() : null
}

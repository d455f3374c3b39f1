// The parts a page's JSON-LD lists: `hasPart` of a series, `itemListElement` of a list (schema.org), with the numbers they are given. Their positions
// are the order of the page, often the newest first. A part tells the page of its series.
import type { LinkCandidate } from '../../../shared/calls/look-up-calls.ts'

const deepest = 12
const mostParts = 2_000

/** `series`: the name of the list it stands in. */
export type ListedLink = LinkCandidate & { readonly series?: string }

/** None for what is no JSON. `base`: what relative addresses are resolved against. */
export function jsonLdParts(json: string, base: string): readonly ListedLink[] {
  const parts: ListedLink[] = []
  const walk = (value: unknown, depth: number, listed: boolean, list: string | null): void => {
    if (typeof value !== 'object' || value === null || depth > deepest || parts.length >= mostParts) return
    if (Array.isArray(value)) {
      for (const one of value) walk(one, depth + 1, listed, list)
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
          parts.push({
            ...{ url: url.href, title, part: Number.isSafeInteger(position) && position > 0 ? position : null },
            ...(list === null ? {} : { series: list }),
          })
      }
    }
    const own = wordOf(thing.name)
    for (const [name, inside] of Object.entries(thing)) {
      // What it is a part of is a page that lists others, and may list them right here.
      if (name === 'isPartOf' && !listed) walk(inside, depth + 1, true, null)
      walk(inside, depth + 1, listed ? name === 'item' : listing.has(name), listing.has(name) ? own : list)
    }
  }
  try {
    walk(JSON.parse(json), 0, false, null)
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

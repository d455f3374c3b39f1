// Completes cut links by asking the Hacker News item a text came from, the index pages it names, and where those leave something open, their feeds
// and last the map of the site. Only when the reader asks.
import type { Completion, CutEntry, LinkCandidate } from '../../../shared/calls/look-up-calls.ts'
import type { FailureValue } from '../../../shared/failure.ts'
import type { FoundSeries } from '../../../shared/series-parts.ts'
import type { FetchTools } from '../../fetch/fetch-page.ts'
import { privateHostOf } from '../../network/address-guard.ts'
import { completeLink } from '../../reading-lists/look-up/complete-links.ts'
import { seriesAmong } from '../../reading-lists/look-up/parts-among-links.ts'
import { askForLinks, askSitemap } from './ask-for-links.ts'
import { askHnItem } from './ask-hn-item.ts'

/** Feeds of one page that are asked. */
const mostFeeds = 3

export type LookedUp = {
  /** One for every entry, in their order. */
  readonly completions: readonly Completion[]
  /** What the pages that were asked list as series, the parts that were cut in the text among them. */
  readonly series: readonly FoundSeries[]
}

type LookUpOptions = {
  /** Where the text came from; asked when it is a Hacker News item. */
  readonly address?: string | null
  /** List pages that are asked for their series beside those by which entries are completed. */
  readonly indexes?: readonly string[]
  readonly chosen: readonly string[]
  readonly signal: AbortSignal
  readonly tools: FetchTools
}

/** What cannot be looked up says why; nothing is written. */
export async function lookUp(
  entries: readonly CutEntry[],
  { address = null, indexes = [], chosen, signal, tools }: LookUpOptions,
): Promise<LookedUp> {
  const privateHosts = new Set(chosen.flatMap((link) => privateHostOf(link) ?? []))
  const options = { privateHosts, signal, tools }
  const series: FoundSeries[] = []
  const completions = new Map<CutEntry, Completion>()
  const item = address === null ? null : await askHnItem(address, { network: tools.network, signal })
  const isOpen = (entry: CutEntry) => (completions.get(entry)?.url ?? null) === null
  if (address !== null && item?.links) {
    // Its own words first: they are the text itself, with its links whole.
    for (const links of [item.links.own, [...item.links.own, ...item.links.below]])
      for (const entry of entries.filter(isOpen)) completions.set(entry, completeLink(entry, links, address))
  }
  const asked = new Map<string | null, readonly CutEntry[]>([
    ...indexes.map((index) => [index, []] as const),
    ...Map.groupBy(entries, ({ resolveVia }) => resolveVia),
  ])
  for (const [via, cut] of asked) {
    const nothing = (key: string, failure: FailureValue | null): Completion => ({ key, url: null, why: null, candidates: [], failure })
    if (via === null) {
      for (const entry of cut) if (!completions.has(entry)) completions.set(entry, nothing(entry.key, item?.failure ?? null))
      continue
    }
    const page = await askForLinks(via, options)
    for (const entry of cut.filter(isOpen))
      completions.set(entry, page.failure === null ? completeLink(entry, page.links, via) : nothing(entry.key, page.failure))
    let links: readonly LinkCandidate[] = page.links
    for (const feed of page.feeds.slice(0, mostFeeds)) {
      const open = cut.filter(isOpen)
      if (open.length === 0) break
      // A tag page may show the newest parts alone, a feed too: what both list is held together.
      links = [...links, ...(await askForLinks(feed, options)).links]
      for (const entry of open) completions.set(entry, completeLink(entry, links, feed))
    }
    if (page.failure === null && cut.some(isOpen)) {
      const map = await askSitemap(via, options)
      for (const entry of map.links.length > 0 ? cut.filter(isOpen) : [])
        completions.set(entry, completeLink(entry, [...links, ...map.links], map.url))
    }
    series.push(...seriesAmong(links).map((one) => ({ ...one, indexUrl: via })))
  }
  return { completions: entries.flatMap((entry) => completions.get(entry) ?? []), series }
}

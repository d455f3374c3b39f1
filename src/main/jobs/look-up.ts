// Completes cut links by asking the index pages a text names, and their feeds where those leave something open. Only when the reader asks.
import type { Completion, CutEntry, LinkCandidate } from '../../shared/calls/look-up-calls.ts'
import { Failure, type FailureValue } from '../../shared/failure.ts'
import type { RawPage } from '../../shared/journey.ts'
import { type FetchTools, fetchPage } from '../fetch/fetch-page.ts'
import { privateHostOf } from '../network/address-guard.ts'
import { completeLink } from '../reading-lists/complete-links.ts'
import { feedEntries } from '../reading-lists/feed-entries.ts'
import { readIndexPage } from '../reading-lists/index-page.ts'

const maxBytes = 5_000_000
/** Feeds of one page that are asked. */
const mostFeeds = 3

type Asked = { readonly links: readonly LinkCandidate[]; readonly feeds: readonly string[]; readonly failure: FailureValue | null }

/** One completion for every entry, in their order. What cannot be looked up says why; nothing is written. */
export async function lookUp(
  entries: readonly CutEntry[],
  { chosen, signal, tools }: { readonly chosen: readonly string[]; readonly signal: AbortSignal; readonly tools: FetchTools },
): Promise<readonly Completion[]> {
  const privateHosts = new Set(chosen.flatMap((link) => privateHostOf(link) ?? []))
  const ask = (url: string) => fetchPage({ url, privateHosts, maxBytes, signal }, tools)
  const completions = new Map<CutEntry, Completion>()
  for (const [via, cut] of Map.groupBy(entries, ({ resolveVia }) => resolveVia)) {
    const nothing = (key: string, failure: FailureValue | null): Completion => ({ key, url: null, why: null, candidates: [], failure })
    if (via === null) {
      for (const entry of cut) completions.set(entry, nothing(entry.key, null))
      continue
    }
    const page = await linksOf(via, ask)
    for (const entry of cut)
      completions.set(entry, page.failure === null ? completeLink(entry, page.links, via) : nothing(entry.key, page.failure))
    let links = page.links
    for (const feed of page.feeds.slice(0, mostFeeds)) {
      const open = cut.filter((entry) => completions.get(entry)?.url === null)
      if (open.length === 0) break
      // A tag page may show the newest parts alone, a feed too: what both list is held together.
      links = [...links, ...(await linksOf(feed, ask)).links]
      for (const entry of open) completions.set(entry, completeLink(entry, links, feed))
    }
  }
  return entries.flatMap((entry) => completions.get(entry) ?? [])
}

async function linksOf(url: string, ask: (url: string) => Promise<RawPage | 'unchanged'>): Promise<Asked> {
  try {
    const page = await ask(url)
    if (page === 'unchanged' || page.text === null) return { links: [], feeds: [], failure: null }
    if (page.kind === 'html') return { ...readIndexPage(page.text, page.url), failure: null }
    return { links: feedEntries(page.text, page.url), feeds: [], failure: null }
  } catch (error) {
    if (error instanceof Failure) return { links: [], feeds: [], failure: error.toValue() }
    throw error
  }
}

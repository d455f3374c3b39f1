// A previewed list with its cut links completed, where the pages it names tell how.
import { hnSource } from '../../../shared/address/hn-item.ts'
import { parseAddress } from '../../../shared/address/parse-link.ts'
import type { Completion } from '../../../shared/calls/look-up-calls.ts'
import type { ListPreview } from '../../../shared/reading-list.ts'
import type { FoundSeries } from '../../../shared/series-parts.ts'
import type { FetchTools } from '../../fetch/fetch-page.ts'
import { lookUp } from './look-up.ts'

export type ResolvedList = ListPreview & {
  /** Why each cut link became what it is, or stayed open; by its place in `items`. */
  readonly completions: readonly Completion[]
  /** What the pages that were asked list as series. */
  readonly series: readonly FoundSeries[]
}

/** `chosen`: addresses the reader vouches for. What cannot be completed stays cut, and its completion says why. */
export async function resolveList(
  list: ListPreview,
  options: { readonly chosen: readonly string[]; readonly signal: AbortSignal; readonly tools: FetchTools },
): Promise<ResolvedList> {
  const entries = list.items.flatMap(({ status, urlPrefix, title, partNumber, resolveVia }, at) =>
    status === 'cut' && urlPrefix !== null ? [{ key: String(at), urlPrefix, title, partNumber, resolveVia }] : [],
  )
  const address = hnSource(
    list.source.address,
    list.items.map(({ url }) => url),
  )
  const { completions, series } = await lookUp(entries, { ...options, address })
  const found = new Map(completions.map(({ key, url }) => [Number(key), url]))
  const items = list.items.map((item, at) => {
    const url = found.get(at) ?? null
    return url === null ? item : { ...item, url: parseAddress(url).url, status: 'ready' as const }
  })
  return { ...list, items, completions, series }
}

// Cut links that the text itself completes: by another link in it with that beginning, when exactly one fits, or because the part that is
// there already is the whole identity of a recording. Whatever is not sure stays open; an address is never guessed.
import { parseAddress } from '../../../shared/address/parse-link.ts'
import type { DraftItem, Reading } from '../blocks/draft-item.ts'

/** Completes what can be completed; changes the drafts it is given. */
export function completeCutLinks(drafts: readonly DraftItem[], { addresses }: Reading): void {
  const cut = drafts.filter(({ prefix, address }) => prefix !== null && address === null)
  if (cut.length === 0) return
  const whole = new Map(addresses.flat().flatMap((address) => (address ? [[plain(address.url), address] as const] : [])))
  const sorted = [...whole.keys()].toSorted()
  const titles = new Map<string, Set<string | null>>()
  for (const { prefix, title } of cut) titles.set(prefix ?? '', (titles.get(prefix ?? '') ?? new Set()).add(title))
  for (const draft of cut) {
    const prefix = draft.prefix ?? ''
    const video = wholeVideo(prefix)
    if (video !== null) {
      draft.address = parseAddress(video)
      continue
    }
    // Two cut links with one beginning cannot both be the one link that fits, unless they are called the same.
    if ((titles.get(prefix)?.size ?? 0) > 1 || isOnlyHost(prefix)) continue
    const [only, second] = longerThan(plain(prefix), sorted)
    const address = only === undefined || second !== undefined ? undefined : whole.get(only)
    if (!address) continue
    draft.address = address
    draft.startSeconds ??= address.startSeconds
  }
}

/** The first two of the sorted addresses that begin with the prefix and go on. */
function longerThan(prefix: string, sorted: readonly string[]): readonly string[] {
  let low = 0
  let high = sorted.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((sorted[middle] ?? '') <= prefix) low = middle + 1
    else high = middle
  }
  return sorted.slice(low, low + 2).filter((one) => one.startsWith(prefix))
}

function plain(address: string): string {
  return address.replace(/^https?:\/\/(?:www\.)?/i, '')
}

/** A recording's id of eleven signs with something behind it: only trailing parameters are lost. */
function wholeVideo(prefix: string): string | null {
  const [, id, behind] = /^https?:\/\/(?:(?:www|m)\.)?(?:youtube\.com\/watch\?v=|youtu\.be\/)([\w-]{11})([&?#]|$)/i.exec(prefix) ?? []
  return id && behind ? `https://www.youtube.com/watch?v=${id}` : null
}

/** `https://exam…` fits too much. */
function isOnlyHost(prefix: string): boolean {
  return !/^https?:\/\/[^/]+\/./i.test(prefix)
}

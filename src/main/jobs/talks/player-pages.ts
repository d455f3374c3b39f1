// Players of the web that the reader asked for: each has a page of ours, which opens once, within a minute. A link in a copy cannot guess it.

import type { OutputOf } from '../../../shared/contract.ts'
import { Failure } from '../../../shared/failure.ts'
import type { Cache, ItemRecord } from '../../cache/cache.ts'
import type { Clock } from '../../platform/clock.ts'
import type { Ids } from '../../platform/ids.ts'
import { playersOf } from './talk-facts.ts'

export type PlayerPages = {
  /** Answers the key of a page for this address. */
  make(url: string): string
  /** The address behind a key, and then never again; null for one that is unknown or too old. */
  take(key: string): string | null
}

const openMs = 60_000
const mostWaiting = 100

export function openPlayerPages({ clock, ids }: { readonly clock: Clock; readonly ids: Ids }): PlayerPages {
  const waiting = new Map<string, { readonly url: string; readonly until: number }>()
  return {
    make(url) {
      const [oldest] = waiting.keys()
      if (waiting.size >= mostWaiting && oldest !== undefined) waiting.delete(oldest)
      const key = ids.random()
      waiting.set(key, { url, until: clock.now() + openMs })
      return key
    },
    take(key) {
      const found = waiting.get(key)
      waiting.delete(key)
      return found && clock.now() <= found.until ? found.url : null
    },
  }
}

/** Throws recording.none. Only players that come over https: anybody on the way could be in another one. */
export function openPlayer(
  record: ItemRecord,
  seconds: number,
  { pages, cache, clock }: { readonly pages: PlayerPages; readonly cache: Pick<Cache, 'contacts'>; readonly clock: Clock },
): OutputOf<'recording.openPlayer'> {
  const { player } = playersOf(record, seconds)
  if (player === null || !player.url.startsWith('https:')) throw new Failure('recording.none', { host: record.item.host })
  // Loaded by the browser and not by our network; the reader's list of contacts knows it all the same.
  const at = clock.now()
  cache.contacts.note([{ host: player.host, firstAt: at, lastAt: at, requests: 1, purposes: ['details'] }])
  return { path: `/player/${pages.make(player.url)}`, host: player.host }
}

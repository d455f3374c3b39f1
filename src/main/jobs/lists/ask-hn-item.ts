// Asks the public JSON of a Hacker News item for its whole links, only when the reader asked for cut ones: Algolia's, then Hacker News' own.
import { hnItemOf } from '../../../shared/address/hn-item.ts'
import { Failure, type FailureValue } from '../../../shared/failure.ts'
import type { Network } from '../../network/network.ts'
import { type HnLinks, hnLinks } from '../../reading-lists/look-up/hn-links.ts'

const maxBytes = 5_000_000

/** Both need no key: https://hn.algolia.com/api and https://github.com/HackerNews/API. */
const services = (id: string) => [`https://hn.algolia.com/api/v1/items/${id}`, `https://hacker-news.firebaseio.com/v0/item/${id}.json`]

export type HnAnswer = { readonly links: HnLinks; readonly failure: null } | { readonly links: null; readonly failure: FailureValue }

/** `address`: the item's. Never throws what a service answers; null: it is no item's address. */
export async function askHnItem(
  address: string,
  { network, signal }: { readonly network: Network; readonly signal: AbortSignal },
): Promise<HnAnswer | null> {
  const id = hnItemOf(address)
  if (id === null) return null
  let failure: FailureValue | null = null
  for (const url of services(id)) {
    try {
      const { status, body } = await network.request({ url, purpose: 'details', headers: { accept: 'application/json' }, maxBytes, signal })
      const links = status === 200 ? hnLinks(new TextDecoder().decode(body)) : null
      if (links !== null) return { links, failure: null }
      throw new Failure('page.garbled', { host: new URL(url).host, status })
    } catch (error) {
      if (!(error instanceof Failure)) throw error
      failure = error.toValue()
    }
  }
  return failure === null ? null : { links: null, failure }
}

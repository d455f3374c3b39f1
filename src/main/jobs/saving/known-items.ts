// Which of many addresses the library has: links in an article, links on a page one is about to save from.
import { setImmediate } from 'node:timers/promises'
import { parseLink } from '../../../shared/address/parse-link.ts'
import type { OutputOf } from '../../../shared/contract.ts'
import { Failure } from '../../../shared/failure.ts'
import type { ItemId } from '../../../shared/item.ts'
import type { Cache } from '../../cache/cache.ts'

type Known = OutputOf<'item.known'>['known']

/** Comparing costs some 35 µs an address: a page asks for the same ones at every news, and the window must not wait for five thousand. */
const mostKept = 20_000
const atOnce = 200

/** Answers the known ones in the order asked, compared as saving compares them. What is no address of a page is not known. */
export function openKnownItems(cache: Cache): (urls: readonly string[]) => Promise<Known> {
  const kept = new Map<string, ItemId | null>()

  function idOf(url: string): ItemId | null {
    const before = kept.get(url)
    if (before !== undefined) return before
    const key = keyOf(url)
    const id = key === null ? null : cache.items.itemIdOf(key)
    if (kept.size >= mostKept) kept.clear()
    kept.set(url, id)
    return id
  }

  return async (urls) => {
    const asked: { readonly url: string; readonly id: ItemId }[] = []
    for (const [at, url] of urls.entries()) {
      if (at > 0 && at % atOnce === 0) await setImmediate()
      const id = idOf(url)
      if (id !== null) asked.push({ url, id })
    }
    const items = new Map(cache.items.summaries([...new Set(asked.map((one) => one.id))]).map((item) => [item.id, item]))
    return asked.flatMap(({ url, id }) => {
      const item = items.get(id)
      return item ? [{ url, item }] : []
    })
  }
}

function keyOf(url: string): string | null {
  try {
    return parseLink(url).comparisonKey
  } catch (error) {
    if (error instanceof Failure) return null
    throw error
  }
}

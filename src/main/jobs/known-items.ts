// Which of many addresses the library has: links in an article, links on a page one is about to save from.
import { parseLink } from '../../shared/address/parse-link.ts'
import type { OutputOf } from '../../shared/contract.ts'
import { Failure } from '../../shared/failure.ts'
import type { Cache } from '../cache/cache.ts'

/** The known ones in the order asked, compared as saving compares them. What is no address of a page is not known. */
export function knownItems(urls: readonly string[], cache: Cache): OutputOf<'item.known'>['known'] {
  const asked = urls.flatMap((url) => {
    const key = keyOf(url)
    return key === null ? [] : [{ url, id: cache.items.itemIdOf(key) }]
  })
  const items = new Map(cache.items.summaries([...new Set(asked.map((one) => one.id))]).map((item) => [item.id, item]))
  return asked.flatMap(({ url, id }) => {
    const item = items.get(id)
    return item ? [{ url, item }] : []
  })
}

function keyOf(url: string): string | null {
  try {
    return parseLink(url).comparisonKey
  } catch (error) {
    if (error instanceof Failure) return null
    throw error
  }
}

// What a text is, and what the library has of it already; nothing is fetched or written.
import { parseLink } from '../../../shared/address/parse-link.ts'
import type { PreviewedItem } from '../../../shared/calls/list-calls.ts'
import type { CheckedInputOf, OutputOf } from '../../../shared/contract.ts'
import { Failure } from '../../../shared/failure.ts'
import type { ListedItem } from '../../../shared/reading-list.ts'
import type { Cache } from '../../cache/cache.ts'
import { isPrivateLink } from '../../network/address-guard.ts'
import { type ReadListOptions, readList } from '../../reading-lists/read-list.ts'
import { toFindKey, wantedKeyOf } from './wanted-key.ts'

/** Throws file.too-large. */
export function previewList(
  { text, html, format, base, name }: CheckedInputOf<'list.preview'>,
  cache: Pick<Cache, 'items' | 'lists'>,
): OutputOf<'list.preview'> {
  const options: ReadListOptions = {
    ...(html === undefined ? {} : { html }),
    ...(format === undefined ? {} : { format }),
    ...(base === undefined ? {} : { base }),
    ...(name === undefined ? {} : { name }),
  }
  const { items, ...list } = readList(text, options)
  // The same text again joins the list it made, by whatever name the reader gave that one.
  const title = cache.lists.titleFor(list.source.format === 'html' ? (html ?? text) : text) ?? list.title
  return { ...list, title, items: items.map((item) => previewed(item, cache)) }
}

function previewed(item: ListedItem, cache: Pick<Cache, 'items' | 'lists'>): PreviewedItem {
  const nothing = { already: null, wantedKey: null, private: false, failure: null }
  if (item.url === null) {
    const wantedKey = wantedKeyOf(item)
    const already = cache.lists.wanted(toFindKey(wantedKey))
    if (already === null || already.state === 'to-find') return { ...item, ...nothing, wantedKey, already }
    // It has been found before: its address stands in the library.
    return { ...item, ...nothing, wantedKey, already, url: already.url, status: 'ready', private: isPrivateLink(already.url) }
  }
  try {
    const { comparisonKey, url } = parseLink(item.url)
    return { ...item, wantedKey: null, already: cache.items.byComparisonKey(comparisonKey), private: isPrivateLink(url), failure: null }
  } catch (error) {
    if (error instanceof Failure) return { ...item, ...nothing, failure: error.toValue() }
    throw error
  }
}

// What a question to the library narrows it by, whoever asks: the search box, a list's filters, the command line. library-query.ts reads
// it from what is typed, cache/item-filter.ts turns it into SQL.
import type { ItemKind, ItemPlace, ItemState } from './item.ts'

export type FilterTest =
  | { readonly field: 'place'; readonly place: ItemPlace }
  | { readonly field: 'state'; readonly state: ItemState }
  | { readonly field: 'kind'; readonly kind: ItemKind }
  | { readonly field: 'favourite' }
  /** Not finished yet. */
  | { readonly field: 'unread' }
  /** Begun and not finished. */
  | { readonly field: 'begun' }
  /** In its one spelling (tag-name.ts). */
  | { readonly field: 'tag'; readonly tag: string }
  /** A host, with everything under it; without `www.`. */
  | { readonly field: 'site'; readonly site: string }
  /** `SeriesPlace.key`, or words of the series' title. */
  | { readonly field: 'series'; readonly series: string }
  /** Words of the byline. */
  | { readonly field: 'by'; readonly by: string }
  /** When it was added, ms since 1970: from (with it) until (without it); null: open. */
  | { readonly field: 'added'; readonly from: number | null; readonly until: number | null }
  /** Whole minutes, both ends with it. */
  | { readonly field: 'minutes'; readonly from: number | null; readonly until: number | null }
  | { readonly field: 'has'; readonly what: 'highlight' | 'note' | 'picture' | 'code' | 'tag' | 'series' }

/**
 * One test, or its opposite. Several are joined by "and", except that several kinds, states, places or sites asked for mean any of them:
 * nothing is of two kinds.
 */
export type LibraryFilter = FilterTest & { readonly not: boolean }

/** Fields of which an item has exactly one value. */
export const oneOfFields: ReadonlySet<FilterTest['field']> = new Set(['place', 'state', 'kind', 'site'])

// What the rest of the house may ask of the rows, and the shapes they are handed over in.

import type { FailureValue } from '../../shared/failure.ts'
import type { ItemId, ItemKind, ItemPlace, ItemState, ItemSummary, ReadingAnchor, Remark, SeriesPlace, Wanted } from '../../shared/item.ts'
import type { JobId } from '../../shared/job.ts'
import type { LibraryFilter } from '../../shared/library-filter.ts'
import type { Talk } from '../../shared/talk.ts'

export type NewItem = {
  /** Derived from the comparison key by items.itemIdOf. */
  readonly comparisonKey: string
  readonly url: string
  readonly originalLink: string
  readonly kind: ItemKind
  readonly title: string
  readonly place: ItemPlace
  readonly startSeconds: number | null
  /** True when the reader typed the link: its own host may be private. */
  readonly typed: boolean
  /** Of a thing without a whole address: it is kept as to-find, with an empty url and no job. */
  readonly wanted?: Wanted | null
  readonly byline?: string | null
  /** The series somebody said it belongs to: goes before what its title says. */
  readonly givenSeries?: SeriesPlace | null
}
export type SavedItem = { readonly item: ItemSummary; readonly already: boolean; readonly jobId: JobId | null }

export type ItemQuery = {
  readonly place?: ItemPlace | undefined
  readonly kind?: ItemKind | undefined
  readonly state?: ItemState | undefined
  readonly favourite?: boolean | undefined
  readonly tag?: string | undefined
  readonly series?: string | undefined
  readonly unread?: boolean | undefined
  readonly begun?: boolean | undefined
  /** Narrowed further, by what somebody typed. */
  readonly filters?: readonly LibraryFilter[] | undefined
  readonly sort: 'added' | 'title' | 'length' | 'progress' | 'part' | 'opened' | 'deleted'
  readonly offset: number
  readonly limit: number
}

export type ItemRecord = {
  readonly item: ItemSummary
  readonly comparisonKey: string
  readonly originalLink: string
  readonly typed: boolean
  readonly talk: Talk | null
  readonly position: number
  /** The line the reader was at. */
  readonly anchor: ReadingAnchor | null
}

export type ItemShelf = {
  itemIdOf(comparisonKey: string): ItemId
  /** One transaction: rows, operations, jobs (kind save). With `lease`, the jobs are this process's from birth. A row that is there is answered as it is, with the job at work on it; one in the trash is restored; one of which nothing is here (waiting, failed) gets a job again. */
  save(rows: readonly NewItem[], options: { readonly lease: boolean }): readonly SavedItem[]
  byComparisonKey(key: string): ItemSummary | null
  /** Sorted as `ListItems.sort` says. Without `place`, everything but the trash. */
  list(query: ItemQuery): { readonly items: readonly ItemSummary[]; readonly total: number }
  /** Rowids (the search index's too) of everything that fits; null when there are more than `most`. */
  ordinalsOf(filters: readonly LibraryFilter[], most: number): readonly number[] | null
  /** The largest rowid of all that fit; 0 when nothing does. */
  newestOrdinal(filters: readonly LibraryFilter[]): number
  /** Those of the rowids whose rows fit, in the order given. */
  fitting(ordinals: readonly number[], filters: readonly LibraryFilter[]): readonly number[]
  /** Sites of items outside the trash, the fullest first. */
  sites(limit: number): readonly { readonly site: string; readonly items: number }[]
  /** How many a list of this query has, by state. */
  states(query: Omit<ItemQuery, 'sort' | 'offset' | 'limit'>): Record<ItemState, number>
  /** `states`, `talks` and `favourites` leave out the trash. */
  counts(): {
    readonly places: Record<ItemPlace, number>
    readonly states: Record<ItemState, number>
    readonly talks: number
    readonly favourites: number
  }
  /** Throws item.unknown. */
  get(id: ItemId): ItemRecord
  summaries(ids: readonly ItemId[]): readonly ItemSummary[]
  /** By rowid; in the order asked, what is not there left out. */
  summariesByOrdinal(ordinals: readonly number[]): readonly ItemSummary[]
  move(ids: readonly ItemId[], place: ItemPlace): readonly ItemSummary[]
  setFavourite(ids: readonly ItemId[], favourite: boolean): readonly ItemSummary[]
  rename(id: ItemId, title: string): ItemSummary
  /** Throws item.unknown; copy.unknown when the anchor stands in a copy of another item. */
  setReading(id: ItemId, position: number, progress: number, anchor?: ReadingAnchor | null): ItemSummary
  /** The reader opened it. Tells nobody: whoever shows an item asks for it again at every news, and must not make news by it. */
  noteOpened(id: ItemId): void
  /** State failed when nothing of it is here; else the state stays and the failure stands beside it. */
  fail(id: ItemId, failure: FailureValue, remarks?: readonly Remark[]): ItemSummary
  /** What a talk's details or an extraction without a copy tell about the row. */
  describe(id: ItemId, facts: ItemFacts): ItemSummary
  /** The row, its copies, reading state and highlights become a tombstone. Only for items in the trash, or after 30 days. */
  deleteForever(ids: readonly ItemId[]): number
}

/** Facts a job learned; absent fields stay as they are. */
export type ItemFacts = {
  readonly kind?: ItemKind
  readonly title?: string
  readonly byline?: string | null
  readonly siteName?: string | null
  readonly lang?: string | null
  readonly excerpt?: string | null
  readonly publishedTime?: string | null
  readonly words?: number
  readonly minutes?: number
  readonly durationSeconds?: number | null
  readonly talk?: Talk | null
  /** The series the page says it is a part of; what the reader or a list page said of it goes before. */
  readonly toldSeries?: SeriesPlace
  readonly state?: ItemState
  readonly failure?: FailureValue | null
  readonly remarks?: readonly Remark[]
  readonly leadImage?: string | null
  readonly favicon?: string | null
  /** Blobs that belong to the item itself and not to a copy (a talk's thumbnail). */
  readonly blobs?: readonly NewBlob[]
}

/** `mime`: what to serve it as; a blob without one is served as bytes. */
export type NewBlob = { readonly sha256: string; readonly bytes: Uint8Array; readonly mime?: string }

// What the rest of the house may ask of series.
import type { OutputOf } from '../../shared/contract.ts'
import type { FailureValue } from '../../shared/failure.ts'
import type { ItemId } from '../../shared/item.ts'
import type { FoundPart } from '../../shared/series-parts.ts'

export type SeriesSummary = OutputOf<'series.list'>['series'][number]

export type SeriesMember = {
  readonly id: ItemId
  readonly title: string
  readonly url: string
  readonly typed: boolean
  /** The series' own title. */
  readonly series: string
  readonly part: number | null
}

export type SeriesLook = { readonly indexUrl: string | null; readonly parts: readonly FoundPart[]; readonly failure: FailureValue | null }

export type SeriesShelf = {
  /** Series of at least two items outside the trash, by the newest part; parts as the series counts, then as they were added. */
  list(): SeriesSummary[]
  /** Parts in the library, outside the trash, by their numbers. */
  members(key: string): readonly SeriesMember[]
  /** What the last look found, in the order of the parts; nothing when there was none. */
  known(key: string): OutputOf<'series.known'>
  /** Keeps what a look found; the parts of an earlier one stay when it found none. */
  noteLook(key: string, look: SeriesLook): void
}

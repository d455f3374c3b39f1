// What the rest of the house may ask of series.
import type { OutputOf } from '../../shared/contract.ts'

export type SeriesSummary = OutputOf<'series.list'>['series'][number]

export type SeriesShelf = {
  /** Series of at least two items outside the trash, by the newest part; parts as the series counts, then as they were added. */
  list(): SeriesSummary[]
}

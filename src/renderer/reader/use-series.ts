// The series an item is a part of, as the library has it: its parts in order, and the neighbours of this one.
import type { OutputOf } from '../../shared/contract.ts'
import type { ItemId, ItemSummary } from '../../shared/item.ts'
import type { ListId } from '../../shared/list.ts'
import { titleInSeries } from '../client/title-in-series.ts'
import { useCall } from '../client/use-call.ts'

type Listed = OutputOf<'series.list'>['series'][number]
export type SeriesPart = {
  readonly id: ItemId
  /** The part's number in the series, or its place where its title says none. */
  readonly number: number
  /** Without the series' own name. */
  readonly title: string
  readonly minutes: number
  readonly complete: boolean
  readonly progress: number
}
export type SeriesHere = {
  readonly key: string
  /** One reads along a reading list: these are its entries, not the parts of a series. */
  readonly list: ListId | null
  readonly title: string
  /** How many parts the series has, as far as anybody can know. */
  readonly total: number
  readonly parts: readonly SeriesPart[]
  readonly here: SeriesPart
  readonly previous: SeriesPart | null
  readonly next: SeriesPart | null
}

/** Null while it is not known, and for an item that is in none. */
export function useSeries(item: ItemSummary | undefined): SeriesHere | null {
  const series = item?.series ?? null
  const list = useCall('series.list', {}, { enabled: series !== null })
  const listed = list.data?.series.find(({ key }) => key === series?.key)
  return item === undefined || listed === undefined ? null : placeInSeries(listed, item.id)
}

/** Where `id` stands in its series; null when it is not one of its parts (it rests in the trash). Pure. */
export function placeInSeries(listed: Listed, id: ItemId): SeriesHere | null {
  const parts = listed.parts.map((part, index) => ({
    id: part.id,
    number: part.part ?? index + 1,
    title: titleInSeries(part.title, listed.title),
    minutes: part.minutes,
    complete: part.state === 'complete',
    progress: part.progress,
  }))
  const at = parts.findIndex((part) => part.id === id)
  const here = parts[at]
  if (here === undefined) return null
  return {
    key: listed.key,
    list: null,
    title: listed.title,
    total: Math.max(parts.length, ...parts.map((part) => part.number)),
    parts,
    here,
    previous: parts[at - 1] ?? null,
    next: parts[at + 1] ?? null,
  }
}

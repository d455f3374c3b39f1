// Where in the list of a series' parts one is missing: a gap for each part a look has found, and one for each run of numbers nobody knows more of. Pure.
import type { OutputOf } from '../../shared/contract.ts'
import { titleInSeries } from '../client/title-in-series.ts'
import { missingNumbers } from './missing-parts.ts'
import type { Part } from './series-facts.ts'

type Found = OutputOf<'series.known'>['parts'][number]

export type SeriesGap = {
  /** It stands before this row of the parts that are here, or behind them all. */
  readonly beforeRow: number
  /** The numbers that are missing; one number twice for a single part. */
  readonly first: number
  readonly last: number
  /** What a look found; null: only the numbers tell of it. */
  readonly found: { readonly url: string; readonly title: string } | null
}

type Numbered = { readonly title: string; readonly parts: readonly Pick<Part, 'part'>[] }

/** In the order of their numbers. Parts without a number are no gaps: nobody knows where they belong. */
export function seriesGaps(series: Numbered, known: readonly Found[]): readonly SeriesGap[] {
  const gaps: SeriesGap[] = []
  const numbered = series.parts.filter(({ part }) => part !== null).length
  if (numbered === 0) return []
  const rowOf = (number: number) => {
    const at = series.parts.findIndex(({ part }) => part !== null && part > number)
    return at < 0 ? numbered : at
  }
  const told = new Set<number>()
  for (const { item, part, url, title } of known) {
    if (item !== null || part === null || told.has(part)) continue
    told.add(part)
    gaps.push({ beforeRow: rowOf(part), first: part, last: part, found: { url, title: titleInSeries(title, series.title) } })
  }
  const parts = [...series.parts, ...[...told].map((part) => ({ part }))]
  for (const number of missingNumbers({ parts })) {
    const beforeRow = rowOf(number)
    const before = gaps.at(-1)
    const goesOn = before?.found === null && before.last === number - 1 && before.beforeRow === beforeRow
    if (goesOn) gaps.splice(-1, 1, { ...before, last: number })
    else gaps.push({ beforeRow, first: number, last: number, found: null })
  }
  return gaps.sort((a, b) => a.first - b.first)
}

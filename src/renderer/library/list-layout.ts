// How a list is laid out: rows, day headings between them, a heading over the parts of one series, which may be folded away, and gaps where parts
// are missing. Heights are fixed by kind, so that a hundred thousand rows need no measuring. Pure.
import type { SeriesGap } from './series-gaps.ts'

export type DayHeading = { readonly title: string; readonly beforeRow: number }
/** The rows `from` to `to` (exclusive) are parts of one series. */
export type SeriesGroup = { readonly key: string; readonly from: number; readonly to: number; readonly folded: boolean }

export type ListEntry =
  | { readonly kind: 'day'; readonly title: string }
  | { readonly kind: 'series'; readonly group: SeriesGroup }
  | { readonly kind: 'gap'; readonly gap: SeriesGap }
  | { readonly kind: 'row'; readonly row: number; readonly group: SeriesGroup | null }

export type ListLayout = {
  readonly count: number
  entryAt(index: number): ListEntry
  /** What kind of entry it is, and no more: asked of all of them when their heights are added up. */
  kindAt(index: number): ListEntry['kind']
  /** The entry a row stands at; a folded row's is its series' heading. */
  indexOfRow(row: number): number
  /** The row at an entry, or the first one below a heading. */
  rowAt(index: number): number
  /** Where an entry begins, given how high each kind is. */
  offsetOf(index: number, heights: EntryHeights): number
}

export type EntryHeights = Readonly<Record<ListEntry['kind'], number>>

/** From entry `index` on: `entries` of them, headings or the rows from `row` on. */
type Run = {
  readonly index: number
  readonly entries: number
  readonly row: number
  readonly heading: Exclude<ListEntry, { kind: 'row' }> | null
  readonly group: SeriesGroup | null
}

/** `days`, `groups` and `gaps` in the order of their rows; groups do not overlap, and a gap stands in none. */
export function layoutOf(
  rows: number,
  days: readonly DayHeading[],
  groups: readonly SeriesGroup[],
  gaps: readonly SeriesGap[] = [],
): ListLayout {
  const runs = runsOf(rows, days, groups, gaps)
  const last = runs.at(-1)
  const count = last === undefined ? 0 : last.index + last.entries
  const runAt = (index: number) => runs[lastWhere(runs, (run) => run.index <= index)]
  return {
    count,
    entryAt(index) {
      const run = runAt(index)
      if (run === undefined) return { kind: 'row', row: index, group: null }
      return run.heading ?? { kind: 'row', row: run.row + index - run.index, group: run.group }
    },
    kindAt: (index) => runAt(index)?.heading?.kind ?? 'row',
    indexOfRow(row) {
      // The last run that begins at or before the row: its own rows, or the heading of the series it is folded into.
      const run = runs[lastWhere(runs, (one) => one.row <= row)]
      if (run === undefined) return row
      return run.heading === null ? run.index + row - run.row : run.index
    },
    rowAt(index) {
      const run = runAt(index)
      return run === undefined ? index : run.heading === null ? run.row + index - run.index : run.row
    },
    offsetOf(index, heights) {
      let offset = 0
      for (const run of runs) {
        if (run.index >= index) break
        offset += Math.min(run.entries, index - run.index) * heights[run.heading?.kind ?? 'row']
      }
      return offset
    },
  }
}

function runsOf(rows: number, days: readonly DayHeading[], groups: readonly SeriesGroup[], gaps: readonly SeriesGap[]): readonly Run[] {
  const runs: Run[] = []
  let row = 0
  let index = 0
  const heading = (entry: Exclude<ListEntry, { kind: 'row' }>) => {
    runs.push({ index, entries: 1, row, heading: entry, group: null })
    index += 1
  }
  const rowsUntil = (to: number, group: SeriesGroup | null) => {
    if (to <= row) return
    runs.push({ index, entries: to - row, row, heading: null, group })
    index += to - row
    row = to
  }
  // A day that begins inside a series would cut it in two; the series stands under the day of its heading.
  const within = (at: number) => groups.some((group) => at > group.from && at < group.to)
  const breaks: readonly { readonly at: number; readonly heading: Run['heading'] & {} }[] = [
    ...days
      .filter((day) => !within(day.beforeRow))
      .map((day) => ({ at: day.beforeRow, heading: { kind: 'day', title: day.title } as const })),
    ...gaps.map((gap) => ({ at: gap.beforeRow, heading: { kind: 'gap', gap } as const })),
    ...groups.map((group) => ({ at: group.from, heading: { kind: 'series', group } as const })),
  ].sort((a, b) => a.at - b.at || (a.heading.kind === 'series' ? 1 : 0) - (b.heading.kind === 'series' ? 1 : 0))
  for (const { at, heading: entry } of breaks) {
    if (at > rows) break
    rowsUntil(at, null)
    heading(entry)
    if (entry.kind !== 'series') continue
    const { group } = entry
    if (group.folded) row = Math.min(group.to, rows)
    else rowsUntil(Math.min(group.to, rows), group)
  }
  rowsUntil(rows, null)
  return runs
}

/** The last index for which `holds` is true, where it is true up to some point and false behind it; -1 for none. */
function lastWhere<T>(list: readonly T[], holds: (entry: T) => boolean): number {
  let low = 0
  let high = list.length
  while (low < high) {
    const middle = (low + high) >> 1
    const entry = list[middle]
    if (entry !== undefined && holds(entry)) low = middle + 1
    else high = middle
  }
  return low - 1
}

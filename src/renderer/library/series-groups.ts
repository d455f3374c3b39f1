// Which rows of a list are parts of one series and stand under its heading. Pure.
import type { ItemSummary } from '../../shared/item.ts'

export type FoundGroup = { readonly key: string; readonly from: number; readonly to: number }

/** At least two parts make a series; one alone is a row like any other. */
const enough = 2

/**
 * Runs of equal series among rows that lie at `offset` of their list, single ones too: the rest of them may lie on the next page.
 */
export function seriesRuns(items: readonly Pick<ItemSummary, 'series'>[], offset: number): readonly FoundGroup[] {
  const runs: FoundGroup[] = []
  for (const [at, { series }] of items.entries()) {
    if (series === null) continue
    const last = runs.at(-1)
    const row = offset + at
    if (last !== undefined && last.key === series.key && last.to === row) runs[runs.length - 1] = { ...last, to: row + 1 }
    else runs.push({ key: series.key, from: row, to: row + 1 })
  }
  return runs
}

/** Runs of several pages as the groups of the list: those that meet at a page's border are one. In the order of their rows. */
export function seriesGroups(runs: readonly FoundGroup[]): readonly FoundGroup[] {
  const joined: FoundGroup[] = []
  for (const run of runs.toSorted((a, b) => a.from - b.from)) {
    const last = joined.at(-1)
    if (last !== undefined && last.key === run.key && run.from <= last.to)
      joined[joined.length - 1] = { ...last, to: Math.max(last.to, run.to) }
    else if (last === undefined || run.from >= last.to) joined.push(run)
  }
  return joined.filter((group) => group.to - group.from >= enough)
}

// What a text names twice is one thing: its moments, and everything that is said of it, come together. Pure.
import type { ListedItem } from './reading-list.ts'

/** A start time the text names, and what it says there; empty: nothing. */
export type ListedMoment = { readonly seconds: number; readonly words: string }

export type JoinedItem<T> = {
  /** Its place among `items`. */
  readonly at: number
  /** As it is named first; its start is the first that is told, its words are all that are said. */
  readonly item: T
  /** Every start time, as the text runs. */
  readonly moments: readonly ListedMoment[]
}

/** The items without those that repeat an earlier one (`duplicateOf`), whose moments and words join it. */
export function joinRepeated<T extends ListedItem>(items: readonly T[]): readonly JoinedItem<T>[] {
  const repeats = Map.groupBy(items, ({ duplicateOf }) => duplicateOf)
  return items.flatMap((item, at) => {
    if (item.duplicateOf !== null) return []
    const all = [item, ...(repeats.get(at) ?? [])]
    const said = all.flatMap(({ recommendation }) => (recommendation?.trim() ? [recommendation.trim()] : []))
    const joined = {
      ...item,
      title: all.find(({ title }) => title !== null)?.title ?? null,
      by: all.find(({ by }) => by !== null)?.by ?? null,
      startSeconds: all.find(({ startSeconds }) => startSeconds !== null)?.startSeconds ?? null,
      recommendation: said.length === 0 ? item.recommendation : [...new Set(said)].join('\n\n'),
      alternates: [...new Set(all.flatMap(({ alternates }) => alternates))],
    }
    const moments = all.flatMap(({ startSeconds, recommendation }) =>
      startSeconds === null ? [] : [{ seconds: startSeconds, words: recommendation?.trim() ?? '' }],
    )
    return [{ at, item: all.length === 1 ? item : joined, moments }]
  })
}

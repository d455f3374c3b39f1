// Where the headings "Today", "Yesterday", "This week", "Earlier" stand between rows that are sorted by when they were added. Pure.
import type { DayHeading } from './list-layout.ts'

const dayMs = 86_400_000

/**
 * Headings for rows newest first. Only the rows at the top are given: further down nothing newer follows, so four headings are
 * all there are and no height changes when more rows arrive. Parts of a series stand together by the newest of them, so a row
 * counts as new as the newest below it. `now` and `addedAt` in ms since 1970; days are the reader's own.
 */
export function dayHeadings(addedAt: readonly number[], now: number): readonly DayHeading[] {
  const start = new Date(now).setHours(0, 0, 0, 0)
  const newest = [...addedAt]
  for (let row = newest.length - 2; row >= 0; row -= 1) newest[row] = Math.max(newest[row] ?? 0, newest[row + 1] ?? 0)
  const headings: DayHeading[] = []
  for (const [row, at] of newest.entries()) {
    const title = at >= start ? 'Today' : at >= start - dayMs ? 'Yesterday' : at >= start - 6 * dayMs ? 'This week' : 'Earlier'
    if (headings.at(-1)?.title !== title) headings.push({ title, beforeRow: row })
  }
  return headings
}

// Where the headings "Today", "Yesterday", "This week", "Earlier" stand between rows that are sorted by when they were added. Pure.

export type DayHeading = { readonly title: string; readonly beforeRow: number }

const dayMs = 86_400_000

/**
 * Headings for rows newest first. Only the rows at the top are given: further down nothing newer follows, so four headings are
 * all there are and no height changes when more rows arrive. `now` and `addedAt` in ms since 1970; days are the reader's own.
 */
export function dayHeadings(addedAt: readonly number[], now: number): readonly DayHeading[] {
  const start = new Date(now).setHours(0, 0, 0, 0)
  const headings: DayHeading[] = []
  for (const [row, at] of addedAt.entries()) {
    const title = at >= start ? 'Today' : at >= start - dayMs ? 'Yesterday' : at >= start - 6 * dayMs ? 'This week' : 'Earlier'
    if (headings.at(-1)?.title !== title) headings.push({ title, beforeRow: row })
  }
  return headings
}

/** What stands at one place of the virtual list: a heading or a row. */
export type ListEntry = { readonly heading: string } | { readonly row: number }

/** Number of entries for `rows` rows with their headings. */
export function entryCount(rows: number, headings: readonly DayHeading[]): number {
  return rows + headings.length
}

export function entryAt(index: number, headings: readonly DayHeading[]): ListEntry {
  let before = 0
  for (const heading of headings) {
    const at = heading.beforeRow + before
    if (index === at) return { heading: heading.title }
    if (index < at) break
    before += 1
  }
  return { row: index - before }
}

export function indexOfRow(row: number, headings: readonly DayHeading[]): number {
  return row + headings.filter((heading) => heading.beforeRow <= row).length
}

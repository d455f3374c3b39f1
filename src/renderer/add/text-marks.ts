// Where in the text the things of the list beside it stand, for the numbers drawn into it. Pure.
import type { ListRow } from './list-rows.ts'
import type { Understood } from './understood.ts'

/** In UTF-16 units of the text; in order and apart from each other. */
export type TextMark = { readonly at: number; readonly length: number; readonly label: string; readonly cut: boolean }

export function marksOfLinks(links: readonly Understood[]): readonly TextMark[] {
  return links
    .map(({ at, length, failure }, index) => ({ at, length, label: String(index + 1), cut: failure !== null }))
    .toSorted((a, b) => a.at - b.at)
}

/**
 * The marks of a list. What the text shows of a thing is its link or, without one, its title; `exact`: the places in the list are places in this
 * very text, and not in the rich text beside it. What is not found as it stands gets no mark.
 */
export function marksOfRows(text: string, rows: readonly ListRow[], exact: boolean): readonly TextMark[] {
  const marks: TextMark[] = []
  const isFree = (at: number, length: number) => marks.every((mark) => at + length <= mark.at || mark.at + mark.length <= at)
  for (const { item, label } of rows) {
    for (const shown of [item.originalLink, item.url, item.title]) {
      if (shown === null || shown === '') continue
      let at = text.indexOf(shown, exact ? item.at : 0)
      while (at >= 0 && !isFree(at, shown.length)) at = text.indexOf(shown, at + 1)
      if (at < 0) continue
      const dots = item.truncated ? (/^(…|\.\.\.)/.exec(text.slice(at + shown.length))?.[0].length ?? 0) : 0
      marks.push({ at, length: shown.length + dots, label, cut: item.truncated })
      break
    }
  }
  return marks.toSorted((a, b) => a.at - b.at)
}

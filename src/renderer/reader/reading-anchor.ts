// The line being read, as it is kept: an offset in the normalised text of one copy and the words there. Pure; the DOM is text-anchor.ts's.
import type { CopyId, ReadingAnchor } from '../../shared/item.ts'

/** Words enough to be the only ones of their kind, few enough to lie within what a new copy keeps as it was. */
const keptLetters = 120
const shortestLetters = 24

/** What is kept of the line that begins at `offset`. */
export function describeLine(copyId: CopyId, text: string, offset: number): ReadingAnchor {
  return { copyId, offset, words: text.slice(offset, offset + keptLetters) }
}

/**
 * Where the kept line begins in `text`, the text of `copyId`. In another copy its words are looked for, in full and then
 * their beginning, nearest to where they were (`position`, a share of the text); null when they are gone.
 */
export function findLine(anchor: ReadingAnchor, copyId: CopyId, text: string, position: number): number | null {
  if (anchor.copyId === copyId && anchor.offset < text.length) return anchor.offset
  for (let length = anchor.words.length; length >= shortestLetters; length = Math.floor(length / 2)) {
    const found = nearest(text, anchor.words.slice(0, length), position * text.length)
    if (found !== null) return found
  }
  return null
}

function nearest(text: string, words: string, to: number): number | null {
  let best: number | null = null
  for (let at = text.indexOf(words); at >= 0; at = text.indexOf(words, at + 1)) {
    if (best === null || Math.abs(at - to) < Math.abs(best - to)) best = at
  }
  return best
}

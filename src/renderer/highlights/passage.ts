// A stretch of an article's normalised text: where what was selected really begins and ends. Pure; offsets are UTF-16 units.

export type Passage = { readonly start: number; readonly end: number }

/** How far back a stretch may begin in which letters are told apart: longer than any word, and it begins at a space. */
const reachBack = 200

/**
 * The passage without white space at its edges, and with whole letters: an edge inside an emoji, a flag, or a letter with its
 * combining marks moves outward. Null when nothing but white space is left.
 */
export function wholePassage(text: string, start: number, end: number): Passage | null {
  let from = Math.max(0, Math.min(start, text.length))
  let to = Math.max(0, Math.min(end, text.length))
  while (from < to && isSpace(text[from])) from += 1
  while (to > from && isSpace(text[to - 1])) to -= 1
  if (from >= to) return null
  return { start: letterEdge(text, from, 'back'), end: letterEdge(text, to, 'on') }
}

let segmenter: Intl.Segmenter | null = null

/** `at`, or the edge of the letter it stands inside. */
function letterEdge(text: string, at: number, way: 'back' | 'on'): number {
  if (at <= 0 || at >= text.length || (isPlain(text[at - 1]) && isPlain(text[at]))) return at
  let from = at - 1
  while (from > 0 && at - from < reachBack && !isSpace(text[from])) from -= 1
  segmenter ??= new Intl.Segmenter(undefined, { granularity: 'grapheme' })
  for (const { index, segment } of segmenter.segment(text.slice(from, at + reachBack))) {
    const [begins, ends] = [from + index, from + index + segment.length]
    if (begins >= at) return at
    if (ends > at) return way === 'back' ? begins : ends
  }
  return at
}

/** Latin letters, figures and signs never join with a neighbour of their kind. */
function isPlain(char: string | undefined): boolean {
  return char !== undefined && char < '\u0300'
}

function isSpace(char: string | undefined): boolean {
  return char !== undefined && /\s/.test(char)
}

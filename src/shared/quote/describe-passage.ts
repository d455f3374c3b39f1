// Offsets of a normalised text to the anchor of a passage. The window describes what was selected; the core describes it once more
// from its own copy of the text and believes nothing else.
import { contextLetters, type PassageAnchor } from '../highlight.ts'
import { normaliserVersion } from '../text/normalise.ts'

/**
 * The anchor of `text.slice(start, end)`, without white space at its edges and never with half a letter; offsets in UTF-16 units.
 * `heading` is the nearest one above, as shown. Null when nothing but white space is left, or the passage is no part of the text.
 */
export function describePassage(text: string, start: number, end: number, heading: string | null): PassageAnchor | null {
  if (start < 0 || end > text.length || end <= start) return null
  let from = wholeLetter(text, start, 'down')
  let to = wholeLetter(text, end, 'up')
  while (from < to && isSpace(text[from])) from += 1
  while (to > from && isSpace(text[to - 1])) to -= 1
  return from === to ? null : anchorOf(text, from, to, heading)
}

/** The anchor of exactly these offsets, which stand at whole letters. */
export function anchorOf(text: string, start: number, end: number, heading: string | null): PassageAnchor {
  return {
    exact: text.slice(start, end),
    prefix: text.slice(wholeLetter(text, Math.max(0, start - contextLetters), 'up'), start),
    suffix: text.slice(end, wholeLetter(text, Math.min(text.length, end + contextLetters), 'down')),
    start,
    end,
    normaliserVersion,
    heading: heading === null ? null : heading.slice(0, wholeLetter(heading, Math.min(heading.length, 500), 'down')),
  }
}

/** True when the offset stands between two units of one letter. */
export function splitsLetter(text: string, at: number): boolean {
  return /[\ud800-\udbff]/.test(text[at - 1] ?? '') && /[\udc00-\udfff]/.test(text[at] ?? '')
}

function wholeLetter(text: string, at: number, way: 'up' | 'down'): number {
  if (!splitsLetter(text, at)) return at
  return way === 'up' ? at + 1 : at - 1
}

function isSpace(unit: string | undefined): boolean {
  return unit !== undefined && /\s/.test(unit)
}

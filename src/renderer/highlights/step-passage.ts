// Selecting without a mouse: a stretch of text that moves and grows by words and sentences. Pure; offsets are UTF-16 units.
import type { Passage } from './passage.ts'

/** What is selected lies between the two; growing moves `focus` and leaves `anchor`, as everywhere where one selects with keys. */
export type Reach = { readonly anchor: number; readonly focus: number }
export type Step = { readonly by: 'word' | 'sentence'; readonly way: 'back' | 'on'; readonly grow: boolean }

const segmenters = new Map<string, Intl.Segmenter>()

/** The first sentence that begins at `at` or behind it; the last one of the text when there is none. */
export function sentenceFrom(text: string, at: number, lang?: string): Passage | null {
  return following(text, at, 'sentence', lang) ?? preceding(text, text.length, 'sentence', lang)
}

export function passageOf({ anchor, focus }: Reach): Passage {
  return { start: Math.min(anchor, focus), end: Math.max(anchor, focus) }
}

/** One step; the same reach when the text ends there. */
export function stepReach(text: string, reach: Reach, { by, way, grow }: Step, lang?: string): Reach {
  if (grow) {
    const focus = way === 'on' ? grownOn(text, reach, by, lang) : grownBack(text, reach, by, lang)
    return focus === null || focus === reach.anchor ? reach : { anchor: reach.anchor, focus }
  }
  const now = passageOf(reach)
  const next = way === 'on' ? onward(text, now, by, lang) : preceding(text, now.start, by, lang)
  return next === null ? reach : { anchor: next.start, focus: next.end }
}

/** A step by words from something longer enters it; everything else goes to what follows. */
function onward(text: string, now: Passage, by: Step['by'], lang?: string): Passage | null {
  const first = following(text, now.start, by, lang)
  if (by === 'word' && first !== null && first.end < now.end) return first
  return following(text, by === 'word' ? now.end : now.start + 1, by, lang)
}

function grownOn(text: string, { anchor, focus }: Reach, by: Step['by'], lang?: string): number | null {
  if (focus < anchor) return following(text, focus + 1, by, lang)?.start ?? null
  const inside = preceding(text, focus, by, lang, (unit) => unit.start < focus)
  if (inside !== null && inside.end > focus) return inside.end
  return following(text, focus, by, lang)?.end ?? null
}

function grownBack(text: string, { anchor, focus }: Reach, by: Step['by'], lang?: string): number | null {
  const shorter = preceding(text, focus - 1, by, lang)
  if (focus > anchor && shorter !== null && shorter.end > anchor) return shorter.end
  return preceding(text, Math.min(anchor, focus), by, lang)?.start ?? null
}

/** The first unit that begins at `at` or behind it. */
function following(text: string, at: number, by: Step['by'], lang?: string): Passage | null {
  for (let line = lineAt(text, at); line !== null; line = lineAfter(text, line)) {
    const found = unitsOf(text, line, by, lang).find((unit) => unit.start >= at)
    if (found !== undefined) return found
  }
  return null
}

/** The last unit that ends at `at` or before it, and of those the last that `fits`. */
function preceding(
  text: string,
  at: number,
  by: Step['by'],
  lang?: string,
  fits: (unit: Passage) => boolean = (unit) => unit.end <= at,
): Passage | null {
  for (let line = lineAt(text, Math.max(0, at)); line !== null; line = lineBefore(text, line)) {
    const found = unitsOf(text, line, by, lang).findLast(fits)
    if (found !== undefined) return found
  }
  return null
}

function lineAt(text: string, at: number): Passage | null {
  if (text === '') return null
  const inside = Math.min(Math.max(at, 0), text.length)
  const end = text.indexOf('\n', inside)
  return { start: text.lastIndexOf('\n', inside - 1) + 1, end: end < 0 ? text.length : end }
}

function lineAfter(text: string, line: Passage): Passage | null {
  return line.end >= text.length ? null : lineAt(text, line.end + 1)
}

function lineBefore(text: string, line: Passage): Passage | null {
  return line.start === 0 ? null : lineAt(text, line.start - 1)
}

/** Words or sentences of one line (a paragraph, a cell, a line of code), without the white space around them. */
function unitsOf(text: string, line: Passage, by: Step['by'], lang?: string): readonly Passage[] {
  return [...segmenterFor(by, lang).segment(text.slice(line.start, line.end))].flatMap(({ segment, index, isWordLike }) => {
    if (by === 'word' && isWordLike !== true) return []
    const trimmed = segment.trim()
    if (trimmed === '') return []
    const start = line.start + index + segment.indexOf(trimmed)
    return [{ start, end: start + trimmed.length }]
  })
}

function segmenterFor(granularity: 'word' | 'sentence', lang = 'en'): Intl.Segmenter {
  const key = `${granularity} ${lang}`
  const known = segmenters.get(key)
  if (known !== undefined) return known
  const made = segmenterIn(lang, granularity)
  segmenters.set(key, made)
  return made
}

/** A page's `lang` may be any text; what is no language is read as English. */
function segmenterIn(lang: string, granularity: 'word' | 'sentence'): Intl.Segmenter {
  try {
    return new Intl.Segmenter(lang, { granularity })
  } catch {
    return new Intl.Segmenter('en', { granularity })
  }
}

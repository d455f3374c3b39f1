// The one plain text that search, snippets and highlights share, with a map that leads every offset back to its source.
// Pure: a walker (extract/plain-text.ts, later the renderer's own) turns a DOM into pieces; nothing here knows a DOM.
//
// Rules of version 1:
// - a block break becomes one `\n` (never two, never at either end); a line break (`<br>`, a table cell's edge) one space;
// - white space between words becomes one space; inside preformatted text every line, indentation and inner space stays;
// - soft hyphens, zero-width spaces, word joiners, BOMs and direction marks are dropped; the two join controls (U+200C, U+200D) stay, since
//   Persian, Indic scripts and emoji are spelled with them;
// - curly quotes become straight ones, every dash and the minus sign a hyphen, every other space a plain one. Each fold is one for one.

/** Raised with any change of the rules: stored offsets belong to the version they were made with. */
export const normaliserVersion = 1

export type Piece =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'pre'; readonly text: string }
  | { readonly kind: 'block' }
  | { readonly kind: 'line' }

/** A stretch of the normalised text that runs in step with its source: character `at + k` comes from `offset + k` of the piece. */
export type Run = { readonly at: number; readonly piece: number; readonly offset: number; readonly length: number }
export type OffsetMap = readonly Run[]
export type NormalisedText = { readonly text: string; readonly map: OffsetMap }

/** Elements that begin and end a line of their own. Both walkers use this list. */
export const blockElements: ReadonlySet<string> = new Set(
  `address article aside blockquote caption center dd details dialog dir div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header
   hgroup hr legend li main menu nav ol optgroup option p pre search section summary table tbody tfoot thead tr ul`.split(/\s+/),
)
/** Elements whose edges part words without ending the line. */
export const cellElements: ReadonlySet<string> = new Set(['td', 'th', 'rp'])
/** Elements whose text is no part of what is read. `annotation` is the TeX twin inside MathML. */
export const silentElements: ReadonlySet<string> = new Set(
  'script style template noscript head title iframe object textarea select annotation annotation-xml'.split(' '),
)

const singleQuotes = /[\u2018\u2019\u201a\u201b]/
const doubleQuotes = /[\u201c\u201d\u201e\u201f]/
const dashes = /[\u2010-\u2015\u2212]/
const dropped = /[\u00ad\u200b\u200e\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff]/
const anySpace = /[\s\u0085]/
/** The characters that make the slow road necessary; most text has none of them and is copied in whole stretches. */
const special = /[\s\u0085\u00ad\u200b\u200e\u200f\u2010-\u2015\u2018-\u201f\u202a-\u202e\u2060\u2066-\u2069\u2212\ufeff]/g

/** Folds one character: '' when it is dropped, ' ' for any space, itself when nothing applies. */
function fold(char: string): string {
  if (dropped.test(char)) return ''
  if (anySpace.test(char)) return ' '
  if (singleQuotes.test(char)) return "'"
  if (doubleQuotes.test(char)) return '"'
  if (dashes.test(char)) return '-'
  return char
}

/** Joins pieces to the normalised text. The map has a run for every stretch; breaks that stand for no character have none. */
export function normalise(pieces: Iterable<Piece>): NormalisedText {
  const out = new Builder()
  let index = 0
  for (const piece of pieces) {
    if (piece.kind === 'block') out.breakBlock()
    else if (piece.kind === 'line') out.space(index, 0)
    else if (piece.kind === 'pre') out.preformatted(piece.text, index)
    else out.flowing(piece.text, index)
    index += 1
  }
  return out.finish()
}

/** Normalises words that stand alone (a query, a quoted passage). */
export function normaliseText(text: string): string {
  return normalise([{ kind: 'text', text }]).text
}

/**
 * Leads an offset of the normalised text back to its piece. The end of the text, and a `\n` made from a block break, lead to just
 * behind the character before them; null only for an empty text.
 */
export function locate(map: OffsetMap, offset: number): { readonly piece: number; readonly offset: number } | null {
  let low = 0
  let high = map.length - 1
  while (low < high) {
    const middle = (low + high + 1) >> 1
    if ((map[middle]?.at ?? 0) <= offset) low = middle
    else high = middle - 1
  }
  const run = map[low]
  if (run === undefined) return null
  const inside = Math.min(Math.max(offset - run.at, 0), run.length)
  return { piece: run.piece, offset: run.offset + inside }
}

class Builder {
  private readonly parts: string[] = []
  private readonly runs: { at: number; piece: number; offset: number; length: number }[] = []
  private length = 0
  private last = '\n'
  private wantsBlock = false
  private wantsSpace: { piece: number; offset: number } | null = null

  breakBlock(): void {
    if (this.length > 0) this.wantsBlock = true
    this.wantsSpace = null
  }

  space(piece: number, offset: number): void {
    if (this.wantsBlock || this.last === '\n' || this.wantsSpace !== null) return
    this.wantsSpace = { piece, offset }
  }

  flowing(text: string, piece: number): void {
    let from = 0
    for (const match of text.matchAll(special)) {
      this.copy(text.slice(from, match.index), piece, from)
      from = match.index + 1
      const folded = fold(match[0])
      if (folded === ' ') this.space(piece, match.index)
      else this.copy(folded, piece, match.index)
    }
    this.copy(text.slice(from), piece, from)
  }

  preformatted(text: string, piece: number): void {
    let from = 0
    for (const match of text.matchAll(special)) {
      this.copy(text.slice(from, match.index), piece, from)
      from = match.index + 1
      const char = match[0]
      if (char === '\r') continue
      this.copy(char === '\n' || char === '\t' ? char : fold(char), piece, match.index)
    }
    this.copy(text.slice(from), piece, from)
  }

  finish(): NormalisedText {
    const text = this.parts.join('').trimEnd()
    const map = this.runs
      .filter((run) => run.at < text.length)
      .map((run) => ({ ...run, length: Math.min(run.length, text.length - run.at) }))
    return { text, map }
  }

  private copy(text: string, piece: number, offset: number): void {
    if (text === '') return
    if (this.wantsBlock && this.last !== '\n') this.append('\n')
    else if (this.wantsSpace !== null && this.last !== '\n' && this.length > 0) {
      this.record(this.wantsSpace.piece, this.wantsSpace.offset, 1)
      this.append(' ')
    }
    this.wantsBlock = false
    this.wantsSpace = null
    this.record(piece, offset, text.length)
    this.append(text)
  }

  private append(text: string): void {
    this.parts.push(text)
    this.length += text.length
    this.last = text.at(-1) ?? this.last
  }

  private record(piece: number, offset: number, length: number): void {
    const previous = this.runs.at(-1)
    const follows =
      previous && previous.piece === piece && previous.at + previous.length === this.length && previous.offset + previous.length === offset
    if (previous && follows) previous.length += length
    else this.runs.push({ at: this.length, piece, offset, length })
  }
}

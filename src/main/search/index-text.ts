// Text as the index sees it: words. FTS5 splits at white space and punctuation; scripts that write words without spaces between them are
// split here first, the same way when a text is indexed, when it is asked for and when a snippet is cut.

import { stemmer } from 'stemmer'

export type Token = {
  readonly start: number
  readonly end: number
  /** Folded: small letters, without accents. */
  readonly word: string
}

/** Scripts without spaces between words: Chinese, Japanese, Thai, Lao, Khmer, Burmese. */
const unspaced =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}ー]+/gu
/** The categories the index is told to take for parts of words (see index-file.ts). */
const wordRun = /[\p{L}\p{N}\p{M}\p{Co}]+/gu
/** The dictionary does not care which of the languages is named. */
const segmenter = new Intl.Segmenter('ja', { granularity: 'word' })
/** A run longer than this is cut: the segmenter's time grows faster than its text. */
const longestRun = 2_000

/** How the words of a text are kept: English ones cut to their stem (Porter), those of other languages as they are. */
export type Stemming = 'english' | 'none'

/**
 * The text to hand to FTS5: composed (NFC), without control characters, with spaces between words that have none, English words stemmed.
 * FTS5 has a stemmer of its own, but it stems the beginnings somebody types as well: `dis` becomes `di` and finds everything that begins so.
 */
export function indexText(text: string, stemming: Stemming): string {
  const spaced = cleanText(text).replace(unspaced, (run) => ` ${segmentsOf(run).join(' ')} `)
  return stemming === 'none' ? spaced : spaced.replace(wordRun, (word) => stem(fold(word)))
}

/** Stems seen so far: a text uses few words often. */
const stems = new Map<string, string>()
const mostStems = 50_000

/** The stem of a folded word; words that are not plain Latin letters have none but themselves. */
export function stem(word: string): string {
  if (!/^[a-z]{3,}$/.test(word)) return word
  const known = stems.get(word)
  if (known !== undefined) return known
  if (stems.size >= mostStems) stems.clear()
  const found = stemmer(word)
  stems.set(word, found)
  return found
}

/** Composed, and free of the control characters a snippet marks its matches with. */
export function cleanText(text: string): string {
  return text.normalize('NFC').replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f]+/g, ' ')
}

/** The words of a cleaned text with their places. */
export function* tokensOf(text: string): Generator<Token> {
  for (const { 0: run, index } of text.matchAll(wordRun)) {
    let at = index
    for (const piece of piecesOf(run)) {
      yield { start: at, end: at + piece.length, word: fold(piece) }
      at += piece.length
    }
  }
}

/** True for a word of a script without spaces. */
export function isUnspaced(word: string): boolean {
  return word.search(unspaced) === 0
}

/** Small letters without the accents that unicode61 takes off; marks that are letters of their own (Hindi, Thai) stay. */
export function fold(word: string): string {
  const small = word.toLowerCase()
  // Most words are plain letters and need nothing more.
  if (/^[a-z0-9]+$/.test(small)) return small
  return small
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .normalize('NFC')
}

function piecesOf(run: string): readonly string[] {
  if (run.search(unspaced) < 0) return [run]
  const pieces: string[] = []
  let at = 0
  for (const { 0: inside, index } of run.matchAll(unspaced)) {
    if (index > at) pieces.push(run.slice(at, index))
    pieces.push(...segmentsOf(inside))
    at = index + inside.length
  }
  if (at < run.length) pieces.push(run.slice(at))
  return pieces
}

function segmentsOf(run: string): readonly string[] {
  const segments: string[] = []
  for (let at = 0; at < run.length; at += longestRun) {
    for (const { segment } of segmenter.segment(run.slice(at, at + longestRun))) segments.push(segment)
  }
  return segments
}

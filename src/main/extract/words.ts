// How long it takes to read.
// 230 words a minute: silent reading of English non-fiction averages 238 (Brysbaert 2019, 190 studies, doi:10.1016/j.jml.2019.104047); a little
// less for technical prose. Code is read line by line, with returns: eye-tracking studies see about 2 seconds a line (Busjahn et al. 2015).
import { elementsOf } from './dom-walk.ts'
import type { Element } from './page-tree/page-tree.ts'
import { plainText } from './plain-text.ts'

const wordsPerMinute = 230
const codeLinesPerMinute = 30

export type ReadingLength = { readonly words: number; readonly codeLines: number; readonly minutes: number }

/** Measures an article; `text` is its normalised plain text, code included. */
export function readingLength(article: Element, text: string, lang: string | null): ReadingLength {
  let codeLines = 0
  let codeWords = 0
  for (const pre of elementsOf(article, 'pre')) {
    const code = plainText(pre)
    codeLines += code.split('\n').filter((line) => line.trim() !== '').length
    codeWords += countWords(code, null)
  }
  const words = Math.max(0, countWords(text, lang) - codeWords)
  return {
    words,
    codeLines,
    minutes: words + codeLines === 0 ? 0 : Math.max(1, Math.round(words / wordsPerMinute + codeLines / codeLinesPerMinute)),
  }
}

/** Words of a text; scripts without spaces are cut by the language's own dictionary. */
export function countWords(text: string, lang: string | null): number {
  if (!/[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff]/.test(text))
    return text.match(/[\p{L}\p{N}](?:[\p{L}\p{N}\p{M}'’._-]*[\p{L}\p{N}\p{M}])?/gu)?.length ?? 0
  let words = 0
  for (const part of new Intl.Segmenter(lang ?? undefined, { granularity: 'word' }).segment(text)) if (part.isWordLike) words += 1
  return words
}

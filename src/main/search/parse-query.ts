// What somebody typed into the search box, as terms: words, "exact phrases", -without. How FTS5 is asked is match-expression.ts.
import { cleanText, isUnspaced, tokensOf } from './index-text.ts'

export type Term = {
  /** One word, or several that must follow each other; folded. */
  readonly words: readonly string[]
  /** The last word may go on: somebody may still be typing it. */
  readonly prefix: boolean
}

export type Query = { readonly must: readonly Term[]; readonly without: readonly Term[] }

/** Longer than anything typed; a pasted page is no query. */
const longestQuery = 1_000
const mostTerms = 32
/** One letter begins a tenth of all words: alone it is looked for as a word of its own, beside others it narrows them. */
const shortestPrefix = 2

/**
 * Reads a query. The last word is the beginning of a word, unless a space or a closing quote follows it. A quote that is not closed
 * yet reaches to the end. Everything but letters and digits only separates: no operator of the index can be reached.
 */
export function parseQuery(typed: string): Query {
  const text = cleanText(typed.slice(0, longestQuery)).replace(/[“”„‟«»「」『』]/g, '"')
  const must: Term[] = []
  const without: Term[] = []
  for (const match of text.matchAll(/(-?)"([^"]*)("|$)|[^\s"]+/g)) {
    const [whole, minus, phrase, close] = match
    const isLast = match.index + whole.length === text.length
    const standsAlone = match.index === 0 || /\s/.test(text[match.index - 1] ?? '')
    const negative = standsAlone && (phrase === undefined ? /^-+[\p{L}\p{N}]/u.test(whole) : minus === '-')
    const rows = phrase === undefined ? termsOf(whole) : [wordsOf(phrase)].filter((words) => words.length > 0)
    const goesOn = isLast && !negative && close !== '"'
    for (const [index, words] of rows.entries()) {
      const prefix = goesOn && index === rows.length - 1 && !/\s$/.test(whole) && mayGoOn(words, must.length > 0)
      ;(negative ? without : must).push({ words, prefix })
    }
  }
  return { must: must.slice(0, mostTerms), without: without.slice(0, mostTerms) }
}

/** `node.js` is two words in a row; a run of Chinese is as many words as it has, anywhere in the text. */
function termsOf(bare: string): readonly (readonly string[])[] {
  const terms: string[][] = []
  let row: string[] | null = null
  for (const word of wordsOf(bare)) {
    if (isUnspaced(word)) {
      terms.push([word])
      row = null
    } else if (row) row.push(word)
    else {
      row = [word]
      terms.push(row)
    }
  }
  return terms
}

function wordsOf(text: string): readonly string[] {
  return Array.from(tokensOf(text), (token) => token.word)
}

function mayGoOn(words: readonly string[], besideOthers: boolean): boolean {
  const last = words.at(-1) ?? ''
  return besideOthers || words.length > 1 || last.length >= shortestPrefix || isUnspaced(last)
}

// A query in the language of FTS5. Every word stands in quotes and holds only letters, digits and marks, so nothing of it is an operator.
import { type Stemming, stem } from './index-text.ts'
import type { Query, Term } from './parse-query.ts'

/** The expression for MATCH on a table whose words are kept so; null when nothing is asked for (only words to leave out find nothing). */
export function matchExpression(query: Query, stemming: Stemming): string | null {
  if (query.must.length === 0) return null
  const must = query.must.map((term) => expressionOf(term, stemming)).join(' AND ')
  if (query.without.length === 0) return must
  return `(${must}) NOT (${query.without.map((term) => expressionOf(term, stemming)).join(' OR ')})`
}

function expressionOf({ words, prefix }: Term, stemming: Stemming): string {
  const last = words.at(-1) ?? ''
  const before = stemming === 'none' ? words.slice(0, -1) : words.slice(0, -1).map(stem)
  if (!prefix) return phrase([...before, stemming === 'none' ? last : stem(last)])
  const begins = `${phrase([...before, last])} *`
  if (stemming === 'none') return begins
  return `(${[begins, ...shorterStems(last).map((whole) => phrase([...before, whole]))].join(' OR ')})`
}

function phrase(words: readonly string[]): string {
  return `"${words.join(' ')}"`
}

const suffixes = ['ing', 'ed', 'er', 'ers', 'ation', 'ations', 'ational', 'ization', 'ment', 'ness', 'able', 'ible', 'ance', 'ence', 'ity']
const moreSuffixes = ['ive', 'ative', 'ion', 'ions', 'ism', 'ist', 'ize', 'ies', 'ous', 'ful', 'ally', 'edly', 'ingly']

/**
 * Stems shorter than what is typed. The index holds `compil`; on the way to `compilation` the beginnings `compila`, `compilat` … would
 * find nothing. So what is typed is taken for a whole word, and finished by every usual ending it may have begun.
 */
function shorterStems(typed: string): readonly string[] {
  if (!/^[a-z]+$/.test(typed)) return []
  const wholes = [typed]
  for (const suffix of [...suffixes, ...moreSuffixes]) {
    for (let begun = 1; begun < suffix.length; begun++) {
      if (typed.length - begun >= 3 && typed.endsWith(suffix.slice(0, begun))) wholes.push(typed + suffix.slice(begun))
    }
  }
  // A doubled last letter waits for `ing` or `ed`: runn(ing), stopp(ed).
  if (/([bdgklmnprt])\1$/.test(typed)) wholes.push(`${typed}ing`)
  return [...new Set(wholes.map(stem))].filter((found) => !found.startsWith(typed))
}

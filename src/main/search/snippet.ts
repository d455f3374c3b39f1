// The piece of a text that shows best why it was found: some thirty words around the densest matches.
import { cleanText, type Stemming, stem, type Token, tokensOf } from './index-text.ts'
import type { Query, Term } from './parse-query.ts'

export const matchStart = '\u0002'
export const matchEnd = '\u0003'

const windowWords = 30
/** Words shown before the first match, so that it has a beginning. */
const leadWords = 6
/** A book is searched whole, but its snippet comes from its first part. */
const longestText = 1_000_000
/** Matches beyond these change nothing that can be seen. */
const mostMatches = 100
/** Once a place with every term is found, so many words further are looked at for a better one: most of a long text is left alone. */
const lookOnWords = 120

type Match = { readonly term: number; readonly from: number; readonly to: number }

/** The snippet with U+0002 … U+0003 around matches and `…` where it is cut; the beginning of the text when nothing in it matches. */
export function snippet(text: string, query: Query, stemming: Stemming): string {
  const clean = cleanText(text.slice(0, longestText))
  const tokens: Token[] = []
  const matches: Match[] = []
  const finders = query.must.map((term) => finder(term, stemming))
  /** Where each term was seen last. */
  const seen = finders.map(() => Number.NEGATIVE_INFINITY)
  let until = Number.POSITIVE_INFINITY
  for (const token of tokensOf(clean)) {
    tokens.push(token)
    if (matches.length >= mostMatches || tokens.length >= until) {
      if (tokens.length >= (matches.at(-1)?.to ?? 0) + windowWords) break
      continue
    }
    for (const [index, find] of finders.entries()) {
      const length = find(tokens)
      if (length === 0) continue
      matches.push({ term: index, from: tokens.length - length, to: tokens.length })
      seen[index] = tokens.length - length
      if (Math.min(...seen) > tokens.length - (windowWords - leadWords)) until = Math.min(until, tokens.length + lookOnWords)
    }
  }
  const first = densest(matches)
  const from = Math.max(0, (first?.from ?? 0) - leadWords)
  const end = upTo(clean, tokens, from + windowWords)
  return cutOut(clean, tokens.slice(from, from + windowWords), {
    start: from === 0 ? 0 : (tokens[from]?.start ?? 0),
    end,
    matches: matches
      .filter((match) => match.from >= from && match.to <= from + windowWords)
      .map(({ from: a, to }) => [a - from, to - from]),
  })
}

/** Looks at the last words so far: how many of them the term matches, 0 for none. */
function finder(term: Term, stemming: Stemming): (tokens: readonly Token[]) => number {
  const tests = term.words.map((word, index) => wordTest(word, term.prefix && index === term.words.length - 1, stemming))
  return (tokens) => {
    const from = tokens.length - tests.length
    return from >= 0 && tests.every((test, index) => test(tokens[from + index]?.word ?? '')) ? tests.length : 0
  }
}

function wordTest(word: string, prefix: boolean, stemming: Stemming): (found: string) => boolean {
  const begins = (found: string) => (prefix ? found.startsWith(word) : found === word)
  if (stemming === 'none') return begins
  const wanted = stem(word)
  // Words of one stem begin alike; asking only those keeps stemming out of the other thousands.
  const root = wanted.slice(0, 2)
  return (found) => begins(found) || (found.startsWith(root) && stem(found) === wanted)
}

/** The match that opens the window with the most different terms, then the most matches, then the earliest. */
function densest(matches: readonly Match[]): Match | undefined {
  let best: Match | undefined
  let bestScore = 0
  for (const [index, match] of matches.entries()) {
    const terms = new Set<number>()
    let count = 0
    for (let next = index; next < matches.length; next++) {
      const other = matches[next]
      if (!other || other.to - match.from > windowWords - leadWords) break
      terms.add(other.term)
      count += 1
    }
    const score = terms.size * 1_000 + Math.min(count, 10)
    if (score > bestScore) {
      best = match
      bestScore = score
    }
  }
  return best
}

/** Where the window's last word ends, with the punctuation that belongs to it. */
function upTo(text: string, tokens: readonly Token[], end: number): number {
  const last = tokens[end - 1]
  if (!last) return text.length
  return last.end + (/^[.,;:!?)\]”’"'…。，、！？]*/.exec(text.slice(last.end, last.end + 5))?.[0].length ?? 0)
}

function cutOut(
  text: string,
  tokens: readonly Token[],
  piece: { readonly start: number; readonly end: number; readonly matches: readonly (readonly [from: number, to: number])[] },
): string {
  const marks: { at: number; mark: string }[] = []
  let covered = -1
  for (const [from, to] of piece.matches.toSorted((a, b) => a[0] - b[0] || b[1] - a[1])) {
    const start = tokens[from]?.start
    const end = tokens[to - 1]?.end
    if (start === undefined || end === undefined || start < covered) continue
    marks.push({ at: start, mark: matchStart }, { at: end, mark: matchEnd })
    covered = end
  }
  let result = piece.start > 0 ? '…' : ''
  let at = piece.start
  for (const { at: next, mark } of marks) {
    result += text.slice(at, next) + mark
    at = next
  }
  result += text.slice(at, piece.end)
  const whole = result.replace(/\s+/g, ' ').trim()
  return piece.end < text.trimEnd().length ? `${whole}…` : whole
}

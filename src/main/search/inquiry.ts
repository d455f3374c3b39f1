// A question to the index, answered in steps of some milliseconds, so that a newer one can come first at any time.
import type { Database } from '../platform/sqlite.ts'
import type { Question } from './index-messages.ts'
import { hitOf, matchDocs } from './index-store.ts'
import { parseQuery } from './parse-query.ts'
import type { IndexHit } from './search-index.ts'

export type Inquiry = {
  /** A newer question came. */
  overtake(): void
  /** Goes on a little; the answer when it is there, undefined until then. */
  step(database: Database): unknown
}

/** Snippets a step: cutting one out of a long text takes up to some milliseconds. */
const snippetsAStep = 4

export function inquiryOf(question: Question): Inquiry {
  const query = parseQuery(question.call === 'snippets' ? question.words : question.query.words)
  let ordinals = question.call === 'snippets' ? question.ordinals : null
  let total: number | null = null
  let overtaken = false
  const hits: IndexHit[] = []
  let at = 0

  return {
    overtake() {
      overtaken = true
    },
    step(database) {
      if (question.call !== 'snippets' && ordinals === null) {
        // One that was overtaken before its turn still gets its own answer, only in the order that costs next to nothing.
        const asked = overtaken ? ({ ...question.query, order: 'newest' } as const) : question.query
        ;({ ordinals, total } = matchDocs(database, asked))
        if (question.call === 'match') return ordinals
      }
      const until = at + snippetsAStep
      for (const ordinal of ordinals?.slice(at, until) ?? []) hits.push(...[hitOf(database, ordinal, query)].filter((hit) => hit !== null))
      at = until
      if (at < (ordinals?.length ?? 0)) return undefined
      return question.call === 'find' ? { hits, total } : hits
    },
  }
}

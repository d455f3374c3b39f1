// What a text as a whole speaks of, for works whose own words do not say it: the noun it uses most.
import type { ListKind } from '../../../shared/reading-list.ts'
import type { Block } from '../blocks/block.ts'

const nouns: readonly (readonly [ListKind, RegExp])[] = [
  ['talk', /\b(?:talks?|keynotes?|lectures?|videos?|presentations?|watch(?:ed|ing)?)\b/gi],
  ['paper', /\b(?:papers?|thesis|dissertations?)\b/gi],
  ['book', /\b(?:books?|textbooks?|novels?)\b/gi],
  ['article', /\b(?:articles?|blog ?posts?|posts|essays?)\b/gi],
]
/** So much of a text is enough to tell. */
const longest = 20_000
const known = new WeakMap<readonly Block[], ListKind | null>()

/** The kind a text names at least twice, and twice as often as any other; null when it speaks of several, or of none. */
export function kindOfText(blocks: readonly Block[]): ListKind | null {
  const before = known.get(blocks)
  if (before !== undefined) return before
  let text = ''
  for (const block of blocks) {
    if (text.length > longest) break
    // A heading in capitals would count what its section says again.
    if (block.role !== 'code')
      text += `${block.links.reduceRight((words, { start, end }) => words.slice(0, start) + words.slice(end), block.text)}\n`
  }
  const counts = nouns.map(([kind, pattern]) => ({ kind, count: [...text.matchAll(pattern)].length })).toSorted((a, b) => b.count - a.count)
  const [most, next] = counts
  const kind = most && most.count >= 2 && most.count >= 2 * (next?.count ?? 0) ? most.kind : null
  known.set(blocks, kind)
  return kind
}

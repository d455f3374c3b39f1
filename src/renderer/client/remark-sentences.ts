// What is to be said about an item's completeness, each thing once: equal remarks are counted together. Pure.
import type { Remark } from '../../shared/item.ts'
import { remarkWords } from '../../shared/remark-words.ts'

/**
 * One sentence for every thing and its reason, in the order they came.
 * @param missing of the copy's report
 * @param remarks of the item; what stands in the report too is not counted twice
 */
export function remarkSentences(missing: readonly Remark[], remarks: readonly Remark[]): readonly string[] {
  const inReport = byReason(missing)
  const all = new Map([...inReport, ...byReason(remarks.filter((remark) => !inReport.has(reasonOf(remark))))])
  return [...new Set([...all.values()].map(remarkWords))]
}

/** Why, for those under a sentence that has said already what is missing: each reason once. */
export function reasons(sentences: readonly string[]): readonly string[] {
  const whys = sentences.map((sentence) => sentence.replace(/^.* (?:is|are) missing: /, ''))
  return [...new Set(whys.map((why) => why.charAt(0).toUpperCase() + why.slice(1)))]
}

function byReason(remarks: readonly Remark[]): ReadonlyMap<string, Remark> {
  const found = new Map<string, Remark>()
  for (const remark of remarks) {
    const before = found.get(reasonOf(remark))
    found.set(reasonOf(remark), before === undefined ? remark : { ...remark, count: (before.count ?? 1) + (remark.count ?? 1) })
  }
  return found
}

function reasonOf({ about, what }: Remark): string {
  return `${about} ${what}`
}

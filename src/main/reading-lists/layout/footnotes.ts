// Footnotes of comments and mails: `[1]` in a sentence, `[1] https://…` below. What a footnote links belongs where it is cited, and is called
// there what it is called.
import type { Block } from '../blocks/block.ts'
import type { Place } from '../blocks/draft-item.ts'

const definition = /^\s*(?:\[(?:\^?(?=[\d*†])|\^(?=[\w-]))(\d{1,3}|\*|†|[\w-]{1,40})\]:?\s*|(\d{1,2})\s?[:.)-]\s*(?=https?:))/
const citation = /\[(?:\^?(\d{1,3}|\*|†)|\^([\w-]{1,40}))\]/g

export type Footnote = {
  readonly number: string
  /** How long the mark at the beginning of its block is. */
  readonly mark: number
  /** Where it is cited first, and the length of the mark there; null when nothing cites it. */
  readonly cited: (Place & { readonly length: number }) | null
}

/** The footnotes of a text by the block they stand in. Where a number is defined twice, the definition below the citation counts. */
export function findFootnotes(blocks: readonly Block[]): ReadonlyMap<number, Footnote> {
  const cited = new Map<string, (Place & { readonly length: number })[]>()
  const found = new Map<number, Footnote>()
  const defined: { readonly block: number; readonly number: string; readonly mark: number }[] = []
  for (const [block, { text, role, ordinal }] of blocks.entries()) {
    if (role === 'code') continue
    const own = role === 'heading' ? null : definition.exec(text)
    const number = own?.[1] ?? own?.[2] ?? (role !== 'heading' && ordinal !== null && /^https?:/.test(text) ? String(ordinal) : undefined)
    // A bare number is a footnote's only when something cites it.
    if (number !== undefined && (own?.[1] !== undefined || cited.has(number))) defined.push({ block, number, mark: own?.[0].length ?? 0 })
    for (const match of text.includes('[') ? text.matchAll(citation) : []) {
      if (own && match.index < own[0].length) continue
      const places = cited.get(match[1] ?? match[2] ?? '') ?? []
      places.push({ block, at: match.index, length: match[0].length })
      cited.set(match[1] ?? match[2] ?? '', places)
    }
  }
  for (const { block, number, mark } of defined) {
    const place = cited.get(number)?.find((one) => one.block < block) ?? null
    found.set(block, { number, mark, cited: place })
  }
  return found
}

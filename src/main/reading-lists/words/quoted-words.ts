// Words a text sets apart: in quotation marks, in italics, in bold. In a recommendation they are most often a title.
import type { Block, Span } from '../blocks/block.ts'

const quotes =
  /"([^"\n]{2,200})"|“([^”“]{2,200})”|«([^»\n]{2,200})»|„([^“”\n]{2,200})[“”]|「([^」\n]{2,100})」|『([^』\n]{2,100})』|《([^》\n]{2,100})》|(?<![\p{L}\p{N}])‘([^’\n]{3,200})’(?![\p{L}\p{N}])|(?<=^|[\s:(,])'(\p{Lu}[^'\n]{7,200})'(?=$|[\s:,.;)])/gu

/** `quoted`: in quotation marks, not only in another face. */
export type QuotedSpan = Span & { readonly words: string; readonly quoted: boolean }

/** Each link of a block asks for them anew. */
const known = new WeakMap<Block, readonly QuotedSpan[]>()

/** Every stretch of a block that is set apart and could be a title, in order; of nested ones the outer. */
export function quotedSpans(block: Block): readonly QuotedSpan[] {
  const spans = known.get(block) ?? findQuoted(block)
  known.set(block, spans)
  return spans
}

function findQuoted(block: Block): readonly QuotedSpan[] {
  const spans: QuotedSpan[] = []
  for (const match of block.text.matchAll(quotes)) {
    const words = match.slice(1).find((one) => one !== undefined) ?? ''
    spans.push({ start: match.index, end: match.index + match[0].length, words: words.replace(/[,.;:]$/, '').trim(), quoted: true })
  }
  for (const { start, end, kind } of block.marks) {
    const words = block.text.slice(start, end).trim()
    if (kind === 'code' || words.length < 2 || words.length > 200 || spans.some((one) => one.start < end && start < one.end)) continue
    spans.push({ start, end, words: words.replace(/[,.;:]$/, '').trim(), quoted: false })
  }
  return spans.toSorted((a, b) => a.start - b.start)
}

/** Titles begin with a capital or go on for some words; a single small word is only stressed. */
export function couldBeTitle(words: string): boolean {
  const count = words.split(/\s+/).length
  if (count > 25 || !/\p{L}/u.test(words)) return false
  return count >= 3 || /^[\p{Lu}\p{N}\p{Lo}]/u.test(words)
}

/** `… all about "OS theory"`, `the term "…"`: what is quoted there is a notion and no title. `before`: the words up to the quotation mark. */
export function quotesNotion(before: string): boolean {
  return /\b(?:about|so-called|section|chapter|heading|button|term|word|phrase|concept of|notion of|idea of)\s*$/i.test(before)
}

// Footnotes that stand in one line: `[1] https://… [2] https://…`. Each becomes a block of its own, as if it had a line of its own.
import type { Block } from '../blocks/block.ts'
import { pieceOf } from '../blocks/piece-of-block.ts'

const marks = /(?:^|\s)\[\d{1,3}\]:?\s+(?=https?:)/g

/** The block, or one for every footnote it holds. */
export function splitFootnotes(block: Block): readonly Block[] {
  if (block.role !== 'paragraph' || !/^\s*\[\d{1,3}\]/.test(block.text)) return [block]
  const starts = [...block.text.matchAll(marks)].map(({ index }) => index)
  if (starts.length < 2 || starts[0] !== 0) return [block]
  return starts.map((from, at) => pieceOf(block, from, starts[at + 1] ?? block.text.length))
}

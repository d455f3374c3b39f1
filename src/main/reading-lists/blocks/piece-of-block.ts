// A part of a block as a block of its own: its words, and the links and marks that stand in them.
import type { Block, Span } from './block.ts'

/** What stands from `from` up to `to`, without white space around it; a link or mark that goes beyond is left out. */
export function pieceOf(block: Block, from: number, to: number): Block {
  const text = block.text.slice(from, to)
  const skip = from + (text.length - text.trimStart().length)
  const within = <S extends Span>(spans: readonly S[]): readonly S[] =>
    spans
      .filter(({ start, end }) => start >= skip && end <= to)
      .map((span) => ({ ...span, start: span.start - skip, end: span.end - skip }))
  return { ...block, text: text.trim(), links: within(block.links), marks: within(block.marks) }
}

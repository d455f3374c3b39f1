// Footnotes that stand in one line: `[1] https://… [2] https://…`. Each becomes a block of its own, as if it had a line of its own.
import type { Block, Span } from './block.ts'

const marks = /(?:^|\s)\[\d{1,3}\]:?\s+(?=https?:)/g

/** The block, or one for every footnote it holds. */
export function splitFootnotes(block: Block): readonly Block[] {
  if (block.role !== 'paragraph' || !/^\s*\[\d{1,3}\]/.test(block.text)) return [block]
  const starts = [...block.text.matchAll(marks)].map(({ index }) => index)
  if (starts.length < 2 || starts[0] !== 0) return [block]
  return starts.map((from, at): Block => {
    const to = starts[at + 1] ?? block.text.length
    const text = block.text.slice(from, to)
    const skip = from + (text.length - text.trimStart().length)
    const within = <S extends Span>(spans: readonly S[]): readonly S[] =>
      spans
        .filter(({ start, end }) => start >= from && end <= to)
        .map((span) => ({ ...span, start: span.start - skip, end: span.end - skip }))
    return { ...block, text: text.trim(), links: within(block.links), marks: within(block.marks) }
  })
}

// A line of its own in bold is a heading by another name: `**Books**` over a list, or over the lines of a paragraph.
import type { Block } from '../blocks/block.ts'
import { pieceOf } from '../blocks/piece-of-block.ts'

const longest = 120

/** The block, or the heading its first line is and what stands below it. */
export function splitBoldHeading(block: Block): readonly Block[] {
  if (block.role !== 'paragraph' || block.quoted || block.given !== null) return [block]
  const breakAt = block.text.indexOf('\n')
  const end = breakAt === -1 ? block.text.length : breakAt
  const bold = block.marks.find(({ kind, start }) => kind === 'strong' && start === 0)
  if (!bold || end > longest || !/^[\s:：]*$/.test(block.text.slice(bold.end, end)) || block.links.some(({ start }) => start < end))
    return [block]
  // `**A title**` and its address below: an entry, not a section of one.
  const [only] = block.links
  if (only?.bare && block.links.length === 1 && only.start === end + 1 && only.end === block.text.trimEnd().length) return [block]
  const heading: Block = {
    ...block,
    role: 'heading',
    level: 6,
    text: block.text.slice(0, bold.end).replace(/[\s:：]+$/, ''),
    links: [],
    marks: [],
  }
  if (breakAt === -1) return [heading]
  return [heading, pieceOf(block, breakAt + 1, block.text.length)]
}

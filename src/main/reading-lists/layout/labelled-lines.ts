// Lines of a paragraph that each name a thing and end in its link, `A Title [Link](…)`: a list without the marks of one.
import type { Block } from '../blocks/block.ts'
import { pieceOf } from '../blocks/piece-of-block.ts'
import { kindOfWords } from '../words/link-words.ts'

/** The blocks; of paragraphs that are written so, where one has at least two such lines, an entry for each line. */
export function splitLabelledLines(blocks: readonly Block[]): readonly Block[] {
  const split = blocks.map(linesOf)
  const isSo = split.some((lines) => lines.filter(({ links }) => links.length > 0).length > 1)
  return isSo ? blocks.flatMap((block, index) => entriesOf(split[index] ?? []) ?? [block]) : blocks
}

/** The lines of a paragraph of which all that link anything are written so; else none. */
function linesOf(block: Block): readonly Block[] {
  if (block.role !== 'paragraph' || block.given !== null || block.links.length === 0) return []
  let at = 0
  const lines = block.text.split('\n').map((text): Block => {
    const from = at
    at += text.length + 1
    return pieceOf(block, from, from + text.length)
  })
  const linking = lines.filter(({ links }) => links.length > 0)
  return linking.length === block.links.length && linking.every(isLabelled) ? lines : []
}

function entriesOf(lines: readonly Block[]): readonly Block[] | null {
  if (lines.length === 0) return null
  return lines.filter(({ text }) => text !== '').map((line) => (line.links.length === 0 ? line : { ...line, role: 'item', level: 1 }))
}

function isLabelled({ text, links }: Block): boolean {
  const [link] = links
  if (!link || link.bare || link.cut || link.image) return false
  const lead = text.slice(0, link.start).replace(/[\s:([–—-]+$/u, '')
  const isName = lead.length > 2 && /^[\p{Lu}\p{N}"“*_]/u.test(lead) && !/[.!?]\s/.test(lead) && kindOfWords(lead) === 'title'
  return isName && kindOfWords(text.slice(link.start, link.end)) !== 'title' && /^[\s)\].]*$/.test(text.slice(link.end))
}

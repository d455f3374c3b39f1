// Sections of a text whose headings are drawn by nothing: a short line, some sentences about it, and its address alone at the end.
import type { Block } from '../blocks/block.ts'
import type { DraftItem, Reading } from '../blocks/draft-item.ts'
import { isTalk } from '../words/capital-share.ts'
import { cleanTitle } from '../words/clean-title.ts'

/** So far above its address a headline is still looked for, in blocks. */
const reach = 8

/** Names what has no title by the headline of its section, where at least two addresses of the text, and most of those alone on a line, stand under one. */
export function nameByHeadlines(drafts: readonly DraftItem[], { blocks }: Reading): void {
  const lone = drafts.filter((draft) => draft.title === null && isAlone(blocks[draft.block], draft))
  const headed = lone.flatMap((draft) => {
    const title = headlineOver(blocks, draft.block)
    return title === null ? [] : [{ draft, title }]
  })
  if (headed.length < 2 || headed.length * 2 <= lone.length) return
  for (const { draft, title } of headed) draft.title = cleanTitle(title)
}

function isAlone(block: Block | undefined, { link }: DraftItem): boolean {
  return block?.role === 'paragraph' && link !== null && link.bare && link.start === 0 && block.text.length <= link.end + 2
}

/** The last headline above a block, before anything else that is linked. */
function headlineOver(blocks: readonly Block[], index: number): string | null {
  for (let at = index - 1; at >= Math.max(0, index - reach); at -= 1) {
    const block = blocks[at]
    if (block?.role !== 'paragraph' || block.links.length > 0) return null
    const isOverFacts = facts.test(blocks[at + 1]?.text ?? '')
    const below = blocks[at + (isOverFacts ? 2 : 1)]
    const isLine = !facts.test(block.text) && (isHeadline(block.text) || (isOverFacts && isLineOfWords(block.text)))
    if (below && at + 1 < index && isLine && (isSaid(below.text) || isOverFacts)) return block.text
  }
  return null
}

/** `Tags: tech, culture`, between a headline and what is said below it. */
const facts = /^(?:tags?|categor(?:y|ies)|labels|topics|keywords|filed under|date|posted|published|reading time|source|authors?|by)\s*:/i

function isHeadline(line: string): boolean {
  return isLineOfWords(line) && /^["“‘'\p{Lu}\p{N}]/u.test(line) && /\s\S/.test(line) && !isTalk(line)
}

function isLineOfWords(line: string): boolean {
  return line.length <= 90 && !/[\n]|[.!?:;,…]$/.test(line)
}

/** Sentences, longer than any headline. */
function isSaid(text: string): boolean {
  return text.length > 60 && /[.!?…)]["”']?$/.test(text)
}

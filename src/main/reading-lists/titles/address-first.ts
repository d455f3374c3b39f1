// Texts in which every address stands alone above the words about it, and not below them.
import type { Block } from '../blocks/block.ts'
import type { DraftItem, Reading } from '../blocks/draft-item.ts'
import { cleanTitle } from '../words/clean-title.ts'
import { couldBeTitle, quotedSpans } from '../words/quoted-words.ts'

const known = new WeakMap<readonly Block[], boolean>()

/** True where the first block, or the first below a sentence, is nothing but an address, each such block has words below it, and at least two are so. */
export function isAddressFirst(blocks: readonly Block[]): boolean {
  const before = known.get(blocks)
  if (before !== undefined) return before
  const alone = blocks.flatMap((block, index) => (isAddress(block) ? [index] : []))
  const [first = 0] = alone
  // Below a sentence they have to take turns, each address and its line, to the end of the text.
  const takeTurns = first === 1 && /[.:!?]$/.test(blocks[0]?.text ?? '') && alone.every((index, at) => index === first + 2 * at)
  const isSo =
    (first === 0 || (takeTurns && blocks.length === first + 2 * alone.length)) &&
    alone.length > 1 &&
    alone.every((index) => blocks[index + 1]?.role === 'paragraph' && blocks[index + 1]?.links.length === 0)
  known.set(blocks, isSo)
  return isSo
}

/** Names such addresses by the line below, or by what the words there begin with in quotation marks. */
export function nameByWordsBelow(drafts: readonly DraftItem[], { blocks }: Reading): void {
  if (!isAddressFirst(blocks)) return
  for (const draft of drafts) {
    const below = blocks[draft.block + 1]
    const block = blocks[draft.block]
    if (draft.title !== null || !block || !isAddress(block) || !below) continue
    const said = quotedSpans(below).find(({ quoted, start, words }) => quoted && start < 4 && couldBeTitle(words))
    if (said) draft.title = cleanTitle(said.words)
    else if (couldBeName(below.text)) draft.title = cleanTitle(below.text)
  }
}

/** One line that ends as no sentence does, and is told by nobody. */
function couldBeName(words: string): boolean {
  return words.split(/\s+/).length <= 16 && !/[.!?,;:…\n]$|\n|[.!?]\s+\p{Lu}|\b(?:I|I['’]m|this|it|here)\b/u.test(words)
}

function isAddress({ role, links, text }: Block): boolean {
  const [link] = links
  return role === 'paragraph' && links.length === 1 && link?.bare === true && text.length <= link.end - link.start + 2
}

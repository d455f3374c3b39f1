// Texts in which every address stands alone above the words about it, and not below them.
import type { Block } from '../blocks/block.ts'
import type { DraftItem, Reading } from '../blocks/draft-item.ts'
import { cleanTitle } from '../words/clean-title.ts'
import { couldBeTitle, quotedSpans } from '../words/quoted-words.ts'

const known = new WeakMap<readonly Block[], boolean>()

/** True where the first block is nothing but an address, each such block has words below it, and at least two are so. */
export function isAddressFirst(blocks: readonly Block[]): boolean {
  const before = known.get(blocks)
  if (before !== undefined) return before
  const alone = blocks.flatMap((block, index) => (isAddress(block) ? [index] : []))
  const isSo =
    alone[0] === 0 &&
    alone.length > 1 &&
    alone.every((index) => blocks[index + 1]?.role === 'paragraph' && blocks[index + 1]?.links.length === 0)
  known.set(blocks, isSo)
  return isSo
}

/** Names such addresses by what the words below begin with in quotation marks. */
export function nameByWordsBelow(drafts: readonly DraftItem[], { blocks }: Reading): void {
  if (!isAddressFirst(blocks)) return
  for (const draft of drafts) {
    const below = blocks[draft.block + 1]
    const block = blocks[draft.block]
    if (draft.title !== null || !block || !isAddress(block) || !below) continue
    const said = quotedSpans(below).find(({ quoted, start, words }) => quoted && start < 4 && couldBeTitle(words))
    if (said) draft.title = cleanTitle(said.words)
  }
}

function isAddress({ role, links, text }: Block): boolean {
  const [link] = links
  return role === 'paragraph' && links.length === 1 && link?.bare === true && text.length <= link.end - link.start + 2
}

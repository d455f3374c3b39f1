// A paragraph that names one work, and below it nothing but an address: they are one thing. "A Title by Somebody is a great read." `https://…`
import type { Block } from './blocks/block.ts'
import type { DraftItem, Reading } from './blocks/draft-item.ts'

/** The drafts of what is named without those that a link right below leads to; gives such links their names. Changes the drafts of the links. */
export function joinNamedAbove(named: readonly DraftItem[], linked: readonly DraftItem[], { blocks }: Reading): readonly DraftItem[] {
  const ofBlock = Map.groupBy(named, ({ block }) => block)
  const below = Map.groupBy(linked, ({ block }) => block)
  return named.filter((work) => {
    const [only, ...others] = below.get(work.block + 1) ?? []
    const isOne = ofBlock.get(work.block)?.length === 1 && blocks[work.block]?.role === 'paragraph'
    if (!isOne || only === undefined || others.length > 0 || work.title === null || !isAddress(blocks[work.block + 1])) return true
    if (only.title !== null && !work.title.includes(only.title)) return true
    only.title = work.title
    only.by ??= work.by
    only.recommendation ??= work.recommendation
    return false
  })
}

/** Nothing but an address that stands as it is. */
function isAddress(block: Block | undefined): boolean {
  const [link] = block?.links ?? []
  return block?.role === 'paragraph' && block.links.length === 1 && link?.bare === true && block.text.length <= link.end - link.start + 3
}

// A text that is nothing but lists of titles, some of them with whose they are: a list of books, though no word of it says so.
import type { Block } from '../blocks/block.ts'
import { couldBeAmongTitles, shapeOfList } from '../layout/shape-of-list.ts'

const known = new WeakMap<readonly Block[], boolean>()
/** Whose it is, or which edition. */
const isWork = /\sby\s+\p{Lu}\p{L}+|\b(?:\d(?:st|nd|rd|th)|first|second|third|revised)\s+ed(?:ition|n|\.)|\bvol(?:ume|\.)\s*\d/iu

/** True where nothing is linked, hardly anything but entries and their headings is said, and some entries name a maker or an edition. */
export function isTextOfTitles(blocks: readonly Block[]): boolean {
  const before = known.get(blocks)
  if (before !== undefined) return before
  const items = blocks.filter(({ role }) => role === 'item')
  const said = blocks.filter(({ role }) => role !== 'item' && role !== 'heading').length
  const titles = items.filter(({ text }) => couldBeAmongTitles(text.replace(/\.\s+\S{3,12}\s+edition$/i, '').trim())).length
  const works = items.filter(({ text }) => isWork.test(text)).length
  const isSo =
    items.length >= 6 &&
    blocks.every(({ links }) => links.length === 0) &&
    said * 5 <= items.length &&
    titles * 10 >= items.length * 9 &&
    works >= 3 &&
    shapeOfList(blocks, { first: blocks.indexOf(items[0] as Block), items: blocks.length }) === 'titles'
  known.set(blocks, isSo)
  return isSo
}

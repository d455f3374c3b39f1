// How many code blocks stand in a box, counted no further than it matters: asked of every block's surroundings, it must not read the whole
// page each time.
import { nextBelow } from '../page-tree/page-node.ts'
import { type Element, isElement } from '../page-tree/page-tree.ts'

/** A box with more than this beside its blocks is no wrapper of one. */
const mostNodes = 5_000

/** The number of `pre` elements below `box` up to `most`; one more stands for any number above it, and for a box too large to be a wrapper. */
export function blocksIn(box: Element, most: number): number {
  let blocks = 0
  let left = mostNodes
  for (let at = box.firstChild; at !== null; ) {
    left -= 1
    if (left === 0) return most + 1
    if (!isElement(at) || at.localName !== 'pre') {
      at = nextBelow(at, box)
      continue
    }
    blocks += 1
    if (blocks > most) return blocks
    // What a block holds may be long, and is one block.
    let up: typeof at.parentNode = at
    while (up !== null && up !== box && up.nextSibling === null) up = up.parentNode
    at = up === null || up === box ? null : up.nextSibling
  }
  return blocks
}

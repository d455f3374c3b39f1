// Takes absurd nesting out of a tree, however it came about: tags never closed, closed in the wrong order, reopened by the parser itself.
import { Fragment, type Node } from './page-node.ts'
import { type Element, isElement } from './page-tree.ts'

/** Browsers stop nesting at 512. Readability's time grows with the square of the depth, what walks a tree by calling itself ends at some thousands. */
const maxDepth = 200
/** A copy that is read again stands in a document and a body of its own: it must not lose what it has then. */
export const maxCopyDepth = maxDepth - 4
/** Templates within templates; what they hold is shown by nobody. */
const maxTemplates = 8

/** Leaves out the elements, never their contents, that stand deeper below `root` than a sane page nests (or than `deepest`). One walk, each node moved once at most. */
export function flatten(root: Node, deepest = maxDepth, templates = 0): void {
  let depth = 0
  for (let at = root.firstChild; at !== null; ) {
    if (isElement(at) && at.content !== null) {
      if (templates < maxTemplates) flatten(at.content, deepest, templates + 1)
      else at.content = new Fragment()
    }
    if (depth >= deepest && isElement(at) && at.firstChild !== null) {
      at = unwrapped(at)
      continue
    }
    if (at.firstChild !== null) {
      depth += 1
      at = at.firstChild
      continue
    }
    let up: Node = at
    while (up.nextSibling === null && up.parentNode !== null && up.parentNode !== root) {
      up = up.parentNode
      depth -= 1
    }
    at = up.nextSibling
  }
}

/** Puts an element's children in its place; answers the first of them. */
function unwrapped(element: Element): Node | null {
  const first = element.firstChild
  for (let child = first; child !== null; child = element.firstChild) element.before(child)
  element.remove()
  return first
}

// The normalised text of a shown article, with the way from its offsets to the DOM and back. Highlights, the reading position and
// finding in the page all count in it; it is the same text the library stores (shared/text/normalise.ts).
import { locate, normalise } from '../../shared/text/normalise.ts'
import { walkText } from '../../shared/text/walk-text.ts'

export type PageText = {
  readonly text: string
  /** The DOM range of `text.slice(start, end)`; null when there is no such stretch. */
  rangeOf(start: number, end: number): Range | null
  /** The offset in `text` of a place in the DOM: of the first letter at or behind it. The text's length when nothing follows. */
  offsetOf(node: Node, offset: number): number
}

/** Reads the text of `root`. Valid as long as its DOM does not change, and a copy's never does. */
export function readPageText(root: Element): PageText {
  const pieces = [...walkText<Node>(root)]
  const { text, map } = normalise(pieces)
  const pieceOf = new Map<Node, number>()
  for (const [index, piece] of pieces.entries()) if (piece.node !== null) pieceOf.set(piece.node, index)

  const placeOf = (at: number): { readonly node: Node; readonly offset: number } | null => {
    const found = locate(map, at)
    if (found === null) return null
    // A space that stands for a line break has no node: the nearest text before it ends there.
    for (let index = found.piece; index >= 0; index -= 1) {
      const piece = pieces[index]
      if (piece === undefined || piece.node === null) continue
      return { node: piece.node, offset: index === found.piece ? found.offset : (piece.node.nodeValue?.length ?? 0) }
    }
    return null
  }

  /** Index of the first run that belongs to `piece`, or to one behind it. */
  const firstRunOf = (piece: number): number => {
    let low = 0
    let high = map.length
    while (low < high) {
      const middle = (low + high) >> 1
      if ((map[middle]?.piece ?? 0) < piece) low = middle + 1
      else high = middle
    }
    return low
  }

  return {
    text,
    rangeOf(start, end) {
      if (start < 0 || end <= start || end > text.length) return null
      const from = placeOf(start)
      // The end belongs to the last letter inside, not to the first one behind.
      const last = placeOf(end - 1)
      if (from === null || last === null) return null
      const range = root.ownerDocument.createRange()
      range.setStart(from.node, from.offset)
      range.setEnd(last.node, Math.min(last.offset + 1, last.node.nodeValue?.length ?? 0))
      return range
    },
    offsetOf(node, offset) {
      const start = textAtOrBehind(root, node, offset, (one) => pieceOf.has(one))
      const piece = start === null ? undefined : pieceOf.get(start.node)
      if (start === null || piece === undefined) return text.length
      for (let index = firstRunOf(piece); index < map.length; index += 1) {
        const run = map[index]
        if (run === undefined) break
        if (run.piece > piece) return run.at
        if (start.offset < run.offset + run.length) return run.at + Math.max(0, start.offset - run.offset)
      }
      return text.length
    },
  }
}

/** The text that is read at a place of the DOM, or the next one behind it within `root`; text that is not read (TeX twins) is passed over. */
function textAtOrBehind(
  root: Element,
  node: Node,
  offset: number,
  isRead: (node: Node) => boolean,
): { readonly node: Node; readonly offset: number } | null {
  if (node.nodeType === 3 && isRead(node)) return { node, offset }
  const child = node.nodeType === 3 ? undefined : node.childNodes[offset]
  if (child !== undefined && isRead(child)) return { node: child, offset: 0 }
  const walker = root.ownerDocument.createTreeWalker(root, 4)
  // Behind the last child: what follows is not inside `node` any more.
  let from = child ?? node
  while (child === undefined && from.lastChild !== null) from = from.lastChild
  walker.currentNode = from
  for (let next = walker.nextNode(); next !== null; next = walker.nextNode()) if (isRead(next)) return { node: next, offset: 0 }
  return null
}

// Holds on to a line of text while the article around it changes: a picture arrives, the column gets narrower, the face another.

export type TextAnchor = { readonly node: Node; readonly offset: number }

/** Between two paragraphs, and inside a picture, there is no line: the next one at most so far below is as good. In CSS pixels. */
const farthest = 1_200

/**
 * The first letter of the line at height `y` of the frame's document, or of the next line below; where there is no text, the
 * thing itself. Null where there is nothing.
 */
export function anchorAt(article: Element, y: number): TextAnchor | null {
  const frame = article.ownerDocument
  const { left, right } = article.getBoundingClientRect()
  const rightToLeft = frame.defaultView?.getComputedStyle(article).direction === 'rtl'
  const start = rightToLeft ? right - 3 : left + 3
  let thing: TextAnchor | null = null
  for (let below = 2; below < farthest; below += below < 120 ? 8 : 40) {
    for (const x of [start, (left + right) / 2]) {
      const found = frame.caretPositionFromPoint(x, y + below)
      if (found !== null && found.offsetNode.nodeType === 3) {
        const anchor = { node: found.offsetNode, offset: found.offset }
        const box = boxOf(anchor)
        // Beside a narrow line the caret is looked for far away: only a line that is really here counts.
        if (box !== null && box.top <= y + below + 2 && box.bottom >= y) return anchor
      }
      const element = frame.elementFromPoint(x, y + below)
      if (thing === null && element?.matches('img, video, svg, math, hr')) thing = { node: element, offset: 0 }
    }
    if (below > 120 && thing !== null) break
  }
  return thing
}

/** Where the anchor's line begins, in the frame's document; null when its text is gone or not laid out. */
export function topOf(anchor: TextAnchor): number | null {
  return boxOf(anchor)?.top ?? null
}

function boxOf({ node, offset }: TextAnchor): DOMRect | null {
  const document = node.ownerDocument
  if (document === null || !node.isConnected) return null
  const range = document.createRange()
  if (node.nodeType === node.TEXT_NODE) {
    const length = node.nodeValue?.length ?? 0
    range.setStart(node, Math.min(offset, Math.max(0, length - 1)))
    range.setEnd(node, Math.min(offset + 1, length))
  } else {
    range.selectNode(node)
  }
  // A letter behind a soft line break has two boxes; the last is the one on its own line.
  const box = [...range.getClientRects()].at(-1) ?? range.getBoundingClientRect()
  return box.height === 0 && box.width === 0 ? null : box
}

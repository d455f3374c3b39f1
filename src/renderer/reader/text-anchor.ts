// Holds on to a line of text while the article around it changes its height (a picture arrives, the column gets narrower).

export type TextAnchor = { readonly node: Node; readonly offset: number; readonly top: number }

/** The text at height `y` of the frame's document, or null where there is none. */
export function anchorAt(frame: Document, y: number): TextAnchor | null {
  const x = frame.documentElement.clientWidth / 2
  // Between two paragraphs there is nothing to hold; the next line below is as good.
  for (let below = 1; below < 120; below += 12) {
    const found = frame.caretPositionFromPoint(x, y + below)
    const node = found?.offsetNode ?? frame.elementFromPoint(x, y + below)
    if (!node || node === frame.body || node === frame.documentElement || node.nodeName === 'ARTICLE') continue
    const anchor = { node, offset: found?.offset ?? 0, top: 0 }
    const top = topOf(anchor)
    if (top !== null) return { ...anchor, top }
  }
  return null
}

/** Where the anchor is now, in the frame's document; null when its text is gone or not laid out. */
export function topOf({ node, offset }: Pick<TextAnchor, 'node' | 'offset'>): number | null {
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
  const box = range.getBoundingClientRect()
  return box.height === 0 && box.width === 0 ? null : box.top
}

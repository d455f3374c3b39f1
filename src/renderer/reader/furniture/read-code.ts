// The letters of a code block exactly as they stand in the copy, and where each comes from. Pure over any DOM.

export type ReadCode = {
  readonly text: string
  /** Every text node with the offset in `text` at which it begins, in order. */
  readonly nodes: readonly { readonly node: Text; readonly from: number }[]
}

export function readCode(block: Element): ReadCode {
  const nodes: { node: Text; from: number }[] = []
  let text = ''
  // Elements (for line breaks) and texts.
  const walker = block.ownerDocument.createTreeWalker(block, 1 | 4)
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
    if (node.nodeType === 3) {
      nodes.push({ node: node as Text, from: text.length })
      text += node.nodeValue ?? ''
    } else if (node.nodeName.toLowerCase() === 'br') text += '\n'
  }
  return { text, nodes }
}

/** The text node and offset of place `at` of the text; at an edge between two nodes the earlier one's end when `end` is asked for. */
export function placeInCode({ nodes }: ReadCode, at: number, end: boolean): { readonly node: Text; readonly offset: number } | null {
  let low = 0
  let high = nodes.length - 1
  while (low < high) {
    const middle = (low + high + 1) >> 1
    const from = nodes[middle]?.from ?? 0
    if (end ? from < at : from <= at) low = middle
    else high = middle - 1
  }
  const found = nodes[low]
  if (found === undefined) return null
  return { node: found.node, offset: Math.min(Math.max(0, at - found.from), found.node.length) }
}

// Writes the reader's highlights into an article's DOM as <mark>, and their notes as a list for its end. For a DOM that nobody else
// uses (the printed one): on the screen passages are painted and the DOM stays as it is.

import type { Highlight } from '../../../shared/highlight.ts'
import { normaliserVersion } from '../../../shared/text/normalise.ts'
import { readPageText } from '../../page-text/page-text.ts'

type Piece = { readonly from: number; readonly to: number; readonly highlight: Highlight; readonly last: boolean }

/** Answers the list of notes, or null when there are none. A passage that is not where it says it is stays unmarked. */
export function markPassages(article: Element, highlights: readonly Highlight[]): Element | null {
  const inside = article.ownerDocument
  const text = readPageText(article)
  const pieces = new Map<Text, Piece[]>()
  const marked = highlights
    .toSorted((a, b) => a.anchor.end - b.anchor.end || a.anchor.start - b.anchor.start)
    .filter((highlight) => {
      const { start, end, exact, normaliserVersion: version } = highlight.anchor
      const range = version === normaliserVersion && text.text.slice(start, end) === exact ? text.rangeOf(start, end) : null
      if (range === null) return false
      const nodes = textsIn(article, range)
      for (const [at, { node, from, to }] of nodes.entries()) {
        pieces.set(node, [...(pieces.get(node) ?? []), { from, to, highlight, last: at === nodes.length - 1 }])
      }
      return nodes.length > 0
    })
  const noted = marked.filter(({ note }) => note.trim() !== '')
  for (const [node, own] of pieces) markNode(node, own, noted)
  if (noted.length === 0) return null
  const notes = inside.createElement('section')
  notes.className = 'print-notes'
  const title = inside.createElement('h2')
  title.textContent = 'Notes'
  const list = inside.createElement('ol')
  for (const { note } of noted) {
    const line = inside.createElement('li')
    line.dir = 'auto'
    line.textContent = note
    list.append(line)
  }
  notes.append(title, list)
  return notes
}

/** Cuts a text node at every edge and puts what is marked into marks: where passages overlap, the one that ends last gives its colour. */
function markNode(node: Text, pieces: readonly Piece[], noted: readonly Highlight[]): void {
  const inside = node.ownerDocument
  const words = node.data
  const edges = [...new Set([0, ...pieces.flatMap(({ from, to }) => [from, to]), words.length])].sort((a, b) => a - b)
  const parts: Node[] = []
  for (const [at, from] of edges.entries()) {
    const to = edges[at + 1]
    if (to === undefined || to === from) continue
    const over = pieces.filter((piece) => piece.from <= from && piece.to >= to)
    const top = over.at(-1)
    if (top === undefined) parts.push(inside.createTextNode(words.slice(from, to)))
    else {
      const mark = inside.createElement('mark')
      mark.className = top.highlight.colour
      mark.textContent = words.slice(from, to)
      parts.push(mark)
    }
    for (const { highlight } of pieces.filter((piece) => piece.last && piece.to === to)) {
      const number = noted.indexOf(highlight) + 1
      if (number === 0) continue
      const sign = inside.createElement('sup')
      sign.className = 'print-note'
      sign.textContent = String(number)
      parts.push(sign)
    }
  }
  node.replaceWith(...parts)
}

function textsIn(article: Element, range: Range): readonly { readonly node: Text; readonly from: number; readonly to: number }[] {
  const walker = article.ownerDocument.createTreeWalker(article, 4)
  const found: { node: Text; from: number; to: number }[] = []
  walker.currentNode = range.startContainer
  let node: Node | null = range.startContainer.nodeType === 3 ? range.startContainer : walker.nextNode()
  for (; node !== null; node = walker.nextNode()) {
    const from = node === range.startContainer ? range.startOffset : 0
    const to = node === range.endContainer ? range.endOffset : (node.nodeValue?.length ?? 0)
    const drawn = (node.nodeValue ?? '').slice(from, to).trim() !== ''
    if (to > from && drawn) found.push({ node: node as Text, from, to })
    if (node === range.endContainer) break
  }
  return found
}

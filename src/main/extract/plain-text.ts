// Feeds the shared normaliser from a DOM: what is read, in reading order. The renderer has a walker of its own over the same lists.
import { blockElements, cellElements, normalise, type Piece, silentElements } from '../../shared/text/normalise.ts'
import { elementNode, textNode } from './dom-walk.ts'

/** The one normalised plain text of a node and everything below it. */
export function plainText(root: Node): string {
  return normalise(pieces(root)).text
}

function* pieces(root: Node): Generator<Piece> {
  let node: Node | null = root
  let depthOfPre = 0
  while (node !== null) {
    let descends = true
    if (node.nodeType === textNode) {
      yield { kind: depthOfPre > 0 ? 'pre' : 'text', text: node.nodeValue ?? '' }
    } else if (node.nodeType === elementNode) {
      const name = (node as Element).localName
      descends = !silentElements.has(name)
      if (name === 'br') yield depthOfPre > 0 ? { kind: 'pre', text: '\n' } : { kind: 'line' }
      if (descends) yield* edge(name)
      if (descends && name === 'pre' && node.firstChild) depthOfPre += 1
    }
    if (descends && node.firstChild) {
      node = node.firstChild
      continue
    }
    while (node !== null && node !== root && node.nextSibling === null) {
      node = node.parentNode
      if (node === null || node.nodeType !== elementNode) continue
      const name = (node as Element).localName
      if (name === 'pre') depthOfPre -= 1
      yield* edge(name)
    }
    if (node === root) return
    node = node?.nextSibling ?? null
  }
}

function* edge(name: string): Generator<Piece> {
  if (blockElements.has(name)) yield { kind: 'block' }
  else if (cellElements.has(name)) yield { kind: 'line' }
}

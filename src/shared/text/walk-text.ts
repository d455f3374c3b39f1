// Feeds the normaliser from a tree: what is read, in reading order. One walker for every DOM there is: the extract process's and the window's.
import { blockElements, cellElements, type Piece, silentElements } from './normalise.ts'

/** As much of a DOM node as a walk needs; `src/shared` knows no DOM. */
export type TreeNode = {
  readonly nodeType: number
  readonly nodeValue: string | null
  readonly localName?: string
  readonly firstChild: TreeNode | null
  readonly nextSibling: TreeNode | null
  readonly parentNode: TreeNode | null
}

/** A piece and the text node it came from; null for a break. */
export type Walked<N> = Piece & { readonly node: N | null }

const elementNode = 1
const textNode = 3

/** The pieces of `root` and everything below it. `N` is the DOM's own node type: what comes out is what went in. */
export function* walkText<N extends TreeNode>(root: N): Generator<Walked<N>> {
  let node: TreeNode | null = root
  let depthOfPre = 0
  while (node !== null) {
    let descends = true
    if (node.nodeType === textNode) {
      yield { kind: depthOfPre > 0 ? 'pre' : 'text', text: node.nodeValue ?? '', node: node as N }
    } else if (node.nodeType === elementNode) {
      const name = node.localName ?? ''
      descends = !silentElements.has(name)
      if (name === 'br') yield depthOfPre > 0 ? { kind: 'pre', text: '\n', node: null } : { kind: 'line', node: null }
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
      const name = node.localName ?? ''
      if (name === 'pre') depthOfPre -= 1
      yield* edge(name)
    }
    if (node === root) return
    node = node?.nextSibling ?? null
  }
}

function* edge(name: string): Generator<Walked<never>> {
  if (blockElements.has(name)) yield { kind: 'block', node: null }
  else if (cellElements.has(name)) yield { kind: 'line', node: null }
}

// The nodes of a page's tree, their places and their texts. Elements and the document are page-tree.ts.

export const nodeTypes = { element: 1, text: 3, comment: 8, document: 9, fragment: 11 } as const

/** A node and its place. Lists (`childNodes`, `children`, `getElementsByTagName`) are of the moment, never live. */
export abstract class Node {
  readonly nodeType: number
  parentNode: Node | null = null
  firstChild: Node | null = null
  lastChild: Node | null = null
  previousSibling: Node | null = null
  nextSibling: Node | null = null

  constructor(nodeType: number) {
    this.nodeType = nodeType
  }

  protected abstract copy(): Node

  /** What is kept about the children is no longer so. */
  protected childrenChanged(): void {}

  get nodeValue(): string | null {
    return null
  }

  /** Texts and comments alone have one. */
  set nodeValue(_value: string) {}

  get isConnected(): boolean {
    let top: Node = this
    while (top.parentNode !== null) top = top.parentNode
    return top.nodeType === nodeTypes.document
  }

  get childNodes(): Node[] {
    const list: Node[] = []
    for (let child = this.firstChild; child !== null; child = child.nextSibling) list.push(child)
    return list
  }

  get textContent(): string {
    let text = ''
    for (let at = this.firstChild; at !== null; at = nextBelow(at, this)) if (isText(at)) text += at.data
    return text
  }

  set textContent(text: string) {
    while (this.firstChild !== null) this.firstChild.remove()
    if (text !== '') this.appendChild(new Text(text))
  }

  contains(other: Node | null): boolean {
    for (let at = other; at !== null; at = at.parentNode) if (at === this) return true
    return false
  }

  appendChild<N extends Node>(node: N): N {
    return this.insertBefore(node, null)
  }

  insertBefore<N extends Node>(node: N, before: Node | null): N {
    if (node.nodeType === nodeTypes.fragment) {
      for (let child = node.firstChild; child !== null; child = node.firstChild) this.insertBefore(child, before)
      return node
    }
    if (node.firstChild !== null && node.contains(this)) throw new Error('a node cannot stand in itself')
    const next = before === node ? node.nextSibling : before
    node.remove()
    const previous = next === null ? this.lastChild : next.previousSibling
    node.parentNode = this
    node.previousSibling = previous
    node.nextSibling = next
    if (previous === null) this.firstChild = node
    else previous.nextSibling = node
    if (next === null) this.lastChild = node
    else next.previousSibling = node
    this.childrenChanged()
    return node
  }

  removeChild<N extends Node>(node: N): N {
    node.remove()
    return node
  }

  replaceChild<N extends Node>(node: Node, old: N): N {
    old.replaceWith(node)
    return old
  }

  remove(): void {
    const { parentNode: parent, previousSibling: previous, nextSibling: next } = this
    if (parent === null) return
    if (previous === null) parent.firstChild = next
    else previous.nextSibling = next
    if (next === null) parent.lastChild = previous
    else next.previousSibling = previous
    this.parentNode = this.previousSibling = this.nextSibling = null
    parent.childrenChanged()
  }

  append(...nodes: readonly (Node | string)[]): void {
    for (const node of nodes) this.appendChild(nodeOf(node))
  }

  prepend(node: Node | string): void {
    this.insertBefore(nodeOf(node), this.firstChild)
  }

  before(node: Node | string): void {
    this.parentNode?.insertBefore(nodeOf(node), this)
  }

  after(node: Node | string): void {
    this.parentNode?.insertBefore(nodeOf(node), this.nextSibling)
  }

  replaceWith(node: Node | string): void {
    const { parentNode: parent, nextSibling: next } = this
    const given = nodeOf(node)
    if (parent === null || given === this) return
    this.remove()
    parent.insertBefore(given, given === next ? given.nextSibling : next)
  }

  replaceChildren(...nodes: readonly (Node | string)[]): void {
    while (this.firstChild !== null) this.firstChild.remove()
    this.append(...nodes)
  }

  cloneNode(deep = false): this {
    const copy = this.copy()
    if (deep) for (let child = this.firstChild; child !== null; child = child.nextSibling) copy.appendChild(child.cloneNode(true))
    return copy as this
  }

  /** Joins neighbouring texts and drops empty ones, everywhere below. */
  normalize(): void {
    const texts: Text[] = []
    for (let at = this.firstChild; at !== null; at = nextBelow(at, this)) if (isText(at)) texts.push(at)
    for (const text of texts) {
      const before = text.previousSibling
      if (isText(before)) before.data += text.data
      if (isText(before) || text.data === '') text.remove()
    }
  }
}

function nodeOf(node: Node | string): Node {
  return typeof node === 'string' ? new Text(node) : node
}

/** The node after `at` in reading order, below `root`; null at the end. */
export function nextBelow(at: Node, root: Node): Node | null {
  if (at.firstChild !== null) return at.firstChild
  for (let up: Node | null = at; up !== null && up !== root; up = up.parentNode) if (up.nextSibling !== null) return up.nextSibling
  return null
}

export function isText(node: Node | null): node is Text {
  return node !== null && node.nodeType === nodeTypes.text
}

/** Texts and comments. */
abstract class CharacterData extends Node {
  data: string

  constructor(nodeType: number, data: string) {
    super(nodeType)
    this.data = data
  }

  override get nodeValue(): string {
    return this.data
  }

  override set nodeValue(data: string) {
    this.data = data
  }

  override get textContent(): string {
    return this.data
  }

  override set textContent(data: string) {
    this.data = data
  }
}

export class Text extends CharacterData {
  readonly nodeName = '#text'

  constructor(data: string) {
    super(nodeTypes.text, data)
  }

  /** Cuts the text in two; answers the second half, which stands behind the first. */
  splitText(offset: number): Text {
    const rest = new Text(this.data.slice(offset))
    this.data = this.data.slice(0, offset)
    this.after(rest)
    return rest
  }

  protected copy(): Text {
    return new Text(this.data)
  }
}

export class Comment extends CharacterData {
  readonly nodeName = '#comment'

  constructor(data: string) {
    super(nodeTypes.comment, data)
  }

  protected copy(): Comment {
    return new Comment(this.data)
  }
}

/** Nodes on their way to a place, and what a `template` holds. */
export class Fragment extends Node {
  readonly nodeName = '#document-fragment'

  constructor() {
    super(nodeTypes.fragment)
  }

  protected copy(): Fragment {
    return new Fragment()
  }
}

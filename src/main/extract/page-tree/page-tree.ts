// A page as a tree: the part of the standard DOM that this room and Readability ask of a page, and nothing else (no events, styles, scripts).
// jsdom answers each question in microseconds (wrappers, live collections, mutation records), a plain object in nanoseconds: 161 ms of
// processor time a page before, 50 after, over 787 real pages with the same drafts. No name of a page can take the place of a property.
// Names are the standard's. Markup in and out is parse-page.ts; the gate out of this room stays DOMPurify over jsdom (gate-window.ts).

import { Attribute } from './attribute.ts'
import { Fragment, isText, Node, nextBelow, nodeTypes, Text } from './page-node.ts'
import { upperCase } from './upper-case.ts'

export const htmlNamespace = 'http://www.w3.org/1999/xhtml'
const svgNamespace = 'http://www.w3.org/2000/svg'
/** No sheet is read: reveal.ts turned inline styles into attributes, and nothing else of a style decides anything. */
const noStyle = Object.freeze({ display: '', visibility: '' })

/** How a tree comes from markup and becomes markup; given to each document by parse-page.ts. */
export type Markup = {
  readonly inner: (element: Element) => string
  readonly outer: (element: Element) => string
  readonly fragment: (markup: string, around: Element) => Fragment
}

/** What holds elements: an element itself, or the document. */
abstract class ParentNode extends Node {
  private elements: readonly Element[] | null = null

  protected override childrenChanged(): void {
    this.elements = null
  }

  get children(): readonly Element[] {
    this.elements ??= this.childNodes.filter(isElement)
    return this.elements
  }

  get childElementCount(): number {
    return this.children.length
  }

  get firstElementChild(): Element | null {
    return elementFrom(this.firstChild, 'nextSibling')
  }

  get lastElementChild(): Element | null {
    return elementFrom(this.lastChild, 'previousSibling')
  }

  /** Elements below of this very name, `*` for all. */
  getElementsByTagName(name: string): Element[] {
    const list: Element[] = []
    for (let at = this.firstChild; at !== null; at = nextBelow(at, this))
      if (isElement(at) && (name === '*' || at.localName === name)) list.push(at)
    return list
  }

  /** Only lists of names in any case (`img,DIV`), as Readability asks. */
  querySelectorAll(names: string): Element[] {
    const wanted = new Set(names.toLowerCase().split(','))
    return this.getElementsByTagName('*').filter((element) => wanted.has(element.localName))
  }
}

export function isElement(node: Node | null): node is Element {
  return node !== null && node.nodeType === nodeTypes.element
}

function elementFrom(start: Node | null, way: 'nextSibling' | 'previousSibling'): Element | null {
  let at = start
  while (at !== null && !isElement(at)) at = at[way]
  return at
}

export class Element extends ParentNode {
  readonly ownerDocument: Document
  readonly localName: string
  readonly namespaceURI: string
  readonly tagName: string
  /** In the order they were given. */
  readonly attributes: Attribute[] = []
  /** A template's own: no part of the page. */
  content: Fragment | null = null
  /** Readability keeps its score of an element on it. */
  readability: unknown = undefined

  constructor(ownerDocument: Document, localName: string, namespaceURI: string = htmlNamespace) {
    super(nodeTypes.element)
    this.ownerDocument = ownerDocument
    this.localName = localName
    this.namespaceURI = namespaceURI
    this.tagName = namespaceURI === htmlNamespace ? upperCase(localName) : localName
  }

  get nodeName(): string {
    return this.tagName
  }

  get parentElement(): Element | null {
    return isElement(this.parentNode) ? this.parentNode : null
  }

  get nextElementSibling(): Element | null {
    return elementFrom(this.nextSibling, 'nextSibling')
  }

  get previousElementSibling(): Element | null {
    return elementFrom(this.previousSibling, 'previousSibling')
  }

  get id(): string {
    return this.getAttribute('id') ?? ''
  }

  set id(id: string) {
    this.setAttribute('id', id)
  }

  /** A drawing's is no string in a browser. */
  get className(): string {
    return this.namespaceURI === svgNamespace ? '' : (this.getAttribute('class') ?? '')
  }

  set className(words: string) {
    this.setAttribute('class', words)
  }

  get src(): string {
    return this.getAttribute('src') ?? ''
  }

  get srcset(): string {
    return this.getAttribute('srcset') ?? ''
  }

  get style(): { readonly display: string; readonly visibility: string } {
    return noStyle
  }

  get innerHTML(): string {
    return this.ownerDocument.markup.inner(this)
  }

  set innerHTML(markup: string) {
    this.replaceChildren(this.ownerDocument.markup.fragment(markup, this))
  }

  get outerHTML(): string {
    return this.ownerDocument.markup.outer(this)
  }

  getAttribute(name: string): string | null {
    return this.attributes[this.placeOf(name)]?.value ?? null
  }

  hasAttribute(name: string): boolean {
    return this.placeOf(name) !== -1
  }

  getAttributeNames(): string[] {
    return this.attributes.map(({ name }) => name)
  }

  setAttribute(name: string, value: string): void {
    this.setAttributeNode(new Attribute(name, value))
  }

  setAttributeNode(attribute: Attribute): void {
    const at = this.placeOf(attribute.name)
    if (at === -1) this.attributes.push(attribute)
    else this.attributes[at] = attribute
  }

  removeAttribute(name: string): void {
    const at = this.placeOf(name)
    if (at !== -1) this.attributes.splice(at, 1)
  }

  private placeOf(name: string): number {
    for (let at = 0; at < this.attributes.length; at += 1) if (this.attributes[at]?.name === name) return at
    return -1
  }

  protected copy(): Element {
    const copy = new Element(this.ownerDocument, this.localName, this.namespaceURI)
    for (const attribute of this.attributes) copy.attributes.push(attribute.cloneNode())
    copy.content = this.content?.cloneNode(true) ?? null
    return copy
  }
}

export class Document extends ParentNode {
  readonly nodeName = '#document'
  readonly markup: Markup
  /** No address: links are resolved by tidy.ts, and Readability then leaves them alone. */
  readonly baseURI = 'about:blank'
  readonly documentURI = 'about:blank'

  constructor(markup: Markup) {
    super(nodeTypes.document)
    this.markup = markup
  }

  get documentElement(): Element | null {
    return this.firstElementChild
  }

  /** A page always has one, but for a set of frames. */
  get body(): Element {
    const body = this.documentElement?.children.find(({ localName }) => localName === 'body' || localName === 'frameset')
    if (body === undefined) throw new Error('a page without a body')
    return body
  }

  /** The words of its first `title`, white space collapsed. */
  get title(): string {
    const title = this.getElementsByTagName('title').find(({ namespaceURI }) => namespaceURI === htmlNamespace)
    const words =
      title?.childNodes
        .filter(isText)
        .map(({ data }) => data)
        .join('') ?? ''
    return words.replace(/[ \t\n\f\r]+/g, ' ').replace(/^ | $/g, '')
  }

  createElement(name: string): Element {
    const element = new Element(this, name.toLowerCase())
    if (element.localName === 'template') element.content = new Fragment()
    return element
  }

  createTextNode(data: string): Text {
    return new Text(data)
  }

  getElementById(id: string): Element | null {
    return this.getElementsByTagName('*').find((element) => element.id === id) ?? null
  }

  protected copy(): Document {
    return new Document(this.markup)
  }
}

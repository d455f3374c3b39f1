// Small questions asked of elements everywhere in this room. No selectors: in jsdom they cost more than the extraction itself.

export const textNode = 3
export const elementNode = 1
export const commentNode = 8
const documentNode = 9

/** Elements below `root` with one of these names, in document order; a list of its own, so the tree may change under it. */
export function elementsOf(root: Element | Document, ...names: readonly string[]): Element[] {
  const only = names[0]
  if (names.length === 1 && only !== undefined && isLarge(root)) return listed(root.getElementsByTagName(only))
  return allElements(root).filter(
    names.length === 1 ? (element) => element.localName === only : (element) => names.includes(element.localName),
  )
}

/** Every element below `root`, as a list of its own. */
export function allElements(root: Element | Document): Element[] {
  if (isLarge(root)) return listed(root.getElementsByTagName('*'))
  const list: Element[] = []
  gather(root, list)
  return list
}

/** A collection of jsdom costs some microseconds to make, whatever is in it: most questions are asked of a few elements. */
function isLarge(root: Element | Document): boolean {
  return root.nodeType === documentNode || (root as Element).localName === 'body'
}

function gather(root: Element | Document, list: Element[]): void {
  for (let child = root.firstElementChild; child !== null; child = child.nextElementSibling) {
    list.push(child)
    gather(child, list)
  }
}

/** A live collection is a proxy in jsdom, and each step through it a search of its own; asked through its method it costs half. */
function listed(collection: HTMLCollectionOf<Element>): Element[] {
  const { length, item } = collection
  const list: Element[] = []
  for (let at = 0; at < length; at += 1) {
    const element = item.call(collection, at)
    if (element !== null) list.push(element)
  }
  return list
}

export function classOf(element: Element): string {
  return element.getAttribute('class') ?? ''
}

export function hasClass(element: Element, name: RegExp): boolean {
  const classes = element.getAttribute('class')
  return classes !== null && name.test(classes)
}

/** The nearest ancestor (or the element itself) that fits, up to and without `limit`. */
export function nearest(element: Element | null, fits: (element: Element) => boolean, limit: Element | null = null): Element | null {
  for (let at = element; at !== null && at !== limit; at = at.parentElement) if (fits(at)) return at
  return null
}

export function isInside(element: Element, ...names: readonly string[]): boolean {
  return nearest(element.parentElement, (at) => names.includes(at.localName)) !== null
}

/** Text with white space collapsed. */
export function plainWords(node: Node): string {
  return (node.textContent ?? '').replace(/\s+/g, ' ').trim()
}

export function textLength(node: Node): number {
  return plainWords(node).length
}

/** Characters of text inside links, against all characters: 0 to 1. */
export function linkDensity(element: Element): number {
  const all = textLength(element)
  if (all === 0) return 0
  let linked = 0
  for (const link of elementsOf(element, 'a')) if (!(link.getAttribute('href') ?? '').startsWith('#')) linked += textLength(link)
  return Math.min(1, linked / all)
}

/** Appends all children of one element to another. One by one: a call takes some 100,000 arguments at most, and pages have more. */
export function moveChildren(from: Element, to: Element): void {
  for (let child = from.firstChild; child !== null; child = from.firstChild) to.appendChild(child)
}

/** Appends copies of all children of one element to another. */
export function copyChildren(from: Element, to: Element): void {
  for (let child = from.firstChild; child !== null; child = child.nextSibling) to.appendChild(child.cloneNode(true))
}

/** Puts an element's children in its place. */
export function unwrap(element: Element): void {
  const parent = element.parentNode
  if (parent === null) return
  for (let child = element.firstChild; child !== null; child = element.firstChild) parent.insertBefore(child, element)
  element.remove()
}

/** Gives an element another name, keeping attributes and children. */
export function rename(element: Element, name: string): Element {
  const renamed = element.ownerDocument.createElement(name)
  for (const attribute of element.getAttributeNames()) renamed.setAttribute(attribute, element.getAttribute(attribute) ?? '')
  moveChildren(element, renamed)
  element.replaceWith(renamed)
  return renamed
}

/** Nothing to see or read in it. */
export function isEmpty(element: Element): boolean {
  if (textLength(element) > 0) return false
  return elementsOf(element, 'img', 'picture', 'video', 'audio', 'iframe', 'math', 'svg', 'table', 'hr', 'pre').length === 0
}

/** An absolute http(s) address, or null for anything else. */
export function absoluteUrl(address: string | null | undefined, base: string): string | null {
  const trimmed = address?.trim()
  if (!trimmed) return null
  try {
    const url = new URL(trimmed, base)
    return url.protocol === 'http:' || url.protocol === 'https:' ? url.href : null
  } catch {
    return null
  }
}

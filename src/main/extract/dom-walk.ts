// Small questions asked of elements everywhere in this room.
import type { Node } from './page-tree/page-node.ts'
import type { Document, Element } from './page-tree/page-tree.ts'

export const textNode = 3
export const elementNode = 1
export const commentNode = 8

/** Elements below `root` with one of these names, in document order; a list of its own, so the tree may change under it. */
export function elementsOf(root: Element | Document, ...names: readonly string[]): Element[] {
  const [only] = names
  if (only !== undefined && names.length === 1) return root.getElementsByTagName(only)
  return root.getElementsByTagName('*').filter((element) => names.includes(element.localName))
}

/** Every element below `root`, as a list of its own. */
export function allElements(root: Element | Document): Element[] {
  return root.getElementsByTagName('*')
}

/** True when `after` begins behind the beginning of `before`, also inside it; both stand in one tree. */
export function isAfter(after: Element, before: Element): boolean {
  const [path, other] = [pathOf(after), pathOf(before)]
  const fork = path.findIndex((node, at) => node !== other[at])
  if (fork === -1) return false
  const branch = other[fork]
  if (branch === undefined) return true
  for (let at = path[fork]?.previousSibling ?? null; at !== null; at = at.previousSibling) if (at === branch) return true
  return false
}

/** The element and all around it, the outermost first. */
function pathOf(element: Element): Node[] {
  const path: Node[] = []
  for (let at: Node | null = element; at !== null; at = at.parentNode) path.push(at)
  return path.reverse()
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

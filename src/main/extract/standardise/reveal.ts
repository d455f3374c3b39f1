// The first walk over a page: takes away what could be mistaken for our own marks, turns inline styles into facts, and shows
// what only waits for a script to be shown (streamed parts, hidden article wrappers, tab panels with code).
import { allElements, classOf, commentNode, elementNode, elementsOf, hasClass, nearest, textLength, unwrap } from '../dom-walk.ts'
import type { Node } from '../page-tree/page-node.ts'
import type { Document, Element } from '../page-tree/page-tree.ts'

const hiddenStyle = /(?:^|;)\s*(?:display\s*:\s*none|visibility\s*:\s*hidden)/i
const unselectable = /user-select\s*:\s*none/i
const onePixel = /(?:^|;)\s*(?:width|height)\s*:\s*[01]px/i
const backgroundImage = /background(?:-image)?\s*:[^;]*url\(/i
/** Hidden on purpose, however long: nobody wants these shown. */
const overlays =
  /cookie|consent|gdpr|modal|dialog|popup|pop-up|overlay|lightbox|tooltip|menu|nav|search|drawer|share|login|signup|newsletter|subscribe|comment/i
const panels = /tab|panel|code|snippet|example|language|accordion|collaps|sample/i

/** Prepares every element of a freshly parsed document. `style` attributes are gone afterwards. */
export function reveal(document: Document): void {
  for (const element of allElements(document)) {
    for (const name of element.getAttributeNames()) {
      if (name.startsWith('data-carrel')) element.removeAttribute(name)
    }
    const style = element.getAttribute('style')
    if (style === null) continue
    if (hiddenStyle.test(style)) element.setAttribute('hidden', '')
    if (unselectable.test(style)) element.setAttribute('data-carrel-unselectable', '')
    if (element.localName === 'img' && onePixel.test(style)) element.setAttribute('data-carrel-pixel', '')
    if (backgroundImage.test(style)) element.setAttribute('data-carrel-background', '')
    element.removeAttribute('style')
  }
  joinStreamedParts(document)
  for (const root of [document.documentElement, document.body]) {
    root?.removeAttribute('hidden')
    root?.removeAttribute('aria-hidden')
  }
  revealHidden(document)
}

/** React sends late parts as `<div hidden id="S:0">` and moves them by script to where `<template id="B:0">` stands. */
function joinStreamedParts(document: Document): void {
  const parts = elementsOf(document, 'div').filter((div) => div.hasAttribute('hidden') && /^[A-Za-z]?S:[0-9a-f]+$/i.test(div.id))
  if (parts.length === 0) return
  const places = new Map(elementsOf(document, 'template').map((template) => [template.id, template]))
  for (const part of parts) {
    const place = places.get(part.id.replace(/S:/, 'B:')) ?? places.get(part.id.replace(/S:/, 'P:'))
    // A place within the part itself is no script's doing: a page that breaks off may have one.
    if (place === undefined || nearest(place, (at) => at === part) !== null) {
      part.removeAttribute('hidden')
      continue
    }
    dropFallback(place)
    place.replaceWith(part)
    unwrap(part)
  }
}

/** Between the template and the comment `/$` stands what the page shows while it waits. */
function dropFallback(place: Element): void {
  const fallback: Node[] = []
  for (let next = place.nextSibling; next !== null; next = next.nextSibling) {
    if (next.nodeType === commentNode && next.nodeValue === '/$') {
      for (const node of fallback) node.remove()
      return
    }
    if (next.nodeType === elementNode && (next as Element).localName === 'template') return
    fallback.push(next)
  }
}

function revealHidden(document: Document): void {
  const hidden = allElements(document.body ?? document).filter(isHidden)
  if (hidden.length === 0) return
  const shown =
    proseLength(document.body) -
    hidden.filter((element) => nearest(element.parentElement, isHidden) === null).reduce((sum, element) => sum + proseLength(element), 0)
  for (const element of hidden) {
    if (nearest(element, (at) => overlays.test(`${classOf(at)} ${at.id} ${at.getAttribute('role') ?? ''}`), document.body)) continue
    const prose = proseLength(element)
    // Only where the page shows next to nothing without it: a gallery or a menu may be long as well.
    const isArticle = prose > 500 && shown < prose * 0.4
    const pres = element.localName === 'pre' ? 1 : element.getElementsByTagName('pre').length
    const isPanel =
      pres > 0 &&
      (panels.test(`${classOf(element)} ${element.id}`) || element.getAttribute('role') === 'tabpanel' || element.localName === 'pre')
    if (isArticle || isPanel) {
      element.removeAttribute('hidden')
      element.removeAttribute('aria-hidden')
    }
  }
}

function isHidden(element: Element): boolean {
  return element.hasAttribute('hidden') || (element.getAttribute('aria-hidden') === 'true' && !hasClass(element, /katex|MathJax|mjx/i))
}

function proseLength(root: Element | null): number {
  if (root === null) return 0
  let length = 0
  for (const element of elementsOf(root, 'p', 'li', 'pre'))
    if (element.localName !== 'li' || element.getElementsByTagName('p').length === 0) length += textLength(element)
  return length
}

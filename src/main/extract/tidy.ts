// Makes the found article plain: absolute links, our image marks, no empty or meaningless boxes. What is dangerous is sanitise.ts's.
import { decoded } from '../../shared/address/decoded.ts'
import { blockElements } from '../../shared/text/normalise.ts'
import { absoluteUrl, allElements, elementNode, elementsOf, isEmpty, isInside, rename, textNode, unwrap } from './dom-walk.ts'
import { flatten, maxCopyDepth } from './page-tree/flatten.ts'
import type { Node } from './page-tree/page-node.ts'
import type { Element } from './page-tree/page-tree.ts'

const presentational = new Set('font big center nobr tt strike basefont label'.split(' '))
const emptied = new Set(
  'p div section article main header footer aside span h1 h2 h3 h4 h5 h6 ul ol dl li figure figcaption blockquote b i em strong u small center font details summary'.split(
    ' ',
  ),
)
const boxes = new Set('div section article main header footer aside hgroup address fieldset form center details-menu'.split(' '))

/** Tidies in place. `url` is the page's address, `base` what its links are relative to. */
export function tidy(article: Element, url: string, base: string): void {
  for (const element of allElements(article)) {
    const name = element.localName
    if (name === 'h1') rename(element, 'h2')
    else if (name === 'tt') rename(element, 'code')
    else if (name === 'strike') rename(element, 's')
    else if (presentational.has(name)) unwrap(element)
    else if (name.includes('-') && element.namespaceURI === 'http://www.w3.org/1999/xhtml')
      rename(element, hasBlocks(element) ? 'div' : 'span')
  }
  flattenCodeSpans(article)
  tidyLinks(article, url, base)
  for (const element of allElements(article).reverse()) {
    if (
      emptied.has(element.localName) &&
      isEmpty(element) &&
      !isInside(element, 'pre', 'td', 'th') &&
      !element.hasAttribute('data-carrel-formula')
    ) {
      if ((element.localName === 'span' || element.localName === 'li') && element.id) continue
      // An emptied inline box may have held the space between two words.
      if (!blockElements.has(element.localName) && (element.textContent ?? '') !== '') element.replaceWith(' ')
      else element.remove()
    }
  }
  flattenLinkedPictures(article)
  dropIdleIds(article)
  for (const element of allElements(article).reverse()) simplify(element)
  closeGaps(article)
  flatten(article, maxCopyDepth)
}

/** A span's id is worth keeping only where something leads to it, or where it is nothing but a target. */
function dropIdleIds(article: Element): void {
  const wanted = new Set(elementsOf(article, 'a').map((link) => link.getAttribute('href') ?? ''))
  for (const element of elementsOf(article, 'span', 'div', 'a', 'ul', 'ol', 'strong', 'em', 'b', 'img')) {
    if (element.id && wanted.has(`#${element.id}`)) element.setAttribute('data-carrel-wanted', '')
    if (element.id && !element.id.startsWith('fnref-') && (element.textContent ?? '') !== '' && !wanted.has(`#${element.id}`))
      element.removeAttribute('id')
  }
}

/** White space between blocks is the source's layout: one line break of it is enough. */
function closeGaps(article: Element): void {
  article.normalize()
  for (const element of [article, ...allElements(article)]) {
    if (element.localName === 'pre' || isInside(element, 'pre', 'math') || element.localName === 'math') continue
    for (const node of Array.from(element.childNodes)) {
      const white = node.nodeValue ?? ''
      if (node.nodeType !== textNode || white === '\n' || /[^ \t\n\r\f]/.test(white)) continue
      node.nodeValue = isBlock(node.previousSibling) || isBlock(node.nextSibling) ? '\n' : ' '
    }
  }
}

function isBlock(node: Node | null): boolean {
  return node !== null && node.nodeType === elementNode && blockElements.has((node as Element).localName)
}

/** Highlighters colour inline code too. */
function flattenCodeSpans(article: Element): void {
  for (const code of elementsOf(article, 'code')) {
    if (isInside(code, 'pre')) continue
    for (const span of elementsOf(code, 'span', 'font')) unwrap(span)
    code.removeAttribute('class')
    code.normalize()
  }
}

function tidyLinks(article: Element, url: string, base: string): void {
  const here = url.split('#')[0] ?? url
  const targets = new Set(
    allElements(article).flatMap((element) => [element.id, element.localName === 'a' ? (element.getAttribute('name') ?? '') : '']),
  )
  for (const link of elementsOf(article, 'a')) {
    const name = link.getAttribute('name')
    const id = link.id || (name && targets.has(name) ? name : '')
    link.removeAttribute('name')
    const href = link.getAttribute('href')
    const address = href?.startsWith('mailto:') ? href : absoluteUrl(href, base)
    if (address === null) {
      if (id) {
        const span = rename(link, 'span')
        for (const attribute of span.getAttributeNames()) span.removeAttribute(attribute)
        span.id = id
      } else unwrap(link)
      continue
    }
    if (id) link.id = id
    const [page, fragment] = [address.split('#')[0], address.includes('#') ? decoded(address.slice(address.indexOf('#') + 1)) : null]
    const inPage = fragment !== null && targets.has(fragment) && (href?.startsWith('#') || page === here)
    link.setAttribute('href', inPage ? `#${fragment}` : href?.startsWith('#') ? `${here}${href}` : address)
  }
}

/** Readability makes paragraphs of boxes even inside a link around a picture. */
function flattenLinkedPictures(article: Element): void {
  for (const link of elementsOf(article, 'a')) {
    for (const box of elementsOf(link, 'p', 'div'))
      if (elementsOf(box, 'img').length > 0 && !hasBlocks(box) && (box.textContent ?? '').trim() === '') unwrap(box)
  }
}

/** Boxes that mean nothing go: around one other box, or around nothing but blocks. One that holds words becomes a paragraph. */
function simplify(element: Element): void {
  const name = element.localName
  if (
    name === 'span' &&
    element.getAttributeNames().every((attribute) => !['id', 'lang', 'dir', 'data-carrel-formula'].includes(attribute))
  ) {
    unwrap(element)
    return
  }
  if (!boxes.has(name) || carriesMeaning(element)) return
  if (element.parentElement === null) return
  const hasText = Array.from(element.childNodes).some((node) => node.nodeType === textNode && (node.nodeValue ?? '').trim() !== '')
  const children = Array.from(element.children)
  if (!hasText && children.every((child) => blockElements.has(child.localName) || child.getAttribute('display') === 'block')) {
    keepId(element)
    unwrap(element)
  } else if (!hasBlocks(element) && !isInside(element, 'p', 'pre', 'a', 'span', 'figcaption', 'td', 'th', 'li', 'dd', 'dt')) {
    const paragraph = rename(element, 'p')
    for (const attribute of paragraph.getAttributeNames())
      if (!['id', 'lang', 'dir'].includes(attribute)) paragraph.removeAttribute(attribute)
  }
}

/** A box's id moves to what it began with, so that links to it still arrive. */
function keepId(element: Element): void {
  const first = element.firstElementChild
  if (
    element.id &&
    first !== null &&
    !first.id &&
    (element.localName === 'section' || /^h[1-6]$/.test(first.localName) || element.hasAttribute('data-carrel-wanted'))
  )
    first.id = element.id
}

function hasBlocks(element: Element): boolean {
  return allElements(element).some((child) => blockElements.has(child.localName))
}

/** The direction or language a box sets is meaning, not layout. */
function carriesMeaning(element: Element): boolean {
  return element.hasAttribute('dir') || element.hasAttribute('lang') || element.getAttribute('role') === 'doc-endnotes'
}

// Headings without permalinks, edit links and the like; their ids stay, so that links inside the page keep working.
import { decoded } from '../../../shared/address/decoded.ts'
import { allElements, classOf, elementsOf, hasClass, plainWords, rename, textLength, unwrap } from '../dom-walk.ts'
import type { Document, Element } from '../page-tree/page-tree.ts'

const names = ['h1', 'h2', 'h3', 'h4', 'h5', 'h6']
const permalinks =
  /headerlink|header-anchor|heading-anchor|anchorjs|(?:^|\s)anchor(?:\s|$|-link|link)|permalink|hash-link|deep-?link|section-link|headline-anchor|copy-link|direct-link/i
const signs = /^[¶#§🔗⚓∞↩⌗\uE000-\uF8FF\s\u200b]*$/u
const furniture = /mw-editsection|edit-?section|edit-link|copy|share|sr-only|visually-?hidden|screen-reader|toggle/i

/** Standardises all headings of the document in place. */
export function standardiseHeadings(document: Document): void {
  for (const element of allElements(document)) {
    if (element.getAttribute('role') !== 'heading' || names.includes(element.localName)) continue
    if (elementsOf(element, ...names).length > 0 || textLength(element) === 0 || textLength(element) > 200) continue
    const level = Number(element.getAttribute('aria-level') ?? 2)
    rename(element, `h${level >= 1 && level <= 6 ? level : 2}`)
  }
  for (const heading of elementsOf(document, ...names)) standardiseHeading(heading)
  for (const link of elementsOf(document, 'a')) {
    // Definitions, captions and paragraphs have permalinks too.
    if (
      hasClass(link, /headerlink|anchorjs|permalink|hash-link/i) &&
      signs.test(link.textContent ?? '') &&
      elementsOf(link, 'img').length === 0
    )
      link.remove()
  }
}

function standardiseHeading(heading: Element): void {
  for (const link of elementsOf(heading, 'a')) {
    const href = link.getAttribute('href') ?? ''
    const target = href.startsWith('#') ? href.slice(1) : (link.getAttribute('name') ?? link.id)
    const isSign = signs.test(link.textContent ?? '') && elementsOf(link, 'img').length === 0
    const isNamed = permalinks.test(`${classOf(link)} ${link.getAttribute('aria-label') ?? ''} ${link.getAttribute('title') ?? ''}`)
    const isAll = textLength(link) === textLength(heading)
    if (target !== '' && !heading.id && (isSign || isAll || isNamed)) heading.id = decoded(target)
    if (isSign || (isNamed && !isAll && textLength(link) < 40)) link.remove()
    else if (isAll && (href === '' || href.startsWith('#'))) unwrap(link)
  }
  for (const element of elementsOf(heading, 'button', 'svg', 'span', 'small', 'div', 'style')) {
    if (
      element.localName === 'button' ||
      element.localName === 'svg' ||
      (hasClass(element, furniture) && textLength(element) < 60 && textLength(element) < textLength(heading))
    )
      element.remove()
  }
  takeIdFromAround(heading)
}

/** GitHub sets the permalink beside the heading, in a box of both; older pages set an empty named anchor before it. */
function takeIdFromAround(heading: Element): void {
  const box = heading.parentElement
  if (box !== null && box.localName === 'div' && textLength(box) === textLength(heading)) {
    for (const link of elementsOf(box, 'a')) {
      if (heading.contains(link) || textLength(link) > 0 || elementsOf(link, 'img').length > 0) continue
      const href = link.getAttribute('href') ?? ''
      if (!heading.id && href.startsWith('#')) heading.id = decoded(href.slice(1))
      link.remove()
    }
    if (hasClass(box, /heading|header-wrapper|anchor/i) && box.children.length === 1) unwrap(box)
  }
  const before = heading.previousElementSibling
  if (before?.localName === 'a' && plainWords(before) === '' && before.children.length === 0) {
    const name = before.getAttribute('name') ?? before.id
    if (name && !heading.id) {
      heading.id = name
      before.remove()
    }
  }
}

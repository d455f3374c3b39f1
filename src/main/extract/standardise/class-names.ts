// Readability judges by words in class names and ids. Utility classes (Tailwind) and ids made from a heading's words say nothing
// about what an element is, so they are put out of its sight before and the ids given back afterwards.
import { allElements, classOf, elementsOf, plainWords } from '../dom-walk.ts'
import type { Document, Element } from '../page-tree/page-tree.ts'

/** `leading-extra-tight`, `scroll-mt-20`, `md:text-sm`, `[&_p]:mb-4`: layout, not meaning. */
const utility =
  /^(?:!?-?(?:leading|tracking|text|font|bg|border|rounded|shadow|grid|flex|gap|space|overflow|scroll|snap|overscroll|divide|ring|max|min|w|h|p[xytrbl]?|m[xytrbl]?|col|row|items|justify|self|place|list|object|inset|top|left|right|bottom|z|opacity|transition|duration|ease|animate|cursor|select|resize|sr|not|prose|fill|stroke|underline|decoration|whitespace|break|hyphens|align|sticky|isolate|order|basis|grow|shrink|aspect|columns|container|translate|rotate|scale|transform|filter|backdrop|accent|appearance|caret|outline|pointer|touch|will|content)-[\w./%[\]()#,-]+|.*[[\]&].*|[\w-]+:.+)$/
const keptIds = 'data-carrel-id'
const headings = ['h1', 'h2', 'h3', 'h4', 'h5', 'h6']

/** Hides misleading class words and ids. */
export function hideMisleadingNames(document: Document): void {
  for (const element of allElements(document)) {
    const classes = classOf(element)
    if (/[-:[]/.test(classes)) {
      const kept = classes.split(/\s+/).filter((word) => !utility.test(word))
      element.setAttribute('class', kept.join(' '))
    }
  }
  for (const heading of elementsOf(document, ...headings)) {
    const slug = slugOf(plainWords(heading))
    hideId(heading)
    for (let above = heading.parentElement; above !== null && above.localName !== 'body'; above = above.parentElement) {
      const own = slugOf(above.id)
      if (own.length > 2 && (slug === own || slug.startsWith(own) || own.startsWith(slug)) && slug.length > 2) hideId(above)
      if (above.firstElementChild !== heading && !headings.includes(above.firstElementChild?.localName ?? '')) break
    }
  }
  for (const element of elementsOf(document, 'li', 'p', 'dt', 'dd', 'sup', 'span', 'figure', 'table', 'pre'))
    if (element.id) hideId(element)
}

/** Gives the ids back. */
export function restoreIds(root: Element): void {
  for (const element of allElements(root)) {
    const id = element.getAttribute(keptIds)
    if (id === null) continue
    element.removeAttribute(keptIds)
    element.setAttribute('id', id)
  }
}

function hideId(element: Element): void {
  if (!element.id) return
  element.setAttribute(keptIds, element.id)
  element.removeAttribute('id')
}

function slugOf(words: string): string {
  return words.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '')
}

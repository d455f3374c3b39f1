// A page of links has no article for Readability to find: it takes the footer, or one teaser. The list itself is what is kept.
import { allElements, copyChildren, elementsOf, plainWords, textLength } from './dom-walk.ts'
import { isJunk } from './junk.ts'
import { titleLinks } from './page-sort.ts'
import type { Element } from './page-tree/page-tree.ts'

/** Fewer titles than this are a menu. */
const leastTitles = 6
/** What Readability chose is no article beside a list when it is this short; longer when the page itself says that it is an index. */
const shortText = 280
const shortTextOfIndex = 1_200

/**
 * The list of a page whose chosen text is next to nothing beside its links; null for everything else. `untouched` is the whole
 * body, `says` whether address or metadata call it an index.
 */
export function findListing(untouched: Element, chosen: Element | null, says: boolean): { article: Element; region: Element } | null {
  const length = chosen === null ? 0 : textLength(chosen)
  if (length >= (says ? shortTextOfIndex : shortText)) return null
  const [main] = elementsOf(untouched, 'main').sort((a, b) => textLength(b) - textLength(a))
  const region = main !== undefined && titleLinks(main) >= leastTitles ? main : untouched
  const article = untouched.ownerDocument.createElement('div')
  copyChildren(region, article)
  for (const element of allElements(article))
    if (article.contains(element) && (isJunk(element) || isFurniture(element, region))) element.remove()
  if (titleLinks(article) < leastTitles || (chosen !== null && titleLinks(chosen) >= leastTitles)) return null
  return linkedLength(article) > length * 1.5 ? { article, region } : null
}

/** The site's own head stands outside `main`, or is the first header of a body without one. */
function isFurniture(element: Element, region: Element): boolean {
  return region.localName === 'body' && element.localName === 'header' && elementsOf(element, 'nav', 'form').length > 0
}

function linkedLength(article: Element): number {
  return elementsOf(article, 'a').reduce((sum, link) => sum + plainWords(link).length, 0)
}

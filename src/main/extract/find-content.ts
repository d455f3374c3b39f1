// Finds the article in a standardised page: Readability chooses, restore-lost.ts brings back what it threw away with the wrappers.
import { Readability } from '@mozilla/readability'
import { allElements, copyChildren, elementsOf, linkDensity, textLength } from './dom-walk.ts'
import { findListing } from './find-listing.ts'
import { isJunk } from './junk.ts'
import type { Document, Element } from './page-tree/page-tree.ts'
import { restoreLost } from './restore-lost.ts'

/** Numbers every element, so that what Readability kept can be told from what it dropped, whatever it renamed. */
export const numberMark = 'data-carrel-n'
/** Less text than this is no article, whatever its markup says. */
const leastText = 140

export type FoundContent = {
  /** The article, detached, with our marks still in it. */
  readonly article: Element
  /** Where it stood, in an untouched twin of the standardised page: counted against. */
  readonly region: Element
  /** The whole body of that twin. */
  readonly page: Element
  /** What Readability read from the page's head; metadata.ts knows better ways first. */
  readonly hints: {
    readonly title: string | null
    readonly byline: string | null
    readonly excerpt: string | null
    readonly siteName: string | null
  }
}

/** The article of a document, which is spent afterwards, or the list of a page of links; null when there is nothing to read. */
export function findContent(document: Document, saysIndex: boolean): FoundContent | null {
  const body = document.body
  if (body === null) return null
  let number = 0
  for (const element of allElements(body)) element.setAttribute(numberMark, String(++number))
  const untouched = body.cloneNode(true) as Element
  const parsed = readability(document)
  const hints = {
    title: parsed?.title || null,
    byline: parsed?.byline || null,
    excerpt: parsed?.excerpt || null,
    siteName: parsed?.siteName || null,
  }
  const chosen = parsed?.content ?? null
  for (const page of chosen === null ? [] : Array.from(chosen.children))
    if (page.id.startsWith('readability-page')) page.removeAttribute('id')
  const listing = findListing(untouched, chosen, saysIndex)
  if (listing !== null) return { ...listing, page: untouched, hints }
  if (chosen !== null && textLength(chosen) >= leastText) {
    const region = restoreLost(chosen, untouched)
    return { article: chosen, region, page: untouched, hints }
  }
  const fallback = fallbackContent(untouched)
  if (fallback === null && chosen !== null && textLength(chosen) > 0)
    return { article: chosen, region: restoreLost(chosen, untouched), page: untouched, hints }
  return fallback === null ? null : { ...fallback, page: untouched, hints }
}

/** Readability asks nothing of a document but what page-tree.ts has; its types know only a browser's. What it gives back is one of our elements. */
function readability(document: Document) {
  const serializer = (node: unknown): Element => node as Element
  return new Readability<Element>(document as unknown as globalThis.Document, { keepClasses: true, serializer }).parse()
}

/** When Readability finds nothing: the one element that says it is the article, or the body without its furniture. */
function fallbackContent(untouched: Element): { article: Element; region: Element } | null {
  const named = elementsOf(untouched, 'article', 'main').concat(
    allElements(untouched).filter(
      (element) => element.getAttribute('itemprop') === 'articleBody' || element.getAttribute('role') === 'main',
    ),
  )
  const places = [...named.sort((a, b) => textLength(b) - textLength(a)).slice(0, 1), untouched]
  for (const region of places) {
    const article = untouched.ownerDocument.createElement('div')
    copyChildren(region, article)
    for (const element of allElements(article)) if (element.isConnected || article.contains(element)) if (isJunk(element)) element.remove()
    if (textLength(article) >= leastText && linkDensity(article) < 0.6) return { article, region }
  }
  return null
}

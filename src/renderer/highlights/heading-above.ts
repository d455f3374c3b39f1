// The heading a passage stands under: a hint for eyes, and for finding the passage in another copy.

/** The words of the nearest heading at or above a place of the article; null above the first one. */
export function headingAbove(article: Element, place: Node): string | null {
  const headings = article.querySelectorAll('h1, h2, h3, h4, h5, h6')
  for (let at = headings.length - 1; at >= 0; at -= 1) {
    const heading = headings[at]
    // 2: the heading stands before the place; 8 and 10 (contains): the place is inside it.
    if (heading === undefined || (place.compareDocumentPosition(heading) & 2) === 0) continue
    const words = (heading.textContent ?? '').replace(/\s+/g, ' ').trim()
    if (words !== '') return words
  }
  return null
}

// Tells when the copy is only a small part of what the page has to read: the count of things looks only where the article was found.
import { classOf, elementsOf, linkDensity, nearest, textLength } from './dom-walk.ts'
import type { Element } from './page-tree/page-tree.ts'
import { countWords } from './words.ts'

/** Less running prose than this on a page is no great loss, or no article's. */
const leastWords = 400
/** So many times more than was kept; pages with comments, teasers and small print have some more than their article. */
const times = 3
/** Shorter paragraphs are teasers and notices, in characters. */
const shortParagraph = 120

const furniture = new Set('nav footer aside form dialog noscript template header'.split(' '))
/**
 * What by its name is other people's or other pages' words. Narrower than junk.ts on purpose: a name like "page1-footer" or
 * "product-widget" around the article is what it was lost by.
 */
const others =
  /comment|disqus|respond|repl(?:y|ies)|discussion|related|recommend|newsletter|subscri|sponsor|advert|cookie|consent|gdpr|pop-?up|modal|side-?bar|(?:^|[-_\s])bio(?:[-_\s]|$)|about-?(?:us|the|author)|author|copyright|disclaimer|legal|teaser|trending|popular|latest|more-?(?:stories|from|articles|posts)|read-?(?:next|more)|(?:up|whats)-?next|review(?:s|er)|transcript|hidden/i

/** True when `page` (the untouched body) holds far more running prose outside its furniture than the `kept` words of the copy. */
export function isPartLost(page: Element, kept: number, lang: string | null): boolean {
  let words = 0
  for (const paragraph of elementsOf(page, 'p')) {
    if (textLength(paragraph) < shortParagraph || linkDensity(paragraph) > 0.3 || isFurniture(paragraph)) continue
    words += countWords(paragraph.textContent ?? '', lang)
  }
  return words > leastWords && words > kept * times
}

function isFurniture(paragraph: Element): boolean {
  const found = nearest(
    paragraph,
    (at) =>
      furniture.has(at.localName) ||
      at.hasAttribute('hidden') ||
      at.getAttribute('aria-hidden') === 'true' ||
      /^(?:navigation|complementary|dialog|banner|contentinfo)$/.test(at.getAttribute('role') ?? '') ||
      (at.localName !== 'body' && others.test(`${classOf(at)} ${at.id}`)),
  )
  return found !== null
}

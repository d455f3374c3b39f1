// Every picture becomes one plain <img> with its best address; the others are kept beside it for the download. Tracking pixels go.
import { absoluteUrl, allElements, classOf, elementsOf, hasClass, isInside, nearest, textLength, unwrap } from '../dom-walk.ts'
import type { Document, Element } from '../page-tree/page-tree.ts'
import { findSvgs, isDrawing, nameOf, pictureOf, wordsIn } from './drawings.ts'
import { imageCandidates } from './image-candidates.ts'

export const imageMark = 'data-carrel-image'
/** Addresses of each picture, best first, by the number in its mark. */
export type HeldImages = (readonly string[])[]

const trackers =
  /(?:^https?:\/\/(?:[^/]*\.)?(?:doubleclick\.net|scorecardresearch\.com|google-analytics\.com|googletagmanager\.com|quantserve\.com|pixel\.wp\.com|stats\.wp\.com|feedburner\.com|bat\.bing\.com|analytics\.[^/]+|adservice\.[^/]+|b\.scorecard[^/]*|pixel\.[^/]+|counter\.[^/]+|sb\.voicefive\.com|imrworldwide\.com|chartbeat\.net|mc\.yandex\.ru|hm\.baidu\.com)\/)|facebook\.com\/tr\b|medium\.com\/_\/stat|\/(?:pixel|beacon|tracking|track|count|counter)\.(?:gif|php|aspx)|\/b\/ss\/|feeds\.feedburner\.com\/~/i
const lazyBoxes = /lazy|placeholder|progressive|deferred/i

/** Standardises all pictures of the document in place. */
export function standardiseImages(document: Document, base: string): HeldImages {
  const held: HeldImages = []
  for (const noscript of elementsOf(document, 'noscript')) openNoscript(noscript)
  for (const image of elementsOf(document, 'amp-img', 'amp-anim')) replaceByImage(image, image.getAttribute('src'))
  for (const figure of allElements(document)) revealLazyBox(figure, base)
  for (const svg of findSvgs(document)) standardiseSvg(svg, held)
  for (const image of elementsOf(document, 'img')) {
    if (image.hasAttribute(imageMark)) continue
    const urls = isTracker(image) ? [] : imageCandidates(image, base).filter((url) => !trackers.test(url))
    const picture = image.parentElement?.localName === 'picture' ? image.parentElement : null
    if (urls.length === 0 || urls[0] === undefined) {
      ;(picture ?? image).remove()
      continue
    }
    for (const name of image.getAttributeNames())
      if (!['alt', 'title', 'width', 'height', 'id', 'class'].includes(name)) image.removeAttribute(name)
    image.setAttribute('src', urls[0].startsWith('data:') ? 'https://picture.invalid/inline.png' : urls[0])
    image.setAttribute(imageMark, String(held.length))
    if (hasClass(image, /lazy|hidden/i)) image.removeAttribute('class')
    held.push(urls)
    if (picture !== null) {
      for (const source of elementsOf(picture, 'source')) source.remove()
      unwrap(picture)
    }
  }
  return held
}

/** Where no scripts run, what <noscript> holds is markup: a twin of the lazy picture beside it, or the only picture there is. */
function openNoscript(noscript: Element): void {
  const images = elementsOf(noscript, 'img').filter((image) => !isTracker(image))
  if (images.length === 0 || isInside(noscript, 'head')) {
    if (textLength(noscript) > 500 && elementsOf(noscript, 'p').length > 2) unwrap(noscript)
    return
  }
  const [twin] = images
  const beside = lazyTwin(noscript)
  if (images.length === 1 && twin !== undefined && beside !== null) {
    for (const name of ['srcset', 'src', 'alt', 'width', 'height']) {
      const value = twin.getAttribute(name)
      if (value === null) continue
      if (name === 'src') beside.setAttribute('data-original', beside.getAttribute('data-original') ?? value)
      else if (name === 'srcset') beside.setAttribute('data-srcset', beside.getAttribute('data-srcset') ?? value)
      else if (!beside.getAttribute(name)) beside.setAttribute(name, value)
    }
    noscript.remove()
  } else unwrap(noscript)
}

function lazyTwin(noscript: Element): Element | null {
  for (const neighbour of [noscript.previousElementSibling, noscript.nextElementSibling]) {
    if (neighbour === null) continue
    const image = neighbour.localName === 'img' ? neighbour : (elementsOf(neighbour, 'img')[0] ?? null)
    if (image !== null && textLength(neighbour) === 0) return image
  }
  return null
}

/** Boxes that name their picture in an attribute and hold no <img>. */
function revealLazyBox(box: Element, base: string): void {
  if (!['figure', 'div', 'span', 'a', 'picture'].includes(box.localName)) return
  const address = box.getAttribute('data-src') ?? box.getAttribute('data-original') ?? box.getAttribute('data-image-src')
  if (address === null || absoluteUrl(address, base) === null) return
  if (!/\.(?:jpe?g|png|webp|gif|avif)(?:$|[?#])/i.test(address) && !(box.localName === 'figure' || hasClass(box, lazyBoxes))) return
  if (elementsOf(box, 'img', 'iframe', 'video').length > 0) return
  const image = box.ownerDocument.createElement('img')
  image.setAttribute('src', address)
  image.setAttribute('alt', box.getAttribute('data-alt') ?? box.getAttribute('title') ?? box.getAttribute('aria-label') ?? '')
  box.prepend(image)
}

/** A drawing in the text becomes a picture of its own; one that cannot be kept leaves its words and a mark to be counted by. Icons go. */
function standardiseSvg(svg: Element, held: HeldImages): void {
  if (!isDrawing(svg)) {
    svg.remove()
    return
  }
  const address = pictureOf(svg)
  const image = svg.ownerDocument.createElement('img')
  image.setAttribute('alt', nameOf(svg))
  // A long data address would be copied and searched again and again by Readability: any short one stands in for it.
  image.setAttribute('src', `https://picture.invalid/drawing-${held.length}.svg`)
  image.setAttribute(imageMark, String(held.length))
  held.push(address === null ? [] : [address])
  const words = wordsIn(svg)
  svg.replaceWith(image)
  if (words === '') return
  const line = image.ownerDocument.createElement(nearest(image, (at) => at.localName === 'p') === null ? 'p' : 'span')
  line.textContent = words
  image.after(line)
}

function replaceByImage(element: Element, address: string | null): void {
  const image = element.ownerDocument.createElement('img')
  if (address !== null) image.setAttribute('src', address)
  for (const name of ['srcset', 'alt', 'width', 'height'])
    if (element.hasAttribute(name)) image.setAttribute(name, element.getAttribute(name) ?? '')
  element.replaceWith(image)
}

function isTracker(image: Element): boolean {
  if (image.hasAttribute('data-carrel-pixel')) return true
  const isTiny = (size: string | null): boolean => size !== null && /^[0-2](?:px)?$/.test(size.trim())
  if (isTiny(image.getAttribute('width')) && isTiny(image.getAttribute('height'))) return true
  return (
    trackers.test(image.getAttribute('src') ?? '') ||
    /(?:^|\s)(?:(?:tracking|pixel|beacon)(?=\s|$)|(?:tracking|facebook|fb)-pixel|tracking-(?:image|img|beacon))/i.test(classOf(image))
  )
}

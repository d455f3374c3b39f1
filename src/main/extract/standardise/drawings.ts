// Drawings written into the page itself (inline SVG): which are drawings and which are icons, and what of a drawing can be kept as a picture.
import { allElements, elementsOf, hasClass, nearest, plainWords, textLength } from '../dom-walk.ts'
import type { Document, Element } from '../page-tree/page-tree.ts'
import { sanitiseSvg } from '../sanitise-svg.ts'

/** Fewer shapes than this, outside a figure and without words, are ornament: a wave between two parts of the page, one large icon. */
const fewShapes = 6
const shapes = 'path rect circle ellipse line polyline polygon text use foreignObject'.split(' ')
const furniture = ['button', 'nav', 'header', 'footer', 'h1', 'h2', 'h3', 'label']

/** The outermost `svg` elements of the document, in its order. */
export function findSvgs(document: Document): Element[] {
  return elementsOf(document, 'svg').filter((svg) => nearest(svg.parentElement, (at) => at.localName === 'svg') === null)
}

/** True for what belongs to the text; false for icons, logos, sprites and ornament. */
export function isDrawing(svg: Element): boolean {
  if (nearest(svg, (at) => furniture.includes(at.localName)) !== null || hasClass(svg, /icon|logo|spinner|loader/i)) return false
  const { width, height } = sizeOf(svg)
  if (width < 100 || height < 60) return false
  const drawn = elementsOf(svg, ...shapes)
  const figure = nearest(svg, (at) => at.localName === 'figure')
  if (figure !== null && drawn.length > 0 && elementsOf(figure, 'img', 'picture', 'video', 'iframe').length === 0) return true
  if (nearest(svg, (at) => at.localName === 'a') !== null) return false
  // An icon drawn elsewhere on the page, however large: it is not in this element.
  if (drawn.every((shape) => shape.localName === 'use') && !usesOwnParts(svg)) return false
  const parts = allElements(svg).length
  const says = elementsOf(svg, 'text', 'foreignObject').some((element) => textLength(element) > 0)
  return parts >= fewShapes || says || (parts > 0 && usesOwnParts(svg))
}

/**
 * The address of a drawing as a picture that is safe to show, or null where no faithful one is left: nothing safe is in it, its parts stand
 * elsewhere on the page, or its words are set in HTML, which a picture cannot hold.
 */
export function pictureOf(svg: Element): string | null {
  if (wordsIn(svg) !== '' || (elementsOf(svg, 'use').length > 0 && !usesOwnParts(svg))) return null
  const safe = sanitiseSvg(svg.outerHTML)
  if (safe === null || !new RegExp(`<(?:${shapes.join('|')})[\\s>]`).test(safe)) return null
  return `data:image/svg+xml;base64,${Buffer.from(safe, 'utf8').toString('base64')}`
}

/** The words a drawing sets in HTML, one label after the other. A `switch` gives the same words again as text of the drawing. */
export function wordsIn(svg: Element): string {
  return elementsOf(svg, 'foreignObject')
    .filter((label) => !(label.parentElement?.localName === 'switch' && label.nextElementSibling !== null))
    .map(plainWords)
    .filter((words) => words !== '')
    .join(' · ')
}

/** What a drawing calls itself. */
export function nameOf(svg: Element): string {
  const title = elementsOf(svg, 'title').find((element) => element.parentElement === svg)
  return plainWords(title ?? svg.ownerDocument.createElement('i')) || (svg.getAttribute('aria-label') ?? '').trim()
}

/** Every part it refers to stands in itself, and there is at least one. */
function usesOwnParts(svg: Element): boolean {
  const uses = elementsOf(svg, 'use')
  if (uses.length === 0) return false
  const own = new Set(allElements(svg).map((element) => element.id))
  return uses.every((use) => {
    const target = use.getAttribute('href') ?? use.getAttribute('xlink:href') ?? ''
    return target.startsWith('#') && target.length > 1 && own.has(target.slice(1))
  })
}

/** In CSS pixels as far as the markup says; the box of the drawing stands in for a size left to the style sheet. */
function sizeOf(svg: Element): { readonly width: number; readonly height: number } {
  const [, , boxWidth, boxHeight] = (svg.getAttribute('viewBox') ?? '')
    .trim()
    .split(/[\s,]+/)
    .map(Number)
  const size = (name: string, box: number | undefined): number => {
    const [, given, unit] = /^([\d.]+)(px|pt|)$/.exec((svg.getAttribute(name) ?? '').trim()) ?? []
    if (given === undefined) return box ?? 0
    return Number.parseFloat(given) * (unit === 'pt' ? 4 / 3 : 1)
  }
  return { width: size('width', boxWidth), height: size('height', boxHeight) }
}

// Completeness: each thing counted where the article stood in the source, and in the cleaned copy.
import type { Counts, Remark } from '../../shared/item.ts'
import { allElements, elementsOf, isInside, plainWords, textLength } from './dom-walk.ts'
import { isInJunk } from './junk.ts'
import type { Element } from './page-tree/page-tree.ts'
import { embedMark } from './standardise/embeds.ts'
import { noteMark } from './standardise/footnotes.ts'
import { imageMark } from './standardise/images.ts'
import { formulaMark } from './standardise/maths.ts'
import { dataMark } from './standardise/tables.ts'

export type Things = { readonly [Kind in keyof Counts]: number }
const numberMark = 'data-carrel-n'

/**
 * What the source's article has: everything that was kept, and everything lost between the first and last kept thing that is not a page's
 * furniture (menus, related stories, comments). `article` still carries its marks.
 */
export function countSource(region: Element, article: Element, title: string): Things {
  const kept = new Set(
    allElements(article)
      .map((element) => element.getAttribute(numberMark))
      .filter((number) => number !== null),
  )
  const all = allElements(region)
  const from = all.findIndex((element) => kept.has(element.getAttribute(numberMark) ?? ''))
  const to = all.findLastIndex((element) => kept.has(element.getAttribute(numberMark) ?? ''))
  const inner = new Set<Element>()
  for (const element of all) {
    if (!kept.has(element.getAttribute(numberMark) ?? '')) continue
    for (let at: Element | null = element; at !== null && at !== region.parentElement && !inner.has(at); at = at.parentElement)
      inner.add(at)
  }
  const counted = all.filter(
    (element, at) =>
      isCountable(element) &&
      (kept.has(element.getAttribute(numberMark) ?? '') || (at > from && at < to && belongs(element, region, title, inner))),
  )
  const images = counted.filter((element) => element.hasAttribute(imageMark))
  return {
    images: new Set(images.map((image) => image.getAttribute('src'))).size,
    codeBlocks: counted.filter((element) => element.localName === 'pre').length,
    tables: counted.filter((element) => element.localName === 'table').length,
    headings: counted.filter((element) => /^h[1-6]$/.test(element.localName)).length,
    formulas: counted.filter((element) => element.hasAttribute(formulaMark)).length,
    footnotes: new Set(counted.filter((element) => element.hasAttribute(noteMark)).map((mark) => mark.getAttribute(noteMark))).size,
    embeds: counted.filter((element) => element.hasAttribute(embedMark)).length,
  }
}

function isCountable(element: Element): boolean {
  const name = element.localName
  if (name === 'pre') return textLength(element) > 0
  if (name === 'table') return element.hasAttribute(dataMark)
  if (/^h[1-6]$/.test(name)) return textLength(element) > 0
  return (
    element.hasAttribute(imageMark) ||
    element.hasAttribute(formulaMark) ||
    element.hasAttribute(noteMark) ||
    element.hasAttribute(embedMark)
  )
}

/** Whether a lost thing was the article's. */
function belongs(element: Element, region: Element, title: string, inner: ReadonlySet<Element>): boolean {
  if (isInJunk(element, region)) return false
  if (/^h[1-6]$/.test(element.localName))
    return element.localName !== 'h1' && !isTitle(plainWords(element), title) && !isInside(element, 'header') && standsAlone(element, inner)
  if (!element.hasAttribute(imageMark)) return true
  const width = Number.parseInt(element.getAttribute('width') ?? '', 10)
  return !(width < 200) && !isInside(element, 'a', 'li', 'header')
}

/** A heading that was lost with other words around it (a card, a poster's name and rank) went with them; one lost alone is a gap. */
function standsAlone(heading: Element, inner: ReadonlySet<Element>): boolean {
  let at = heading.parentElement
  for (; at !== null && !inner.has(at); at = at.parentElement) if (textLength(at) > textLength(heading) * 1.3) return false
  return at !== null
}

function isTitle(words: string, title: string): boolean {
  const letters = (text: string): string => text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '')
  return letters(title).includes(letters(words)) || letters(words).includes(letters(title))
}

/** What the finished copy has. */
export function countCopy(copy: Element): Things {
  const images = elementsOf(copy, 'img')
  return {
    images: new Set(images.map((image) => image.getAttribute('src'))).size,
    codeBlocks: elementsOf(copy, 'pre').length,
    tables: elementsOf(copy, 'table').length,
    headings: elementsOf(copy, 'h2', 'h3', 'h4', 'h5', 'h6').length,
    formulas: elementsOf(copy, 'math').length,
    footnotes: elementsOf(copy, 'section')
      .filter((section) => section.getAttribute('role') === 'doc-endnotes')
      .reduce((sum, section) => sum + elementsOf(section, 'li').filter((item) => /^fn-\d+$/.test(item.id)).length, 0),
    embeds: 0,
  }
}

const abouts: { readonly [Kind in keyof Counts]: Remark['about'] } = {
  images: 'image',
  codeBlocks: 'code',
  tables: 'table',
  headings: 'heading',
  formulas: 'formula',
  footnotes: 'footnote',
  embeds: 'embed',
}

/** Pairs of both counts, and a remark for every kind of which less is left. The copy can never count more than its source. */
export function compareCounts(source: Things, copy: Things): { readonly counts: Counts; readonly remarks: readonly Remark[] } {
  const remarks: Remark[] = []
  const pair = (kind: keyof Counts): { source: number; copy: number } => {
    const found = Math.max(source[kind], copy[kind])
    const lost = found - copy[kind]
    if (lost > 0) remarks.push({ about: abouts[kind], what: kind === 'embeds' ? 'kept-as-link' : 'missing', count: lost })
    return { source: found, copy: copy[kind] }
  }
  const counts: Counts = {
    images: pair('images'),
    codeBlocks: pair('codeBlocks'),
    tables: pair('tables'),
    headings: pair('headings'),
    formulas: pair('formulas'),
    footnotes: pair('footnotes'),
    embeds: pair('embeds'),
  }
  return { counts, remarks }
}

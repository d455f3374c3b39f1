// Brings back, in place, what Readability dropped from inside the article: code, tables, formulas, embeds, figures, headings, and whole
// sibling parts. It decides by class words and link counts, and those are wrong exactly where the page is technical.
import { allElements, elementsOf, isEmpty, isInside, linkDensity, plainWords, textLength } from './dom-walk.ts'
import { isInJunk, isJunk } from './junk.ts'
import type { Element } from './page-tree/page-tree.ts'
import { embedMark } from './standardise/embeds.ts'
import { noteMark } from './standardise/footnotes.ts'
import { imageMark } from './standardise/images.ts'
import { formulaMark } from './standardise/maths.ts'
import { dataMark } from './standardise/tables.ts'

const numberMark = 'data-carrel-n'
/** A part outside what was chosen comes back only when it is this much running text. */
const partWords = 60

/** Restores into `chosen` and answers the region of the untouched page that it stands for. */
export function restoreLost(chosen: Element, untouched: Element): Element {
  const kept = new Map<string, Element>()
  for (const element of [chosen, ...allElements(chosen)]) {
    const number = element.getAttribute(numberMark)
    if (number !== null && !kept.has(number)) kept.set(number, element)
  }
  const originals = allElements(untouched).filter((element) => kept.has(element.getAttribute(numberMark) ?? ''))
  const first = originals[0]
  if (first === undefined) return untouched
  const region = widen(commonAncestor(originals), untouched, textLength(chosen))
  const inner = new Set<Element>()
  for (const original of originals)
    for (let at = original.parentElement; at !== null && !inner.has(at) && at !== region.parentElement; at = at.parentElement) inner.add(at)
  const last = originals.at(-1) ?? first
  const context: Context = { chosen, kept, region, inner, first, last }
  visit(region, context)
  return region
}

type Context = {
  readonly chosen: Element
  readonly kept: Map<string, Element>
  readonly region: Element
  /** Originals with something kept below them. */
  readonly inner: ReadonlySet<Element>
  readonly first: Element
  readonly last: Element
}

function commonAncestor(elements: readonly Element[]): Element {
  let common: Element | null | undefined = elements[0]?.parentElement ?? elements[0]
  for (const element of elements) while (common && !common.contains(element)) common = common.parentElement
  if (common === null || common === undefined) throw new Error('elements without a common ancestor')
  return common
}

/** Takes in the article's or main's other parts when what was chosen is only one of several. */
function widen(region: Element, untouched: Element, chosenLength: number): Element {
  for (let at: Element | null = region; at !== null && at !== untouched; at = at.parentElement) {
    const isNamed =
      at.localName === 'article' ||
      at.localName === 'main' ||
      at.getAttribute('role') === 'main' ||
      at.getAttribute('itemprop') === 'articleBody'
    if (!isNamed) continue
    if (at.localName === 'article' && (at.parentElement?.children.filter(({ localName }) => localName === 'article').length ?? 0) > 1)
      return region
    return textLength(at) > chosenLength * 1.02 ? at : region
  }
  return region
}

function visit(element: Element, context: Context): void {
  for (const child of Array.from(element.children)) {
    const isKept = context.kept.has(child.getAttribute(numberMark) ?? '')
    if (isKept || context.inner.has(child)) {
      if (context.inner.has(child)) visit(child, context)
      continue
    }
    if (isEmpty(child) || isJunk(child)) continue
    restore(child, context)
  }
}

/** Decides over one wholly dropped part. */
function restore(lost: Element, context: Context): void {
  if (isWorthAll(lost, context)) {
    const copy = lost.cloneNode(true) as Element
    for (const element of allElements(copy)) if (copy.contains(element) && isJunk(element)) element.remove()
    if (!isEmpty(copy)) insert(copy, lost, context)
    return
  }
  if (!isWithin(lost, context)) return
  const heading = elementsOf(lost, 'h2', 'h3', 'h4', 'h5', 'h6')[0]
  if (heading !== undefined && textLength(lost) <= textLength(heading) * 1.3 && isWorthAll(heading, context)) {
    insert(heading.cloneNode(true) as Element, heading, context)
    return
  }
  for (const precious of preciousIn(lost))
    if (!isInJunk(precious, context.region)) insert(precious.cloneNode(true) as Element, precious, context)
}

/** By the numbers, which follow the document's order: a page may have a hundred thousand parts beside each other. */
function isWithin(lost: Element, { first, last }: Context): boolean {
  return numberOf(first) < numberOf(lost) && numberOf(lost) < numberOf(last)
}

function numberOf(element: Element): number {
  return Number(element.getAttribute(numberMark))
}

function isWorthAll(lost: Element, context: Context): boolean {
  const words = plainWords(lost)
  if (words === '') return false
  if (/^h[2-6]$/.test(lost.localName))
    return (
      isWithin(lost, context) &&
      words.length < 200 &&
      !/^(?:related|share|more from|read (?:next|more)|comments?|advertisement|newsletter)/i.test(words)
    )
  const isProse = wordCount(words) >= (isWithin(lost, context) ? 12 : partWords) && linkDensity(lost) < 0.25
  if (!isProse) return false
  if (!isWithin(lost, context) && isTeaser(lost)) return false
  const sentences = elementsOf(lost, 'p', 'li', 'pre', 'td', 'dd').length > 0 || lost.localName === 'p' || lost.localName === 'pre'
  return sentences && (words.match(/[.!?。！？:]/g)?.length ?? 0) >= (isWithin(lost, context) ? 1 : 3)
}

/** Short words under linked headlines or pictures: other pages' beginnings, not this one's end. */
function isTeaser(lost: Element): boolean {
  const headlines = elementsOf(lost, 'h1', 'h2', 'h3', 'h4', 'h5', 'h6').filter(
    (heading) => elementsOf(heading, 'a').length > 0 || isInside(heading, 'a'),
  ).length
  const long = elementsOf(lost, 'p', 'li', 'pre', 'dd').filter((element) => textLength(element) > 160).length
  return headlines > 0 || long < 1 + elementsOf(lost, 'a').filter((link) => textLength(link) > 25).length
}

/** What is worth restoring alone: the outermost of each kind. */
function preciousIn(lost: Element): Element[] {
  const found: Element[] = []
  for (const element of [lost, ...allElements(lost)]) {
    if (found.some((other) => other.contains(element))) continue
    if (isPrecious(element)) found.push(element)
  }
  return found
}

function isPrecious(element: Element): boolean {
  const name = element.localName
  if (name === 'pre') return true
  if (name === 'table') return element.hasAttribute(dataMark)
  if (element.hasAttribute(embedMark)) return true
  if (element.hasAttribute(formulaMark)) return element.hasAttribute('data-carrel-display')
  if (element.hasAttribute(noteMark)) return false
  if (name === 'figure') return elementsOf(element, 'img').length > 0 && elementsOf(element, 'a').length <= 2
  if (name === 'img') return element.hasAttribute(imageMark) && isLarge(element) && !isInside(element, 'a')
  return false
}

function isLarge(image: Element): boolean {
  const width = Number.parseInt(image.getAttribute('width') ?? '', 10)
  return Number.isNaN(width) || width >= 200
}

/** Puts a part where it stood: behind the nearest kept thing before it, inside the nearest kept thing around it. */
function insert(copy: Element, original: Element, { chosen, kept, region }: Context): void {
  let parent = chosen
  let branch = original
  for (let at = original.parentElement; at !== null; at = at.parentElement) {
    const inArticle = kept.get(at.getAttribute(numberMark) ?? '')
    if (inArticle !== undefined && chosen.contains(inArticle) && !['p', 'pre', 'a', 'ul', 'ol', 'tr'].includes(inArticle.localName)) {
      parent = inArticle
      break
    }
    if (at === region) break
  }
  for (let at: Element | null = original; at !== null && at !== region; at = at.parentElement) {
    branch = at
    for (let before = branch.previousElementSibling; before !== null; before = before.previousElementSibling) {
      const anchor = lastKept(before, kept)
      if (anchor === null || !parent.contains(anchor) || anchor === parent) continue
      let place = anchor
      while (place.parentElement !== null && place.parentElement !== parent) place = place.parentElement
      place.after(copy)
      remember(copy, kept)
      return
    }
  }
  parent.prepend(copy)
  remember(copy, kept)
}

function remember(copy: Element, kept: Map<string, Element>): void {
  for (const element of [copy, ...allElements(copy)]) {
    const number = element.getAttribute(numberMark)
    if (number !== null) kept.set(number, element)
  }
}

function lastKept(original: Element, kept: Map<string, Element>): Element | null {
  const all = allElements(original)
  for (let at = all.length - 1; at >= 0; at -= 1) {
    const found = kept.get(all[at]?.getAttribute(numberMark) ?? '')
    if (found?.parentElement) return found
  }
  const own = kept.get(original.getAttribute(numberMark) ?? '')
  return own?.parentElement ? own : null
}

function wordCount(words: string): number {
  return words.split(' ').length + (words.match(/[\u3040-\u30ff\u4e00-\u9fff]/g)?.length ?? 0) / 2
}

// What is asked of a parsed HTML tree while it is read into blocks.
import type { DefaultTreeAdapterMap } from 'parse5'

export type HtmlElement = DefaultTreeAdapterMap['element']
type Node = DefaultTreeAdapterMap['childNode']

/** The one `main` of a page, or its one `article`. */
export function mainOf(root: DefaultTreeAdapterMap['parentNode']): HtmlElement | null {
  const all = elementsOf(root)
  const mains = all.filter((element) => element.tagName === 'main' || attribute(element, 'role') === 'main')
  const found = mains.length === 0 ? all.filter(({ tagName }) => tagName === 'article') : mains
  return found.length === 1 ? (found[0] ?? null) : null
}

type Facts = { title: string | null; author: string | null; date: string | null; address: string | null; base: string | null }

/** What a page says about itself: title, author, date, and its address (`base` before `canonical`). */
export function pageFacts(root: DefaultTreeAdapterMap['parentNode']): Facts {
  const facts: Facts = { title: null, author: null, date: null, address: null, base: null }
  let canonical: string | null = null
  for (const element of elementsOf(root)) {
    const name = element.tagName
    const content = attribute(element, 'content')?.trim() || null
    const meta = name === 'meta' ? (attribute(element, 'name') ?? attribute(element, 'property') ?? '').toLowerCase() : ''
    if (name === 'title') facts.title ??= wordsOf(element) || null
    if (name === 'base') facts.base ??= attribute(element, 'href')?.trim() || null
    if (name === 'link' && attribute(element, 'rel') === 'canonical') canonical ??= webAddress(attribute(element, 'href'))
    if (meta === 'author') facts.author ??= content
    if (meta === 'og:url') canonical ??= webAddress(content)
    if (meta === 'date' || meta === 'article:published_time') facts.date ??= content
  }
  return { ...facts, address: webAddress(facts.base) ?? canonical }
}

function webAddress(address: string | null | undefined): string | null {
  return address && /^https?:\/\//i.test(address) && URL.canParse(address) ? address : null
}

function elementsOf(root: DefaultTreeAdapterMap['parentNode']): readonly HtmlElement[] {
  const found: HtmlElement[] = []
  const waiting: Node[] = root.childNodes.toReversed()
  for (let node = waiting.pop(); node; node = waiting.pop()) {
    if (!isElement(node)) continue
    found.push(node)
    for (const child of node.childNodes.toReversed()) waiting.push(child)
  }
  return found
}

export function wordsOf(element: HtmlElement): string {
  const parts = [element, ...elementsOf(element)].flatMap(({ childNodes }) => childNodes.filter(isText).map(({ value }) => value))
  return parts.join(' ').replace(/\s+/g, ' ').trim()
}

export function isOnlyPicture(element: HtmlElement): boolean {
  return wordsOf(element) === '' && elementsOf(element).some(({ tagName }) => tagName === 'img' || tagName === 'svg')
}

/** True when a list stands right in it. */
export function holdsList(element: HtmlElement): boolean {
  return element.childNodes.some((node) => isElement(node) && /^(?:ul|ol|dl)$/.test(node.tagName))
}

/** A card has few elements: what is linked at greater length is not searched through. */
const searched = 100

/** Of a link around whole blocks, as cards are made, the one that names it: its first heading, else its first block of words; null for any other link. */
export function blockOfLink(link: HtmlElement, blocks: ReadonlySet<string>): HtmlElement | null {
  const inside = link.childNodes.some((node) => isElement(node))
    ? elementsOf(link)
        .slice(0, searched)
        .filter(({ tagName }) => blocks.has(tagName))
    : []
  const worded = inside.filter((block) => wordsOf(block) !== '' && !elementsOf(block).some(({ tagName }) => blocks.has(tagName)))
  return worded.find(({ tagName }) => /^h[1-6]$/.test(tagName)) ?? worded[0] ?? null
}

export function pictureWords(element: HtmlElement): string {
  return elementsOf(element)
    .map((one) => attribute(one, 'alt') ?? '')
    .join(' ')
}

export function attribute(element: HtmlElement, name: string): string | undefined {
  return element.attrs.find((one) => one.name === name)?.value
}

export function isElement(node: Node): node is HtmlElement {
  return 'tagName' in node
}

export function isText(node: Node): node is DefaultTreeAdapterMap['textNode'] {
  return node.nodeName === '#text'
}

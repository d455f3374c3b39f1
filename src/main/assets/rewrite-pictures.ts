// Puts the local addresses into an article's HTML and takes every other picture address out. Which picture became what is
// localise-assets.ts; making the HTML safe was the extract room's work.

import { type DefaultTreeAdapterMap, parseFragment } from 'parse5'
import { escapeMarkup } from '../../shared/text/escape-markup.ts'

/** What became of the n-th picture a draft asked for. */
export type Outcome =
  | { readonly became: 'local'; readonly sha256: string; readonly width: number | null; readonly height: number | null }
  | { readonly became: 'missing'; readonly url: string }
  /** A tracking pixel: it goes without a trace. */
  | { readonly became: 'nothing' }

export type Rewritten = {
  readonly html: string
  /** Pictures in the text that are here, and tracking pixels that were taken out. */
  readonly here: number
  readonly dropped: number
  /** How often the text shows each picture that is missing, by its number in the draft; `unasked` for one the draft never asked for. */
  readonly missing: ReadonlyMap<number, number>
}

export const unasked = -1

type Element = DefaultTreeAdapterMap['element']
type Node = DefaultTreeAdapterMap['childNode']
type Edit = { readonly start: number; readonly end: number; readonly text: string }

/** Attributes that make a browser load something. `src` and `poster` may stay when they are local. */
const loading = new Set(['src', 'srcset', 'poster', 'imagesrcset', 'background', 'data', 'lowsrc', 'dynsrc'])
/** Where none of this stands, no tag loads anything: names of tags and attributes cannot be written otherwise, and the gate gives each a value. */
const mayLoad = new RegExp(`<im(?:g|age)|[\\s/"'](?:${[...loading].join('|')})\\s*[=/>]`, 'i')
const embedded = /^data:image\/(?:png|jpeg|gif|webp|avif);/i

/**
 * `address` gives the outcome for a picture's stand-in address (`carrel-asset:…`), null for any other. A missing picture becomes
 * `<span class="missing-image" role="img" aria-label="its words" data-url="where it was">`: the style sheet shows the label with
 * `content: attr(aria-label)`. It holds no text of its own, so the plain text and every mark in it stay where they are.
 * The rest of the HTML is kept to the letter.
 */
export function rewritePictures(
  html: string,
  address: (src: string) => { readonly n: number; readonly outcome: Outcome } | null,
): Rewritten {
  // The parser holds up whoever reads meanwhile: two seconds for a page of 100,000 links without a picture.
  if (!mayLoad.test(html)) return { html, here: 0, dropped: 0, missing: new Map() }
  const edits: Edit[] = []
  const missing = new Map<number, number>()
  let here = 0
  let dropped = 0

  for (const element of elementsOf(parseFragment(html, { sourceCodeLocationInfo: true }).childNodes)) {
    const place = element.sourceCodeLocation?.startTag ?? element.sourceCodeLocation
    const isPicture = element.tagName === 'img'
    if (!place || !(isPicture || element.attrs.some(({ name }) => loading.has(name)))) continue
    edits.push({ start: place.startOffset, end: place.endOffset, text: isPicture ? picture(element) : other(element) })
  }
  return { html: applied(html, edits), here, dropped, missing }

  function picture(element: Element): string {
    const src = attributeOf(element, 'src') ?? ''
    const found = address(src)
    if (found?.outcome.became === 'local') {
      here += 1
      return imageTag(element, found.outcome)
    }
    if (found?.outcome.became === 'nothing') {
      dropped += 1
      return ''
    }
    if (embedded.test(src)) {
      here += 1
      return tag(
        element.tagName,
        without(element, (name) => name !== 'src' && loading.has(name)),
      )
    }
    const n = found?.n ?? unasked
    missing.set(n, (missing.get(n) ?? 0) + 1)
    return placeholder(element, found?.outcome.became === 'missing' ? found.outcome.url : '')
  }

  /** `<video poster>`, `<source srcset>` and anything else that would load: local or gone. */
  function other(element: Element): string {
    const attributes = element.attrs.flatMap((attribute) => {
      if (!loading.has(attribute.name)) return [attribute]
      const found = attribute.name === 'src' || attribute.name === 'poster' ? address(attribute.value) : null
      if (found?.outcome.became === 'missing') missing.set(found.n, (missing.get(found.n) ?? 0) + 1)
      return found?.outcome.became === 'local' ? [{ ...attribute, value: `asset/${found.outcome.sha256}` }] : []
    })
    return tag(element.tagName, attributes)
  }
}

/** Width and height from the file where the page gave none: the text does not jump when the picture is drawn. */
function imageTag(element: Element, local: Extract<Outcome, { became: 'local' }>): string {
  const kept = without(element, (name) => loading.has(name))
  const sized = kept.some(({ name }) => name === 'width' || name === 'height')
  const size =
    sized || local.width === null || local.height === null
      ? []
      : [
          { name: 'width', value: String(local.width) },
          { name: 'height', value: String(local.height) },
        ]
  return tag(element.tagName, [{ name: 'src', value: `asset/${local.sha256}` }, ...kept, ...size])
}

function placeholder(element: Element, url: string): string {
  const label = attributeOf(element, 'alt')?.trim() || attributeOf(element, 'title')?.trim() || fileName(url)
  const id = attributeOf(element, 'id')
  return `${tag('span', [
    { name: 'class', value: 'missing-image' },
    { name: 'role', value: 'img' },
    { name: 'aria-label', value: label },
    ...(url === '' ? [] : [{ name: 'data-url', value: url }]),
    ...(id ? [{ name: 'id', value: id }] : []),
  ])}</span>`
}

/** A picture without words is called by its file name, so that a screen reader has something to say. */
function fileName(url: string): string {
  if (!URL.canParse(url)) return '?'
  const { pathname, hostname } = new URL(url)
  const last = pathname.split('/').at(-1) ?? ''
  try {
    return decodeURIComponent(last) || hostname || '?'
  } catch {
    return last
  }
}

type Attribute = { readonly name: string; readonly value: string }

function without(element: Element, drop: (name: string) => boolean): readonly Attribute[] {
  return element.attrs.filter(({ name }) => !drop(name))
}

function attributeOf(element: Element, name: string): string | null {
  return element.attrs.find((attribute) => attribute.name === name)?.value ?? null
}

function tag(name: string, attributes: readonly Attribute[]): string {
  return `<${[name, ...attributes.map((attribute) => `${attribute.name}="${escapeMarkup(attribute.value)}"`)].join(' ')}>`
}

function applied(html: string, edits: readonly Edit[]): string {
  let result = ''
  let at = 0
  for (const edit of edits.toSorted((a, b) => a.start - b.start)) {
    if (edit.start < at) continue // a misnested tag that the parser made into two elements is edited once
    result += html.slice(at, edit.start) + edit.text
    at = edit.end
  }
  return result + html.slice(at)
}

function* elementsOf(nodes: readonly Node[]): Generator<Element> {
  const waiting: Node[] = [...nodes].reverse()
  for (let node = waiting.pop(); node; node = waiting.pop()) {
    if (!('tagName' in node)) continue
    yield node
    const inside = 'content' in node ? [...node.childNodes, ...node.content.childNodes] : node.childNodes
    for (const child of inside.toReversed()) waiting.push(child)
  }
}

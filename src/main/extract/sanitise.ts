// The last gate: what leaves this room has passed DOMPurify with closed lists of elements and attributes, ids of its own, and is stable:
// cleaning it again changes nothing.
import type { Config } from 'dompurify'
import { allElements, commentNode, elementsOf, unwrap } from './dom-walk.ts'
import { type Node, nextBelow } from './page-tree/page-node.ts'
import type { Element } from './page-tree/page-tree.ts'
import { parsePage } from './parse-page.ts'
import { purifier } from './purifier.ts'
import { imageMark } from './standardise/images.ts'

/** Before page ids, so that none can take the name of something the reader's window uses. Our own footnote ids have fixed forms. */
export const idPrefix = 'p-'
const ownIds = /^(?:fn-\d+|fnref-\d+(?:-\d+)?)$/

const htmlTags =
  `a abbr b bdi bdo blockquote br caption cite code col colgroup data dd del details dfn div dl dt em figcaption figure h2 h3 h4 h5 h6 hr i img
  ins kbd li mark ol p pre q rp rt ruby s samp section small span strong sub summary sup table tbody td tfoot th thead time tr u ul var wbr`.split(
    /\s+/,
  )
const mathTags =
  `math menclose merror mfenced mfrac mi mmultiscripts mn mo mover mpadded mphantom mprescripts mroot mrow ms mspace msqrt mstyle msub msubsup
  msup mtable mtd mtext mtr mlabeledtr munder munderover none`.split(/\s+/)
const attributes =
  `alt cite class colspan datetime dir height href id lang open reversed role rowspan scope src start title type value width ${imageMark}
  accent accentunder alttext columnalign columnlines columnspacing columnspan depth display displaystyle fence frame largeop linethickness lspace
  mathvariant maxsize minsize movablelimits notation rowalign rowlines rowspacing rspace scriptlevel separator stretchy symmetric voffset`.split(
    /\s+/,
  )

const config: Config = {
  ALLOWED_TAGS: [...htmlTags, ...mathTags],
  ALLOWED_ATTR: attributes,
  ALLOW_DATA_ATTR: false,
  ALLOW_ARIA_ATTR: false,
  // Every id gets our prefix below; dropping those that name a property of the window would break links to headings like "location".
  SANITIZE_DOM: false,
  // DOMPurify holds every attribute against this, so plain values pass too; addresses are narrowed further in prune().
  ALLOWED_URI_REGEXP: /^(?:(?:https?|mailto|carrel-asset):|[^a-z]|[a-z+.-]+(?:[^a-z+.\-:]|$))/i,
  KEEP_CONTENT: true,
  FORBID_CONTENTS: [
    'script',
    'style',
    'template',
    'iframe',
    'noscript',
    'noembed',
    'object',
    'svg',
    'select',
    'textarea',
    'title',
    'head',
    'annotation',
    'annotation-xml',
    'form-associated',
  ],
}

const tags = new Set([...htmlTags, ...mathTags])
const attributeNames = new Set(attributes)
const goWithContents = new Set(config.FORBID_CONTENTS)
/** What these hold is letters that look like markup: only DOMPurify may say what becomes of it. */
const literal = new Set('xmp noframes plaintext noembed noscript iframe'.split(' '))

/**
 * The sanitised twin of an article, standing in a document of its own. The article itself is cleared first of what is on no list: DOMPurify
 * then most often finds nothing to do and goes over it once, where it would otherwise have to go over its own result.
 */
export function sanitise(article: Element): Element {
  clear(article)
  settle(article)
  return purify(markupOf(article))
}

/** The gate itself: markup of anybody's to a tree whose markup is a fixed point, sanitising it once more gives the same. */
export function purify(markup: string): Element {
  let given = markup
  for (let round = 0; ; round += 1) {
    // With a doctype, as the page of a copy has one: without, a table may stand in a paragraph.
    const clean = parsePage('').createElement('body')
    clean.innerHTML = purifier().sanitize(`<!doctype html>${given}`, config)
    settle(clean)
    const found = markupOf(clean)
    if (found === given || round === 4) return clean
    given = found
  }
}

/** White space before everything is no text of a page: a parser drops it. */
function markupOf(root: Element): string {
  return root.innerHTML.replace(/^[ \t\n\f\r]+/, '')
}

/** Takes out of a tree we built what DOMPurify would take out of its markup: cheaper, and no replacement for it. */
function clear(article: Element): void {
  const comments: Node[] = []
  for (let at = article.firstChild; at !== null; at = nextBelow(at, article)) if (at.nodeType === commentNode) comments.push(at)
  for (const comment of comments) comment.remove()
  for (const element of allElements(article)) {
    if (literal.has(element.localName)) continue
    if (goWithContents.has(element.localName)) element.remove()
    else if (!tags.has(element.localName)) unwrap(element)
    else for (const name of element.getAttributeNames()) if (!attributeNames.has(name)) element.removeAttribute(name)
  }
}

/** What lists alone cannot say: attributes by element, ids of our own, links to places that are there. */
function settle(root: Element): void {
  const ids = new Map<string, string>()
  const taken = new Set<string>()
  for (const element of allElements(root)) {
    prune(element)
    const id = element.getAttribute('id')
    if (id === null) continue
    const own = safeId(id)
    if (own === null || taken.has(own)) element.removeAttribute('id')
    else {
      element.setAttribute('id', own)
      taken.add(own)
      ids.set(id, own)
    }
  }
  for (const link of elementsOf(root, 'a')) {
    const href = link.getAttribute('href') ?? ''
    if (!href.startsWith('#')) continue
    const target = ids.get(href.slice(1))
    if (target !== undefined) link.setAttribute('href', `#${target}`)
    else link.removeAttribute('href')
  }
  for (const link of elementsOf(root, 'a')) if (!link.hasAttribute('href') && !link.hasAttribute('id')) unwrap(link)
}

function safeId(id: string): string | null {
  if (id === '' || id === idPrefix || id.length > 300) return null
  const joined = id.replace(/\s+/g, '-')
  return ownIds.test(joined) || joined.startsWith(idPrefix) ? joined : `${idPrefix}${joined}`
}

function isLink(href: string): boolean {
  return href.startsWith('#') || (/^(?:https?:\/\/|mailto:)/i.test(href) && URL.canParse(href))
}

/** Attributes that mean something on some elements only. An address without its slashes leads to a place on our own origin. */
function prune(element: Element): void {
  const name = element.localName
  const classes = element.getAttribute('class')
  if (classes !== null) {
    const language = name === 'code' ? /(?:^|\s)(language-[\w+#.-]{1,30})(?:\s|$)/.exec(classes)?.[1] : undefined
    if (language === undefined) element.removeAttribute('class')
    else element.setAttribute('class', language)
  }
  if (element.hasAttribute('role') && !/^doc-(?:noteref|endnotes|backlink)$/.test(element.getAttribute('role') ?? ''))
    element.removeAttribute('role')
  if (element.hasAttribute('href') && (name !== 'a' || !isLink(element.getAttribute('href') ?? ''))) element.removeAttribute('href')
  if (element.hasAttribute('src') && (name !== 'img' || !/^(?:https?:\/\/|carrel-asset:|asset\/)/i.test(element.getAttribute('src') ?? '')))
    element.removeAttribute('src')
  // DOMPurify empties this one and leaves it.
  element.removeAttribute('is')
  if (name !== 'img' && element.hasAttribute(imageMark)) element.removeAttribute(imageMark)
  for (const size of ['width', 'height']) {
    const value = element.getAttribute(size)
    if (value !== null && element.namespaceURI === 'http://www.w3.org/1999/xhtml' && (name !== 'img' || !/^[1-9]\d{0,4}$/.test(value)))
      element.removeAttribute(size)
  }
}

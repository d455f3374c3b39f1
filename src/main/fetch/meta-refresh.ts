// Finds a page's own redirect: `<meta http-equiv="refresh" content="0; url=…">`.
import { attributesOf, metaTags, withoutComments } from './declared-charset.ts'

/** A page that sends its readers on says so in a few words; one with this much text (letters, without tags) is something to read. */
const manyLetters = 1_500
/** A refresh after more seconds than this is a page that reloads itself, not one that has moved. */
const soonSeconds = 5
const searched = 64 * 1024

/**
 * The absolute address a page sends its readers on to within five seconds, or null. One in `<noscript>` does not count: it leads
 * browsers without scripts to a complaint about that; nor does one to the page itself, nor one in a page full of text.
 * Syntax: https://html.spec.whatwg.org/multipage/semantics.html#attr-meta-http-equiv-refresh
 */
export function metaRefresh(html: string, pageUrl: string): string | null {
  const head = withoutElements(withoutComments(html.slice(0, searched)), ['noscript', 'script', 'template', 'style', 'textarea'])
  for (const [tag] of head.matchAll(metaTags)) {
    const attributes = attributesOf(tag)
    if (attributes.get('http-equiv')?.trim().toLowerCase() !== 'refresh') continue
    const target = targetOf(attributes.get('content') ?? '')
    if (target === null || !URL.canParse(target, pageUrl)) continue
    const url = new URL(target, pageUrl)
    if (url.protocol !== 'http:' && url.protocol !== 'https:') continue
    if (withoutHash(url) === withoutHash(new URL(pageUrl)) || hasManyLetters(head)) return null
    return url.href
  }
  return null
}

function hasManyLetters(html: string): boolean {
  return html.replace(/<[^>]*>/g, '').replace(/[^\p{L}]+/gu, '').length > manyLetters
}

function targetOf(content: string): string | null {
  const [, seconds, rest = ''] = /^\s*(\d*)(?:\.[\d.]*)?\s*[;,\s]\s*(.+)$/s.exec(decodeEntities(content)) ?? []
  if (seconds === undefined || Number(seconds) > soonSeconds) return null
  const said = rest.replace(/^url\s*=\s*/i, '')
  const [, quoted, bare] = /^(?:["']([^"']*)["']?|([^"'].*))$/s.exec(said) ?? []
  return (quoted ?? bare)?.trim() || null
}

/** The entities that stand around and in addresses. */
function decodeEntities(text: string): string {
  return text
    .replace(/&quot;|&#34;|&#x22;/gi, '"')
    .replace(/&apos;|&#0?39;|&#x27;/gi, "'")
    .replace(/&amp;|&#38;|&#x26;/gi, '&')
}

function withoutHash(url: URL): string {
  const bare = new URL(url)
  bare.hash = ''
  return bare.href
}

/** A text without these elements and what is inside them; one that is never closed swallows the rest. */
function withoutElements(html: string, names: readonly string[]): string {
  const opening = new RegExp(`<(${names.join('|')})\\b`, 'gi')
  const parts: string[] = []
  let from = 0
  for (;;) {
    opening.lastIndex = from
    const open = opening.exec(html)
    if (open === null) break
    parts.push(html.slice(from, open.index))
    const closing = new RegExp(`</${open[1]}\\b`, 'gi')
    closing.lastIndex = open.index
    const close = closing.exec(html)
    if (close === null) return parts.join('')
    from = close.index + 2
  }
  parts.push(html.slice(from))
  return parts.join('')
}

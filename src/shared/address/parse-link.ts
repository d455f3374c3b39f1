// Reads one link as people type and paste it. Finding the links in a longer text is reading-lists' work.
import { Failure } from '../failure.ts'
import type { ItemKind } from '../item.ts'
import type { TalkLink } from '../talk.ts'
import { addressKind } from './address-kind.ts'
import { cleanUrl, comparisonKey } from './canonical-url.ts'
import { withoutTimes } from './start-time.ts'
import { talkLink } from './talk-link.ts'
import { withoutBrowserView } from './wrapper-links.ts'
import { mendYoutube } from './youtube-link.ts'

export type ParsedLink = {
  /** The address that is opened and shown: tracking and wrappers removed and, for a talk, the start time moved out; otherwise as saved. */
  readonly url: string
  /** What was pasted, less the white space around it and any password in it. */
  readonly original: string
  readonly comparisonKey: string
  readonly kind: ItemKind
  readonly startSeconds: number | null
  readonly talk: TalkLink | null
}

/**
 * Reads a link: brackets, quotes, Markdown, `&amp;` and last punctuation around it are taken off; a missing scheme is https (http for
 * names of this machine, which have no certificates). Throws link.invalid; link.unsupported (facts: scheme); link.cut for an
 * address that a site cut off (`…` or `...` at its end, or in place of a folder): a part of an address is never taken for the whole.
 */
export function parseLink(text: string): ParsedLink {
  const original = text.trim()
  const bare = withoutBrowserView(bareLink(original))
  if (isCut(bare)) throw new Failure('link.cut')
  return parseAddress(withScheme(trimEnd(bare)), original)
}

/**
 * The same for an address that is known to be one, whole and without anything around it (the target of a link in HTML or Markdown): nothing is
 * taken off its end. Throws link.invalid, link.unsupported.
 */
export function parseAddress(address: string, original: string = address): ParsedLink {
  const cleaned = cleanUrl(mendYoutube(address))
  const talk = talkLink(cleaned)
  const url = talk ? withoutTimes(mendYoutube(cleaned)) : cleaned
  return {
    url,
    original: original.replace(/(\w:\/\/)[^\s/?#@]+@/g, '$1'),
    comparisonKey: comparisonKey(url),
    kind: addressKind(cleaned, talk),
    startSeconds: talk?.startSeconds ?? null,
    talk,
  }
}

const opening = /^[\s<([{"'“”‘’«»„`*「『（【《]+/
const brackets = [
  [')', '('],
  [']', '['],
  ['}', '{'],
] as const

/** The link out of what surrounds it; ellipses at its end stay for isCut to see. */
function bareLink(text: string): string {
  // Zero-width marks and soft hyphens ride along in text copied from pages and chats.
  const plain = text.replace(/[\u200b-\u200f\u2060\u2066-\u2069\ufeff\u00ad]/g, '').trim()
  const markdown = /^!?\[[^\]]*\]\(\s*<?([^\s<>]+?)>?(?:\s+["'(].*)?\)[.,;:!?]*$/.exec(plain)?.[1]
  const slack = /^<([^\s<>|]+)\|[^<>]*>$/.exec(plain)?.[1]
  const inner = (markdown ?? slack ?? plain).replace(opening, '')
  return decodeEntities(joinLines(inner)).replace(/[>\s]+$/, '')
}

/** An address wrapped over lines is one; two addresses, or an address and words, are not. */
function joinLines(text: string): string {
  const joined = /\n[^\n]*:\/\//.test(text) ? text : text.replace(/\s*\n[ \t]*/g, '')
  if (/\s/.test(joined.trim())) throw new Failure('link.invalid')
  return joined
}

/** Addresses copied out of HTML source: named and numbered ampersands, and whatever else of ASCII it numbered (`&#x2F;`, `&#x3D;`). */
function decodeEntities(text: string): string {
  return text
    .replace(/&#(?:x0*([2-7][0-9a-f])|0*(3[3-9]|[4-9]\d|1[01]\d|12[0-6]));/gi, (_, hex?: string, decimal?: string) =>
      String.fromCharCode(hex === undefined ? Number(decimal) : Number.parseInt(hex, 16)),
    )
    .replace(/&(?:amp;)+/gi, '&')
}

function isCut(link: string): boolean {
  return /(?:…|%E2%80%A6|\.{3,})[.)\]}>"'”’»*_`,;:!?]*$/i.test(link) || /\/(?:…|\.{3})(?:\/|$)/.test(link)
}

/** Takes off the sentence's punctuation, and a closing bracket that nothing in the address opened. */
function trimEnd(link: string): string {
  const surplus = { ')': 0, ']': 0, '}': 0 }
  for (const letter of link) {
    for (const [closer, opener] of brackets) surplus[closer] += letter === closer ? 1 : letter === opener ? -1 : 0
  }
  let end = link.length
  for (; end > 0; end--) {
    const last = link[end - 1] ?? ''
    const closer = brackets.find(([one]) => one === last)?.[0]
    const loose = closer !== undefined && surplus[closer] > 0
    if (!loose && !/[.,;:!?"'“”‘’«»`*|<>。，；：！？、」』）】》]/.test(last)) break
    if (closer) surplus[closer]--
  }
  return link.slice(0, end)
}

/** Endings of file names that are no top-level domain. */
const fileEnding =
  /^[^/?#]*\.(?:html?|pdf|txt|json|xml|jsx?|tsx?|css|csv|jpe?g|png|gif|svg|webp|docx?|epub|ya?ml|toml|exe|dmg|cpp|hpp|java|rb|go|tar|gz|log|lock|ini|cfg|conf)$/i
const localName = /^(?:localhost|127(?:\.\d{1,3}){3}|\[::1\]|0\.0\.0\.0)(?=[:/?#]|$)/i
const dottedName = /^(?:[^\s/?#@:.]+\.)+(?:\p{L}{2,}|xn--[a-z0-9-]+|\d{1,3})(?::\d{1,5})?(?=[/?#]|$)/u

function withScheme(link: string): string {
  if (/^view-source:/i.test(link)) return withScheme(link.slice('view-source:'.length))
  const broken = /^https?[:;]?\/{1,2}(?=[^/])/i.exec(link)
  if (broken) return `${/^https/i.test(link) ? 'https' : 'http'}://${link.slice(broken[0].length)}`
  const known = /^(doi|arxiv):\s*\/*(.+)$/i.exec(link)
  if (known?.[2]) return known[1]?.toLowerCase() === 'doi' ? `https://doi.org/${known[2]}` : `https://arxiv.org/abs/${known[2]}`
  if (localName.test(link)) return `http://${link}`
  const hostFirst = link.replace(/^\/\//, '')
  if (dottedName.test(hostFirst) && !fileEnding.test(hostFirst)) return `https://${hostFirst}`
  const scheme = /^([a-z][a-z0-9+.-]*):/i.exec(link)?.[1]
  if (scheme && !/^https?$/i.test(scheme)) throw new Failure('link.unsupported', { scheme: `${scheme.toLowerCase()}:` })
  if (/^[^\s/@]+@[^\s/@]+\.[^\s/@]+$/.test(link)) throw new Failure('link.unsupported', { scheme: 'mailto:' })
  throw new Failure('link.invalid')
}

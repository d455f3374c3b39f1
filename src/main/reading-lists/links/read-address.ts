// From a link as written to the address that is opened: resolved against the text's own address, cleaned, start time moved out. What is no
// address of the web (mail, anchors, browser folders, pieces of scripts) is none.
import { type ParsedLink, parseAddress } from '../../../shared/address/parse-link.ts'
import { timesOf, withoutTimes } from '../../../shared/address/start-time.ts'
import { withoutBrowserView } from '../../../shared/address/wrapper-links.ts'
import { Failure } from '../../../shared/failure.ts'
import { trimmed } from './bare-links.ts'

/** `[x](cs.example.edu/course/)`: a site that was written without its scheme, and no file of that name. */
const schemeless = /^(?:[a-z\d][a-z\d-]*\.){1,3}(?:com|org|net|edu|gov|io|dev)\/\S/i

/** `base`: the address relative links are resolved against; without it they lead nowhere. null: this is no address of the web. */
export function readAddress(href: string, bare: boolean, base: string | null): ParsedLink | null {
  // Chats and feeds hand on addresses as HTML writes them.
  const given = withoutBrowserView(
    href
      .replace(/[\u200b-\u200f\u2060\ufeff\u00ad]/g, '')
      .replace(/&(?:amp;)+/gi, '&')
      .trim(),
  )
  if (given === '' || given.startsWith('#') || given.length > 4_096 || /[{}<>]|%7B|%7D/i.test(given)) return null
  const absolute = /^[a-z][a-z0-9+.-]*:/i.test(given)
  if (absolute && !/^https?:\/{0,2}[^/]/i.test(given)) return knownScheme(given)
  // A site without its scheme in a link's brackets: `[x](www.example.org)`.
  const address = absolute
    ? given
    : /^www\.[\w-]+\.[a-z]/i.test(given) || schemeless.test(given)
      ? `https://${given}`
      : given.startsWith('//')
        ? `https:${given}`
        : given
  const whole = bare || /[^(]*\)$/.test(address) ? trimmed(address) : address
  try {
    const url = /^https?:/i.test(whole) ? new URL(whole) : base === null ? null : new URL(whole, base)
    if (url === null || !/^https?:$/.test(url.protocol) || !isHost(url.hostname)) return null
    return withFragmentTime(parseAddress(url.href, given))
  } catch (error) {
    if (error instanceof Failure || error instanceof TypeError) return null
    throw error
  }
}

/** `#t=34m5s` is a moment of a recording on any site (W3C Media Fragments URI), and nothing else of the page. */
function withFragmentTime(link: ParsedLink): ParsedLink {
  const hash = new URL(link.url).hash
  if (link.talk !== null || !/^#t=[\dhms:.,]+$/i.test(hash)) return link
  const { startSeconds } = timesOf(new URL(link.url))
  return startSeconds === null ? link : { ...link, url: withoutTimes(link.url), startSeconds }
}

/** `doi:10…` and `arxiv:…` name an address of the web. */
function knownScheme(given: string): ParsedLink | null {
  const [, scheme, id] = /^(doi|arxiv):\s*\/*(\S+)$/i.exec(given) ?? []
  if (!id) return null
  return parseAddress(scheme?.toLowerCase() === 'doi' ? `https://doi.org/${id}` : `https://arxiv.org/abs/${id}`, given)
}

/** A name with a dot, or this machine. */
function isHost(host: string): boolean {
  return /[^.]\.[^.]/.test(host) || host === 'localhost' || host.startsWith('[')
}

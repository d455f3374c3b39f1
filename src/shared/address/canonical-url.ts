// The two cleaned forms of an address: the one that is opened, and the one by which two spellings of a page are known to be one.
import { Failure } from '../failure.ts'
import { keepParameters } from './parameters.ts'
import { samePage } from './same-page.ts'
import { isTracking } from './tracking-rules.ts'
import { unwrapLink } from './wrapper-links.ts'

/**
 * The address that is opened: unwrapped, user name and password taken out, tracking parameters removed (also from the fragment), and
 * nothing else changed: no reordering, no re-encoding beyond what the URL standard itself does. Throws link.invalid, link.unsupported.
 */
export function cleanUrl(address: string): string {
  const url = new URL(unwrapLink(readHttp(address).href))
  url.username = ''
  url.password = ''
  const counts = (name: string, value: string) => !isTracking(url, name, value)
  const search = keepParameters(url.search.slice(1), counts)
  if (search !== url.search.slice(1)) url.search = search
  const hash = trackingFragment.test(url.hash) ? '' : keepParameters(url.hash.slice(1), counts)
  if (hash !== url.hash.slice(1)) url.hash = hash
  return url.href
}

/**
 * The comparison key: two addresses with one key are one item. It looks like an address but is never opened.
 * Alike become: tracking, http and https, default ports, `www.`, mobile and AMP spellings, last slash, `index.html`, fragment (unless it is
 * the page: `#!`, `#/`), percent-encoding, order of the query, and the spellings of one thing on sites we know (same-page.ts).
 * Idempotent. Throws link.invalid, link.unsupported.
 */
export function comparisonKey(address: string): string {
  let key = address
  // One pass can uncover what another takes (an AMP page under a wrapper, an index under an AMP page); it settles at once or soon.
  for (let pass = 0; pass < 10; pass++) {
    const next = onePass(key)
    if (next === key) return key
    key = next
  }
  return key
}

/** AddThis, AT Internet and Echobox hide their counters in the fragment. */
const trackingFragment = /^#(?:\.[\w-]{6,}(?::\w+)?|gs\.[\w=-]+|xtor=.*|Echobox=\d+)$/
/** Archives hold many dates of one address, each a page of its own. */
const archived = /^web\.archive\.org$/

/** What ends in `/amp` is the AMP spelling of the page above it, except on a shelf of things by their names, one of which is called amp. */
const shelf =
  /\/(?:wiki|dictionary|define|definition|browse|words?|glossary|terms?|tags?|topics?|category|categories|packages?|crates|projects?|gems?|modules|products?|gear|shop|users?|@[^/]*)$/i
/** Hosts of code have no AMP; what is called so there is somebody's repository or a branch of it. */
const codeHost = /^(?:github\.com|gitlab\.com|codeberg\.org|bitbucket\.org)$/

function onePass(address: string): string {
  const cleaned = new URL(cleanUrl(address))
  if (archived.test(cleaned.hostname)) return `https://${cleaned.host}${cleaned.pathname}${cleaned.search}`
  const url = samePage(cleaned)
  url.protocol = 'https:'
  const host = plainHost(url.hostname, url.pathname)
  const path = plainPath(plainEncoding(url.pathname), host, url.search !== '')
  const search = plainQuery(url)
  const hash = /^#(?:!.|\/.)/.test(url.hash) ? plainEncoding(url.hash) : ''
  return new URL(`https://${host}${url.port ? `:${url.port}` : ''}${path}${search}${hash}`).href
}

/** A mobile host's front page may be a site of its own, so only deeper pages are taken for the same. */
function plainHost(host: string, path: string): string {
  const bare = host.replace(/\.$/, '').replace(/^www\d?\.(?=[^.]+\.)/, '')
  if (path === '/') return bare
  return bare.replace(/^(?:m|mobile|amp)\.(?=[^.]+\.)/, '').replace(/^([a-z-]+)\.m\.(?=wiki)/, '$1.')
}

function plainPath(path: string, host: string, hasQuery: boolean): string {
  let plain = path.replace(/;jsessionid=[\w.!-]*/i, '')
  plain = plain.replace(/\/(?:index|default)\.(?:html?|xhtml|shtml|php\d?|aspx?|jsp)$/i, (name) =>
    hasQuery && /php|asp|jsp/i.test(name) ? name : '/',
  )
  const page = /^(.*[^/])\/+amp\/*$/.exec(plain)?.[1]
  if (page !== undefined && !shelf.test(page) && !codeHost.test(host)) plain = page
  plain = plain.replace(/\.amp(\.html)?$/, '$1')
  return plain.slice(0, endOf(plain)) || '/'
}

/** Where a path ends without its last slashes. */
function endOf(path: string): number {
  let end = path.length
  while (path[end - 1] === '/') end--
  return end
}

/**
 * Works on the raw text: decoding would turn every query that is not UTF-8 (GBK, Shift_JIS) into the same question marks.
 * Sorted by name only, since the order of values under one name can mean something.
 */
function plainQuery(url: URL): string {
  const kept = keepParameters(
    url.search.slice(1),
    (name, value) => !(/^(?:amp|outputType)$/.test(name) && /^(?:1|true|amp|)$/i.test(value)) && !/^(?:phpsessid|jsessionid)$/i.test(name),
  )
  const parts = kept
    .split('&')
    .filter((part) => part !== '')
    .map((part) => plainEncoding(part.replaceAll('+', '%20')).replace(/=$/, ''))
  const nameOf = (part: string) => part.split('=', 1)[0] ?? ''
  parts.sort((a, b) => (nameOf(a) < nameOf(b) ? -1 : nameOf(a) > nameOf(b) ? 1 : 0))
  return parts.length === 0 ? '' : `?${parts.join('&')}`
}

/** Upper-case hex, and no encoding where none is needed (RFC 3986, 6.2.2). */
function plainEncoding(text: string): string {
  return text.replace(/%[0-9a-f]{2}/gi, (code) => {
    const letter = String.fromCharCode(Number.parseInt(code.slice(1), 16))
    return /[\w.~-]/.test(letter) ? letter : code.toUpperCase()
  })
}

function readHttp(address: string): URL {
  if (!URL.canParse(address)) throw new Failure('link.invalid')
  const url = new URL(address)
  if (url.protocol !== 'http:' && url.protocol !== 'https:') throw new Failure('link.unsupported', { scheme: url.protocol })
  return url
}

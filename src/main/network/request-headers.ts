// The headers we send: who we are, what we can take, where we come from. Nothing that pretends to be a browser.
import { isAllowedPrivate, isPrivateName } from './address-guard.ts'
import { acceptedEncodings } from './decode-body.ts'
import type { NetworkRequest } from './network.ts'

const accept: Record<NetworkRequest['purpose'], string> = {
  page: 'text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8',
  asset: 'image/avif,image/webp,image/png,image/svg+xml,image/*;q=0.8,*/*;q=0.5',
  details: 'application/json,text/html;q=0.8,*/*;q=0.5',
}

export type Hop = {
  readonly url: URL
  /** Where the chain of redirects began. */
  readonly first: URL
  readonly cookie: string | null
  /** False for another try after a body whose encoding was broken. */
  readonly compressed: boolean
}

/** The headers of one hop. What the caller gave goes before our own, but his secrets stay with the first origin. */
export function headersFor(request: NetworkRequest, version: string, hop: Hop): Readonly<Record<string, string>> {
  const headers: Record<string, string> = {
    'user-agent': `Carrel/${version} (offline reader; saves pages on request)`,
    accept: accept[request.purpose],
    'accept-language': '*',
  }
  const sameOrigin = hop.url.origin === hop.first.origin
  for (const [name, value] of Object.entries(request.headers ?? {})) {
    const lower = name.toLowerCase()
    if (ours.has(lower) || (!sameOrigin && secret.has(lower)) || !sendable(value)) continue
    headers[lower] = value
  }
  headers['accept-encoding'] = hop.compressed ? acceptedEncodings : 'identity'
  const credentials = credentialsOf(hop.url)
  if (credentials !== null) headers.authorization = credentials
  if (hop.cookie !== null) headers.cookie = hop.cookie
  if (request.etag && sendable(request.etag)) headers['if-none-match'] = request.etag
  if (request.lastModified && sendable(request.lastModified)) headers['if-modified-since'] = request.lastModified
  const referer = refererFor(request, hop.url)
  if (referer !== null) headers.referer = referer
  return headers
}

const ours = new Set([
  'host',
  'connection',
  'content-length',
  'transfer-encoding',
  'accept-encoding',
  'cookie',
  'proxy-authorization',
  'upgrade',
])
const secret = new Set(['authorization', 'x-api-key'])

/** A header value HTTP can carry; a server's odd validator is dropped rather than made the reader's failure. */
function sendable(value: string): boolean {
  return /^[\t\x20-\x7e\x80-\xff]*$/.test(value)
}

/** `https://name:word@host/`, as browsers do, to that host only. */
function credentialsOf(url: URL): string | null {
  if (url.username === '' && url.password === '') return null
  try {
    return `Basic ${Buffer.from(`${decodeURIComponent(url.username)}:${decodeURIComponent(url.password)}`).toString('base64')}`
  } catch {
    return null
  }
}

/**
 * The Referer, under the web's default policy (strict-origin-when-cross-origin), and never one that names a private
 * host to somebody else: our own loopback address, with its token, is one.
 */
function refererFor(request: NetworkRequest, to: URL): string | null {
  if (request.referrer === undefined || !URL.canParse(request.referrer)) return null
  const from = new URL(request.referrer)
  if (from.protocol !== 'http:' && from.protocol !== 'https:') return null
  if (from.protocol === 'https:' && to.protocol === 'http:') return null
  if (from.origin !== to.origin) {
    const inner = isPrivateName(from.hostname) || isAllowedPrivate(from, request.privateHosts)
    return inner ? null : `${from.origin}/`
  }
  return `${from.origin}${from.pathname}${from.search}`
}

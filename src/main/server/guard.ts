// Decides who may speak to the loopback server: the right Host, our own Origin, the token. What is said then is others' work.

import { createHash, randomBytes, timingSafeEqual } from 'node:crypto'
import type { IncomingMessage } from 'node:http'
import { decoded } from '../../shared/address/decoded.ts'
import { isMeantFor } from './meant-for.ts'
import type { OpeningKeys } from './opening-keys.ts'

/** What the guard made of a request: come in, come in by the token in the address, or a refusal with its words. */
export type Verdict =
  | { readonly kind: 'welcome' }
  | { readonly kind: 'token-in-address'; readonly cookie: string; readonly fromElsewhere: boolean }
  | { readonly kind: 'refused'; readonly status: 400 | 401 | 403 | 421; readonly says: string }

/** A token of 256 random bits, fit for an address. */
export function newToken(): string {
  return randomBytes(32).toString('base64url')
}

/**
 * Judges requests to 127.0.0.1:`port`. Order: the Host (421; a foreign name that resolves to this machine is how rebinding
 * works), the Origin, Sec-Fetch-Site and Sec-Fetch-Dest (403), then the token (401) as Bearer, as cookie, or as `/?token=`, where one of `keys` does too.
 */
export function openGuard({
  port,
  token,
  keys,
}: {
  readonly port: number
  readonly token: string
  readonly keys: OpeningKeys
}): (request: IncomingMessage) => Verdict {
  const hosts = new Set([`127.0.0.1:${port}`, `localhost:${port}`])
  // Cookies know no ports: without the number, two libraries served at once would overwrite each other's.
  const cookieName = `carrel-${port}`
  const cookie = `${cookieName}=${encodeURIComponent(token)}; Path=/; HttpOnly; SameSite=Strict`
  const known = digest(token)
  const isToken = (given: string | null) => given !== null && timingSafeEqual(digest(given), known)

  return (request) => {
    // The absolute form (`GET http://other/ …`) would outrank the Host that is checked below.
    if (request.url === undefined || !request.url.startsWith('/')) return refuse(400, 'Only plain paths are answered here.')
    const host = request.headers.host?.toLowerCase() ?? ''
    if (request.headersDistinct.host?.length !== 1 || !hosts.has(host)) return refuse(421, 'This server answers to 127.0.0.1 only.')

    const given = request.method === 'GET' ? tokenInAddress(request.url) : null
    const origin = request.headers.origin
    if (origin !== undefined && origin !== `http://${host}`) return refuse(403, 'Other sites may not speak to this library.')
    // Another port of this machine is the same site to a cookie, though not the same origin: `same-site` is refused as well.
    const site = request.headers['sec-fetch-site']
    const fromElsewhere = site !== undefined && site !== 'none' && site !== 'same-origin'
    // A link that carries the right token is the reader's own, wherever it was clicked (a terminal in a browser, a file).
    const clicked = request.headers['sec-fetch-mode'] === 'navigate' && request.headers['sec-fetch-dest'] === 'document'
    // A key is used up by the look, so it is looked at once, and only where it may open.
    const opens = given !== null && (!fromElsewhere || clicked) && (isToken(given) || keys.take(given))
    if (fromElsewhere && !opens) return refuse(403, 'Other sites may not speak to this library.')
    const dest = request.headers['sec-fetch-dest']
    if (!isMeantFor(typeof dest === 'string' ? dest : undefined, request.url)) return refuse(403, 'This address gives something else.')
    if (opens) return { kind: 'token-in-address', cookie, fromElsewhere }
    if (isToken(bearer(request)) || cookies(request, cookieName).some(isToken)) return { kind: 'welcome' }
    return refuse(401, 'Open the address that `carrel serve` printed: it carries the key to this library.')
  }
}

function refuse(status: 400 | 401 | 403 | 421, says: string): Verdict {
  return { kind: 'refused', status, says }
}

// Digests have one length, so the comparison takes the same time whatever was given.
function digest(text: string): Buffer {
  return createHash('sha256').update(text).digest()
}

function tokenInAddress(url: string): string | null {
  const query = url.startsWith('/?') ? url.slice(2) : null
  return query === null ? null : new URLSearchParams(query).get('token')
}

function bearer(request: IncomingMessage): string | null {
  return /^Bearer +(\S+)$/i.exec(request.headers.authorization ?? '')?.[1] ?? null
}

function cookies(request: IncomingMessage, name: string): readonly string[] {
  return (request.headers.cookie ?? '')
    .split(';')
    .map((pair) => pair.trim())
    .filter((pair) => pair.startsWith(`${name}=`))
    .map((pair) => decoded(pair.slice(name.length + 1)))
}

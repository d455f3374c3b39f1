// Follows an address from redirect to redirect: each checked by the guard like the first, counted, and watched for circles.
import { isUtf8 } from 'node:buffer'
import { Failure } from '../../shared/failure.ts'
import { checkAddress } from './address-guard.ts'
import { type ChainCookies, chainCookies } from './chain-cookies.ts'
import type { Reply } from './exchange.ts'
import type { NetworkRequest } from './network.ts'

export type Stop = {
  readonly url: URL
  readonly first: URL
  readonly method: 'GET' | 'HEAD' | 'POST'
  readonly body: string | null
  readonly cookie: string | null
}

export type Arrival = { readonly url: URL; readonly reply: Reply; readonly redirects: readonly string[] }

/** True when an answer sends us on; one that does not say where (`nowhere` below) is no page either. */
export function isRedirect(status: number): boolean {
  return [301, 302, 303, 307, 308].includes(status)
}

/**
 * Visits the request's address and whatever it redirects to.
 * Throws `page.redirects` (too many, a circle, a target that is no page) and what the guard throws.
 */
export async function followRedirects(request: NetworkRequest, most: number, visit: (stop: Stop) => Promise<Reply>): Promise<Arrival> {
  const first = checkAddress(request.url, request.privateHosts)
  const cookies = chainCookies()
  const seen = new Set<string>()
  const redirects: string[] = []
  let stop: Stop = { url: first, first, method: request.method ?? 'GET', body: request.body ?? null, cookie: null }

  for (;;) {
    // The same address with other cookies is no circle: the site wanted to see whether they come back.
    const place = `${stop.method} ${stop.url.origin}${stop.url.pathname}${stop.url.search} ${stop.cookie ?? ''}`
    if (seen.has(place)) throw new Failure('page.redirects', { host: stop.url.host, reason: 'circle' })
    seen.add(place)
    const reply = await visit(stop)
    if (!isRedirect(reply.status)) return { url: stop.url, reply, redirects }
    redirects.push(withoutSecrets(stop.url))
    if (redirects.length > most) throw new Failure('page.redirects', { host: first.host, reason: 'too-many', redirects: most })
    stop = nextStop(stop, reply, request, cookies)
  }
}

function nextStop(stop: Stop, reply: Reply, request: NetworkRequest, cookies: ChainCookies): Stop {
  const location = asSent(reply.headers.location ?? '')
  if (reply.headers.location === undefined || !URL.canParse(location, stop.url))
    throw new Failure('page.redirects', { host: stop.url.host, reason: 'nowhere' })
  const target = new URL(location, stop.url)
  if (target.protocol !== 'http:' && target.protocol !== 'https:') {
    throw new Failure('page.redirects', { host: stop.url.host, reason: 'no-page', scheme: target.protocol })
  }
  if (target.hash === '') target.hash = stop.url.hash
  const url = checkAddress(target.href, request.privateHosts)
  cookies.keep(stop.url, reply.cookies)
  // 301 and 302 turn a POST into a GET too: every browser does (fetch standard, HTTP-redirect fetch).
  const asGet = stop.method === 'POST' && reply.status <= 303
  return { url, first: stop.first, method: asGet ? 'GET' : stop.method, body: asGet ? null : stop.body, cookie: cookies.headerFor(url) }
}

/** Headers arrive as Latin-1; a Location with raw UTF-8 in it is put right, as browsers do. */
function asSent(location: string): string {
  const bytes = Buffer.from(location, 'latin1')
  return isUtf8(bytes) ? bytes.toString('utf8') : location
}

/** An address fit to be shown and stored: without the name and password it may carry. */
export function withoutSecrets(url: URL): string {
  if (url.username === '' && url.password === '') return url.href
  const bare = new URL(url)
  bare.username = ''
  bare.password = ''
  return bare.href
}

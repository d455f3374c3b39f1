// The ways a request can leave: directly to public hosts, directly to a private host the reader typed, or through a proxy.
// Each has its own connections, so that none opened for one is ever used for another.
import { Agent, type Dispatcher, ProxyAgent } from 'undici'
import { Failure } from '../../shared/failure.ts'
import type { Clock } from '../platform/clock.ts'
import { bareHost, isAllowedPrivate, keepPublic } from './address-guard.ts'
import { addressesOf, type ConnectorOptions, guardedConnector } from './connect.ts'
import { type Judge, judgeTyped } from './inner-names.ts'

export type Way = { readonly dispatcher: Dispatcher; readonly proxy: string | null }

export type WaysOut = {
  /** Throws `link.private` for a name that is known to lead inside before a proxy would see it. */
  choose(url: URL, privateHosts: ReadonlySet<string> | undefined): Promise<Way>
  close(): Promise<void>
}

export type WaysOptions = Omit<ConnectorOptions, 'judge'> & {
  readonly clock: Clock
  /** Names may lead to private numbers: the resolver is ours and knows what it does. */
  readonly allowResolvedPrivate: boolean
  readonly proxyFor: (url: URL) => string | null
}

export function openWays(options: WaysOptions): WaysOut {
  const { limits, allowResolvedPrivate } = options
  const pool = {
    pipelining: 1,
    allowH2: false,
    maxHeaderSize: limits.headerBytes,
    keepAliveTimeout: limits.keepAliveMs,
    keepAliveMaxTimeout: limits.keepAliveMs,
    // patience.ts keeps the time; undici's own clocks only know pauses between bytes.
    headersTimeout: 0,
  }
  const way = (judge: Judge) => new Agent({ ...pool, connect: guardedConnector({ ...options, judge }) })
  const open = way(allowResolvedPrivate ? asTheyAre : keepPublic)
  const inner = way(allowResolvedPrivate ? asTheyAre : judgeTyped(options.clock))
  const proxies = new Map<string, ProxyAgent>()

  const through = (proxy: string): Way => {
    let dispatcher = proxies.get(proxy)
    if (dispatcher === undefined) {
      const tlsOptions = { secureContext: options.secureContext(), allowH2: false }
      dispatcher = new ProxyAgent({ ...pool, uri: proxy, connectTimeout: limits.connectMs, requestTls: tlsOptions, proxyTls: tlsOptions })
      proxies.set(proxy, dispatcher)
    }
    return { dispatcher, proxy: new URL(proxy).host }
  }

  return {
    async choose(url, privateHosts) {
      const allowed = isAllowedPrivate(url, privateHosts)
      const proxy = allowed && isLoopback(url) ? null : options.proxyFor(url)
      if (proxy === null) return { dispatcher: allowed ? inner : open, proxy: null }
      if (!allowed && !allowResolvedPrivate) await refuseInnerName(url, options)
      return through(proxy)
    },
    async close() {
      await Promise.all([open, inner, ...proxies.values()].map((dispatcher) => dispatcher.destroy()))
    },
  }
}

const asTheyAre: Judge = (_host, addresses) => addresses

function isLoopback(url: URL): boolean {
  const host = bareHost(url.hostname)
  return host === 'localhost' || host.endsWith('.localhost') || host === '::1' || host.startsWith('127.')
}

// The proxy looks names up for itself, so this is a courtesy and no wall: a name that leads inside as far as this machine
// knows is refused; one that only the proxy can look up is its to judge.
async function refuseInnerName(url: URL, { resolver, limits }: WaysOptions): Promise<void> {
  const host = bareHost(url.hostname)
  const { promise: late, resolve } = Promise.withResolvers<null>()
  const timer = setTimeout(() => resolve(null), limits.proxyLookupMs)
  try {
    await Promise.race([addressesOf(host, resolver, keepPublic), late])
  } catch (error) {
    if (error instanceof Failure && error.code === 'link.private') throw error
  } finally {
    clearTimeout(timer)
  }
}

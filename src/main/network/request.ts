// The network room's door: keeps the promise of network.ts by joining guard, turns, retries, redirects and exchange.
import { Failure } from '../../shared/failure.ts'
import type { Clock } from '../platform/clock.ts'
import type { Log } from '../platform/log.ts'
import { bodyStart, headersForRest } from './body-start.ts'
import { cancelReason } from './cancel-reason.ts'
import { type Resolver, systemResolver } from './connect.ts'
import { countContacts, type HostContact, wasTried } from './contacts.ts'
import { exchange, type Reply } from './exchange.ts'
import { Fault } from './faults.ts'
import { followRedirects, isRedirect, type Stop, withoutSecrets } from './follow-redirects.ts'
import { defaultLimits, type Limits } from './limits.ts'
import type { Network, NetworkRequest } from './network.ts'
import { type Environment, proxyChoice } from './proxies.ts'
import { isRefusal, refusalOf } from './refusals.ts'
import { headersFor } from './request-headers.ts'
import { withRetries } from './retry.ts'
import { trustedContext } from './trust.ts'
import { takeTurns } from './turn-taking.ts'
import { openWays } from './ways-out.ts'

export type NetworkOptions = {
  readonly clock: Clock
  readonly log: Log
  /** Carrel's version, for the user agent. */
  readonly version: string
  /** The reader's proxy (or the system's); null: the environment's. */
  readonly proxy?: string | null
  /** PEM texts or paths of PEM files trusted beside Node's and the system's authorities. */
  readonly extraCa?: readonly string[]
  /** Where HTTP_PROXY and its sisters are read; nothing when left out. */
  readonly env?: Environment
  /** Looks names up instead of the system: for tests, and for a corpus that answers for every host. */
  readonly resolver?: Resolver
  /** With `resolver` only: names may lead to private numbers. Private hosts by their spelling stay refused. */
  readonly allowResolvedPrivate?: boolean
  readonly perHost?: { readonly atOnce: number; readonly pauseMs: number }
  /** Requests over all hosts at once. */
  readonly atOnce?: number
  readonly limits?: Partial<Limits>
  /** Chance for the pauses between tries, 0 to 1. */
  readonly chance?: () => number
}

export type OpenNetwork = Network & {
  /** Whom this process asked since this was last called: hosts to which a connection was at least tried. */
  takeContacts(): readonly HostContact[]
  /** The reader changed his proxy setting: requests from now on go through it; null: the environment's. */
  changeProxy(proxy: string | null): void
}

/** Opens the only way out. Nothing is contacted, and no certificate read, before the first request. */
export function openNetwork(options: NetworkOptions): OpenNetwork {
  const { clock, log, version, resolver, chance = Math.random } = options
  const limits: Limits = { ...defaultLimits, ...options.limits }
  const closing = new AbortController()
  const contacts = countContacts()
  const turns = takeTurns({
    clock,
    perHost: options.perHost ?? { atOnce: 2, pauseMs: 250 },
    atOnce: options.atOnce ?? 24,
    waitForBusyMs: limits.waitForBusyMs,
  })
  let proxyFor = proxyChoice(options.proxy ?? null, options.env ?? {}, log)
  const ways = openWays({
    clock,
    resolver: resolver ?? systemResolver(),
    allowResolvedPrivate: resolver !== undefined && options.allowResolvedPrivate === true,
    secureContext: trustedContext(options.extraCa ?? [], log),
    proxyFor: (url) => proxyFor(url),
    limits,
  })

  /** One try at one address, in its turn. Throws a Fault for a refusal, so that retry.ts can judge it. */
  const attempt = async (
    request: NetworkRequest,
    stop: Stop,
    compressed: boolean,
    patient: Limits,
    signal: AbortSignal,
  ): Promise<Reply> => {
    const { url } = stop
    const handBack = await turns.take(url.host, request.purpose, signal, url !== stop.first)
    try {
      const { dispatcher, proxy } = await ways.choose(url, request.privateHosts)
      if (signal.aborted) throw cancelReason(signal)
      const contacted = () => contacts.note({ host: url.host, at: clock.now(), purpose: request.purpose })
      const held = request.into?.held?.() ?? null
      const isUseless = (status: number, headers: Reply['headers']) => bodyStart(status, headers, held?.bytes ?? 0) === null
      let sent = false
      const reply = await exchange({
        dispatcher,
        proxy,
        url,
        method: stop.method,
        headers: {
          ...headersFor(request, version, { url, first: stop.first, cookie: stop.cookie, compressed: compressed && !request.into }),
          ...headersForRest(held),
        },
        body: stop.body,
        maxBytes: request.maxBytes,
        limits: patient,
        into: request.into ?? null,
        heldBytes: held?.bytes ?? 0,
        wantsBody: (status, headers) => !isRefusal(status) && !isRedirect(status) && !isUseless(status, headers),
        onSent: () => {
          sent = true
          contacted()
        },
        signal,
      }).catch((error: unknown) => {
        if (!sent && wasTried(error)) contacted()
        throw error
      })
      if (isRefusal(reply.status)) throw refusalOf(url.host, reply.status, reply.headers, clock.now())
      if (isUseless(reply.status, reply.headers))
        throw new Fault(new Failure('page.garbled', { host: url.host, reason: 'cut-off', status: 206 }))
      return reply
    } finally {
      handBack()
    }
  }

  return {
    async request(request) {
      const signal = AbortSignal.any([request.signal, closing.signal])
      const patient: Limits = { ...limits, ...request.timeouts, ...(request.into ? { wholeBodyMs: limits.wholeFileMs } : {}) }
      const tries = request.purpose === 'page' ? limits.tries : Math.max(1, limits.tries - 1)
      const visit = (stop: Stop) =>
        withRetries((compressed) => attempt(request, stop, compressed, patient, signal), {
          tries: stop.method === 'POST' ? 1 : tries,
          limits: patient,
          chance,
          holdHost: (forMs) => turns.hold(stop.url.host, forMs),
          signal,
        })
      try {
        if (signal.aborted) throw cancelReason(signal)
        const { url, reply, redirects } = await followRedirects(request, limits.redirects, visit)
        const { status, headers, body } = reply
        return { url: withoutSecrets(url), status, headers, body, redirects }
      } catch (error) {
        throw error instanceof Fault ? error.failure : error
      }
    },
    takeContacts: contacts.take,
    changeProxy(proxy) {
      proxyFor = proxyChoice(proxy, options.env ?? {}, log)
    },
    async close() {
      closing.abort(new DOMException('the network was closed', 'AbortError'))
      turns.close()
      await ways.close()
      log.write('debug', 'network closed')
    },
  }
}

// The first step of a journey: an address becomes a RawPage. The way there is the network room's; what the page holds is extract's.
import { Failure } from '../../shared/failure.ts'
import type { RawPage } from '../../shared/journey.ts'
import type { Network, NetworkAnswer, Timeouts } from '../network/network.ts'
import type { Clock } from '../platform/clock.ts'
import { decodeText } from './charset.ts'
import { metaRefresh } from './meta-refresh.ts'
import { sniffKind } from './page-kind.ts'

export type PageRequest = {
  readonly url: string
  /** Hosts that may be private because the reader typed them: `host` (ports 80 and 443) or `host:port`. */
  readonly privateHosts: ReadonlySet<string>
  /** Validators of the copy one has. */
  readonly etag?: string | null
  readonly lastModified?: string | null
  readonly maxBytes: number
  readonly timeouts?: Partial<Timeouts>
  readonly signal: AbortSignal
}

export type FetchTools = { readonly network: Network; readonly clock: Clock }

/** How often a page may send us on by a meta refresh, beside the redirects of HTTP. */
const mostRefreshes = 4

/**
 * Fetches one page, or says `unchanged` when the server knows the validators given.
 * Throws the network's failures; `link.unsupported` for data:, file:, ftp: and the like; `page.refused` for every other 4xx,
 * `page.login` for 402 (pay wall), `page.redirects` for a page that sends us round in circles, `page.no-article` for an answer with
 * nothing in it (204, 205, or a body that is empty or only white space).
 */
export async function fetchPage(request: PageRequest, tools: FetchTools): Promise<RawPage | 'unchanged'> {
  const seen = new Set<string>()
  let url = request.url
  for (;;) {
    seen.add(url)
    const moved = url !== request.url
    const answer = await ask(url, moved ? null : request, request, tools.network)
    if (answer === 'unchanged') return answer
    const page = toPage(answer, request.url, tools.clock.now())
    if (page.body.length === 0 || page.text?.trim() === '')
      throw new Failure('page.no-article', { host: new URL(page.url).host, status: page.status })
    const next = page.kind === 'html' && page.text !== null ? metaRefresh(page.text, page.url) : null
    // The validators belong to the page we ended at, but it is the first address they would be sent to next time.
    if (next === null) return moved ? { ...page, etag: null, lastModified: null } : page
    if (seen.has(next) || seen.size > mostRefreshes)
      throw new Failure('page.redirects', { host: new URL(url).host, reason: 'meta-refresh' })
    url = next
  }
}

type Validators = Pick<PageRequest, 'etag' | 'lastModified'>

async function ask(
  url: string,
  validators: Validators | null,
  request: PageRequest,
  network: Network,
): Promise<NetworkAnswer | 'unchanged'> {
  const etag = validators?.etag ?? null
  const lastModified = validators?.lastModified ?? null
  const answer = await network.request({
    url,
    purpose: 'page',
    maxBytes: request.maxBytes,
    privateHosts: request.privateHosts,
    etag,
    lastModified,
    ...(request.timeouts === undefined ? {} : { timeouts: request.timeouts }),
    signal: request.signal,
  })
  const { host } = new URL(answer.url)
  if (answer.status === 304) {
    if (etag === null && lastModified === null) throw new Failure('page.garbled', { host, status: 304 })
    return 'unchanged'
  }
  if (answer.status === 402) throw new Failure('page.login', { host, status: 402 })
  if (answer.status >= 400) throw new Failure('page.refused', { host, status: answer.status })
  return answer
}

function toPage(answer: NetworkAnswer, requestedUrl: string, fetchedAt: number): RawPage {
  const header = answer.headers['content-type'] ?? null
  const { kind, mime } = sniffKind(answer.body, header, answer.url)
  const decoded = kind === 'html' || kind === 'text' || kind === 'feed' ? decodeText(answer.body, header, kind) : null
  return {
    requestedUrl,
    url: answer.url,
    status: answer.status,
    kind,
    mime,
    charset: decoded?.charset ?? null,
    charsetGuessed: decoded?.guessed ?? false,
    body: answer.body,
    text: decoded?.text ?? null,
    etag: answer.headers.etag ?? null,
    lastModified: answer.headers['last-modified'] ?? null,
    fetchedAt,
    source: 'web',
    companions: new Map(),
  }
}

// What the rest of the house may ask of the network. request.ts keeps the promise.

/**
 * Limits of time, in milliseconds; each has a default in limits.ts. `connectMs` covers look-up, connection and TLS;
 * `headersMs` runs from the request sent to the last header; after `bodyMs` a body that still comes must come at a decent rate.
 */
export type Timeouts = { readonly connectMs: number; readonly headersMs: number; readonly bodyMs: number }

export type BodyTaker = {
  /** The beginning that is here already, and what it was sent with; asked before every try. Only the rest is asked for then. */
  held?(): { readonly bytes: number; readonly validator: string } | null
  /**
   * Called anew for every try. `bytes`: all of it, where that is told. `from`: where what comes now begins: behind what is held, or at 0
   * when the server has another file meanwhile, or sends no parts. `validator`: for `held` another time; null: it cannot be gone on with.
   */
  begin(start: { readonly bytes: number | null; readonly from: number; readonly validator: string | null }): Promise<void>
  write(part: Uint8Array): Promise<void>
}

export type NetworkRequest = {
  readonly url: string
  readonly method?: 'GET' | 'HEAD' | 'POST'
  readonly headers?: Readonly<Record<string, string>>
  readonly body?: string
  /** Chooses the Accept header and the queue: pages go before their pictures. */
  readonly purpose: 'page' | 'asset' | 'details'
  /** Of the decoded body. */
  readonly maxBytes: number
  readonly timeouts?: Partial<Timeouts>
  /** Hosts that may be private because the reader typed them: `host` (ports 80 and 443) or `host:port`, as `new URL(typed).host` spells it. */
  readonly privateHosts?: ReadonlySet<string>
  /** Validators of the copy one has: a 304 answer comes back with an empty body. */
  readonly etag?: string | null
  readonly lastModified?: string | null
  /** The page an asset is on. Only its origin crosses origins, and a private one never does. */
  readonly referrer?: string
  /** Takes the body as it comes instead of the answer, for what is too large to be held: asked for as it is, without packing, and for as long as it keeps coming. */
  readonly into?: BodyTaker
  readonly signal: AbortSignal
}

export type NetworkAnswer = {
  /** The address that answered, after redirects, with the fragment asked for and without name and password. */
  readonly url: string
  readonly status: number
  /** Lower-case names; repeated headers joined by `, `; without Set-Cookie. Values are Latin-1 as HTTP carries them. */
  readonly headers: Readonly<Record<string, string>>
  /** Decoded from gzip, deflate, br (zstd where the runtime has it). */
  readonly body: Uint8Array
  /** The addresses that sent us on, in order; empty when the first one answered. */
  readonly redirects: readonly string[]
}

export type Network = {
  /**
   * Fetches one address: guarded, limited, taking turns per host, following redirects, retrying where it helps.
   * Answers any final status but 401/403/404/410/429/451/5xx, which are Failures
   * (page.login, page.refused, page.gone, page.busy, page.broken), as are all network faults: link.invalid, link.unsupported,
   * link.private, network.offline, page.unreachable, page.timeout, page.insecure, page.redirects, page.garbled, page.too-large.
   * Facts: `host`, and where they are known `status`, `reason`, `phase`, `seconds`, `maxBytes`, `retryAfterMs`, `proxy`.
   * A cancelled request rejects with the signal's reason, in every phase and at once.
   */
  request(request: NetworkRequest): Promise<NetworkAnswer>
  /** Cancels whatever is under way and closes every connection. */
  close(): Promise<void>
}

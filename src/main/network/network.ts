// What the rest of the house may ask of the network. request.ts keeps the promise.

/** Limits of time, in milliseconds; each has a default in limits.ts. */
export type Timeouts = { readonly connectMs: number; readonly headersMs: number; readonly bodyMs: number }

export type NetworkRequest = {
  readonly url: string
  readonly method?: 'GET' | 'HEAD' | 'POST'
  readonly headers?: Readonly<Record<string, string>>
  readonly body?: string
  /** Chooses the Accept header and the queue: pages go before their pictures. */
  readonly purpose: 'page' | 'asset' | 'details'
  readonly maxBytes: number
  readonly timeouts?: Partial<Timeouts>
  /** Hosts (`host` or `host:port`) that may be private because the reader typed them. */
  readonly privateHosts?: ReadonlySet<string>
  /** Validators of the copy one has: a 304 answer comes back with an empty body. */
  readonly etag?: string | null
  readonly lastModified?: string | null
  readonly referrer?: string
  readonly signal: AbortSignal
}

export type NetworkAnswer = {
  /** The address that answered, after redirects. */
  readonly url: string
  readonly status: number
  /** Lower-case names; repeated headers joined by `, `. */
  readonly headers: Readonly<Record<string, string>>
  /** Decoded from gzip, deflate, br (zstd where the runtime has it). */
  readonly body: Uint8Array
  readonly redirects: readonly string[]
}

export type Network = {
  /**
   * Fetches one address: guarded, limited, taking turns per host, following redirects, retrying where it helps.
   * Answers any final status but 401/403/404/410/429/451/5xx, which are Failures
   * (page.login, page.refused, page.gone, page.busy, page.broken), as are all network faults.
   */
  request(request: NetworkRequest): Promise<NetworkAnswer>
  close(): Promise<void>
}

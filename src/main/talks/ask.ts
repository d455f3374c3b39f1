// Asks a service: one request, limited in size, JSON checked against its schema. Which service, the providers know.
import type { z } from 'zod'
import { Failure } from '../../shared/failure.ts'
import type { Network } from '../network/network.ts'

const maxJsonBytes = 3_000_000
const maxPageBytes = 6_000_000
const maxCaptionBytes = 10_000_000

export type Ask = {
  /** A JSON answer, checked. Failures: the network's, and page.garbled for what is no JSON or of another shape. */
  json<S extends z.ZodType>(url: string, schema: S): Promise<z.output<S>>
  /** A page's text, read as UTF-8 as all providers send it, with the address that answered. */
  page(url: string): Promise<{ readonly url: string; readonly html: string }>
  /** A caption file's bytes, with the type the server says. */
  file(url: string): Promise<{ readonly url: string; readonly bytes: Uint8Array; readonly mime: string | null }>
  /** The bytes of a file as its server tells them without sending it; null when it does not. */
  size(url: string): Promise<number | null>
  /** The scheme to speak to a host with: https, but http for a private host the reader typed so. */
  origin(of: URL): string
}

type Bounds = { readonly privateHosts: ReadonlySet<string> | undefined; readonly signal: AbortSignal }

/** Everything is asked over https; only a private host that the reader typed may be asked over http. */
export function openAsk(network: Network, { privateHosts, signal }: Bounds): Ask {
  const isTyped = (url: URL) => privateHosts?.has(url.host) === true || privateHosts?.has(url.hostname) === true
  const get = async (address: string, accept: string, maxBytes: number, method: 'GET' | 'HEAD' = 'GET') => {
    const url = new URL(address)
    if (url.protocol !== 'https:' && !isTyped(url)) throw new Failure('page.insecure', { host: url.host })
    const answer = await network.request({
      url: url.href,
      method,
      purpose: 'details',
      headers: { accept },
      maxBytes,
      signal,
      ...(privateHosts ? { privateHosts } : {}),
    })
    if (answer.status < 200 || answer.status > 299) throw new Failure('page.refused', { host: url.host, status: answer.status })
    return {
      url: answer.url,
      host: url.host,
      bytes: answer.body,
      mime: answer.headers['content-type'] ?? null,
      size: answer.headers['content-length'] ?? null,
    }
  }
  return {
    async json(url, schema) {
      const { bytes, host } = await get(url, 'application/json', maxJsonBytes)
      const read = schema.safeParse(parsed(new TextDecoder().decode(bytes)))
      if (!read.success) throw new Failure('page.garbled', { host }, { cause: read.error })
      return read.data
    },
    async page(url) {
      const { bytes, url: final } = await get(url, 'text/html,application/xhtml+xml', maxPageBytes)
      return { url: final, html: new TextDecoder().decode(bytes) }
    },
    async file(url) {
      const { bytes, mime, url: final } = await get(url, 'text/vtt,application/x-subrip,text/plain;q=0.8,*/*;q=0.5', maxCaptionBytes)
      return { url: final, bytes, mime }
    },
    async size(url) {
      const { size } = await get(url, '*/*', maxJsonBytes, 'HEAD')
      return size !== null && /^\d{1,15}$/.test(size) ? Number(size) : null
    },
    origin: (of) => (of.protocol === 'http:' && isTyped(of) ? of.origin : `https://${of.host}`),
  }
}

/** What is no JSON is undefined, which no schema of ours accepts. */
function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

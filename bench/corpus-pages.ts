// Reads a corpus folder (`index.ndjson` with id, url and file; `html/`) and gives every page an address of its own.
import { createReadStream } from 'node:fs'
import path from 'node:path'
import { createInterface } from 'node:readline'

export type CorpusPage = {
  readonly id: string
  /** The address it is served and saved under. */
  readonly url: string
  /** True when that is not the corpus's own: that one was no address, led to no public name, or was taken. */
  readonly moved: boolean
  /** Absolute path of its HTML. */
  readonly file: string
}

/** The first `limit` pages in the order of the index (all with Infinity). Throws when a line is not what it should be. */
export async function readCorpus(folder: string, limit: number): Promise<readonly CorpusPage[]> {
  const pages: CorpusPage[] = []
  const taken = new Set<string>()
  const lines = createInterface({ input: createReadStream(path.join(folder, 'index.ndjson')), crlfDelay: Number.POSITIVE_INFINITY })
  for await (const line of lines) {
    if (pages.length >= limit) break
    if (line.trim() === '') continue
    const { id, url, file } = readLine(JSON.parse(line))
    const own = publicAddress(url)
    const moved = own === null || taken.has(addressKey(own))
    const address = moved ? movedAddress(own, pages.length) : own
    taken.add(addressKey(address))
    pages.push({ id, url: address, moved, file: path.join(folder, file) })
  }
  return pages
}

/** What two spellings of an address have in common as far as the corpus server cares: no scheme, query, fragment or last slash. */
export function addressKey(address: string): string {
  const { host, pathname } = new URL(address)
  return `${host.replace(/^www\./, '')}${decodeLoosely(pathname).replace(/\/+$/, '')}`.toLowerCase()
}

function decodeLoosely(text: string): string {
  try {
    return decodeURI(text)
  } catch {
    return text
  }
}

function publicAddress(text: string): string | null {
  if (!/^https?:\/\//.test(text) || !URL.canParse(text)) return null
  return new URL(text).hostname.includes('.') ? text : null
}

// A page that shares its address with another, or has none, gets a host of its own; the path stays, for extractors look at it.
function movedAddress(own: string | null, at: number): string {
  return `https://page-${at}.corpus-bench.org${own === null ? '/page.html' : new URL(own).pathname}`
}

function readLine(value: unknown): { id: string; url: string; file: string } {
  const { id, url, file } = (value ?? {}) as Record<string, unknown>
  if (typeof id !== 'string' || typeof url !== 'string' || typeof file !== 'string')
    throw new Error('a line of index.ndjson lacks id, url or file')
  return { id, url, file }
}

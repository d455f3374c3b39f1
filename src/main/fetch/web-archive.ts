// Asks the web archive for its newest copy of a page, only when the reader asked for it.
import { z } from 'zod'
import { Failure } from '../../shared/failure.ts'
import type { RawPage } from '../../shared/journey.ts'
import type { Network } from '../network/network.ts'
import type { Clock } from '../platform/clock.ts'
import { fetchPage } from './fetch-page.ts'

// https://archive.org/help/wayback_api.php: the availability API, no key needed.
const availability = 'https://archive.org/wayback/available?url='
const Available = z.object({
  archived_snapshots: z.object({ closest: z.object({ available: z.boolean(), timestamp: z.string().regex(/^\d{14}$/) }).optional() }),
})

export type ArchivedPage = {
  readonly page: RawPage
  /** Where the archive keeps a picture of that page. */
  pictureAddress(url: string): string
}

/** Fetches the archive's newest copy as the original server sent it (`id_`: without the archive's own toolbar and rewriting). Throws archive.none. */
export async function fetchArchivedPage(
  request: { readonly url: string; readonly maxBytes: number; readonly signal: AbortSignal },
  tools: { readonly network: Network; readonly clock: Clock },
): Promise<ArchivedPage> {
  const { url, maxBytes, signal } = request
  const answer = await tools.network.request({
    url: availability + encodeURIComponent(url),
    purpose: 'details',
    maxBytes: 1_000_000,
    signal,
  })
  const timestamp = newest(answer.body)
  if (timestamp === null) throw new Failure('archive.none', { url })
  const address = (flag: string, target: string) => `https://web.archive.org/web/${timestamp}${flag}/${target}`
  const fetched = await fetchPage({ url: address('id_', url), privateHosts: new Set(), maxBytes, signal }, tools)
  if (fetched === 'unchanged') throw new Failure('archive.none', { url })
  // Relative links of the page mean the original site, not the archive.
  const page: RawPage = { ...fetched, requestedUrl: url, url, source: 'web-archive', etag: null, lastModified: null }
  return { page, pictureAddress: (picture) => address('im_', picture) }
}

function newest(body: Uint8Array): string | null {
  try {
    const parsed = Available.safeParse(JSON.parse(new TextDecoder().decode(body)))
    const closest = parsed.success ? parsed.data.archived_snapshots.closest : undefined
    return closest?.available ? closest.timestamp : null
  } catch {
    return null
  }
}

// Where a talk's words lie open: the platform's caption files, those its page names, the page's own words. Asked one after the other.

import { Failure } from '../../../shared/failure.ts'
import type { TalkLink } from '../../../shared/talk.ts'
import type { Network } from '../../network/network.ts'
import { type Ask, openAsk } from '../ask.ts'
import { type CaptionOffer, inOrderOfUse } from './caption-offer.ts'
import { platformCaptions } from './platform-captions.ts'
import { captionsInPage, wordsInPage } from './words-in-page.ts'

export type TalkPage = { readonly url: string; readonly html: string; readonly text: string }

export type OpenTranscript = {
  readonly origin: 'platform' | 'page'
  readonly url: string
  readonly bytes: Uint8Array
  readonly mime: string | null
  readonly lang: string | null
  readonly generated: boolean | null
}

type Wanted = {
  /** Null for a page that only shows a recording. */
  readonly link: TalkLink | null
  readonly url: string
  readonly lang: string | null
  readonly privateHosts: ReadonlySet<string>
  readonly signal: AbortSignal
  /** The talk's page, fetched only when no platform had the words; null when it has none worth reading. */
  page(): Promise<TalkPage | null>
}

/**
 * The first words that are there. Throws transcript.none with the host; transcript.empty when the only files offered are empty (some
 * servers answer so instead of refusing); else the first failure of the network.
 */
export async function findOpenTranscript(wanted: Wanted, { network }: { readonly network: Network }): Promise<OpenTranscript> {
  const ask = openAsk(network, { privateHosts: wanted.privateHosts, signal: wanted.signal })
  const failures: Failure[] = []
  const attempt = async <T>(work: () => Promise<T | null>): Promise<T | null> => {
    try {
      return await work()
    } catch (error) {
      wanted.signal.throwIfAborted()
      if (!(error instanceof Failure)) throw error
      failures.push(error)
      return null
    }
  }
  const ofPlatform = (link: TalkLink) =>
    attempt(async () => firstOf(inOrderOfUse(await platformCaptions(link, ask), wanted.lang), ask, failures, wanted.signal))
  const own = wanted.link && (await ofPlatform(wanted.link))
  if (own) return own
  const page = await attempt(() => wanted.page())
  if (page) {
    const { offers, players } = captionsInPage(page.html, page.url)
    const track = await firstOf(inOrderOfUse(offers, wanted.lang), ask, failures, wanted.signal)
    if (track) return track
    for (const player of players) {
      const embedded = await ofPlatform(player)
      if (embedded) return embedded
    }
    const words = wordsInPage(page.html, page.text)
    if (words !== null) {
      const bytes = new TextEncoder().encode(words)
      return { origin: 'page', url: page.url, bytes, mime: 'text/plain; charset=utf-8', lang: null, generated: null }
    }
  }
  // A page that is not there has no words: that is not worth more than that nobody offers any.
  throw (
    failures.find(({ code }) => code === 'transcript.empty' || !absent.has(code)) ??
    new Failure('transcript.none', { host: new URL(wanted.url).host })
  )
}

const absent: ReadonlySet<string> = new Set(['page.gone', 'page.not-html', 'page.no-article'])
/** Files tried before giving up: each costs a request. */
const mostTried = 3

async function firstOf(
  offers: readonly CaptionOffer[],
  ask: Ask,
  failures: Failure[],
  signal: AbortSignal,
): Promise<OpenTranscript | null> {
  for (const { url, lang, generated } of offers.slice(0, mostTried)) {
    try {
      const file = await ask.file(url)
      if (new TextDecoder().decode(file.bytes.subarray(0, 4_096)).trim() === '')
        throw new Failure('transcript.empty', { host: new URL(url).host })
      return { origin: 'platform', url: file.url, bytes: file.bytes, mime: file.mime, lang, generated }
    } catch (error) {
      signal.throwIfAborted()
      if (!(error instanceof Failure)) throw error
      failures.push(error)
    }
  }
  return null
}

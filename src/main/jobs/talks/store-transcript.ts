// Words of a talk, wherever they came from, become a copy that is read, searched and marked like any other.
import type { CopyId, ItemSummary } from '../../../shared/item.ts'
import { normaliserVersion } from '../../../shared/text/normalise.ts'
import type { TranscriptFacts, TranscriptOrigin } from '../../../shared/transcript.ts'
import type { ItemFacts, ItemRecord, NewCopy, StoredCopy } from '../../cache/cache.ts'
import { extractorVersion } from '../../extract/extractor-version.ts'
import { countWords } from '../../extract/words.ts'
import { decodeText } from '../../fetch/charset.ts'
import { readCaptions } from '../../talks/captions/read-captions.ts'
import { type TranscriptPage, transcriptPage } from '../../talks/captions/transcript-page.ts'
import type { Tools } from '../tools.ts'

/** A transcript as it came, with what is known of it beside its bytes. */
export type GivenTranscript = {
  readonly origin: TranscriptOrigin
  /** The file's name or the host it came from, for people; null for pasted words. */
  readonly name: string | null
  /** The file's name in the form its kind and language are told from. */
  readonly fileName: string | null
  readonly bytes: Uint8Array
  /** Content-Type, as far as anybody said one. */
  readonly mime: string | null
  readonly url: string
  readonly lang: string | null
  readonly generated: boolean | null
}

/**
 * Stores a transcript and shows it: the reader's own always; a fetched one unless one of the reader's own is there, or the item is no
 * talk and has a page to show. The same words again are the copy that is there. Throws transcript.empty, transcript.unreadable, and
 * what storing throws.
 */
export async function storeTranscript(
  record: ItemRecord,
  given: GivenTranscript,
  tools: Pick<Tools, 'cache' | 'clock'>,
): Promise<{ readonly copyId: CopyId; readonly item: ItemSummary }> {
  const { cache } = tools
  const decoded = decodeText(given.bytes, given.mime, 'text')
  const captions = readCaptions(decoded.text, given.fileName ?? given.name)
  const page = transcriptPage(captions, record.talk?.chapters ?? [])
  const lang = captions.lang ?? given.lang ?? record.talk?.lang ?? null
  const facts: TranscriptFacts = {
    origin: given.origin,
    name: given.name,
    lang: captions.lang ?? given.lang,
    generated: given.generated ?? captions.generated,
    speakers: [...page.speakers],
    timed: page.times.length > 0,
    times: page.times,
  }
  const before = cache.copies.transcripts(record.item.id)
  const isOwn = own.has(given.origin)
  const ownIsThere = before.some((one) => own.has(one.facts.origin))
  const show = isOwn || (!ownIsThere && (record.item.kind === 'talk' || record.item.shownCopy === null))
  const same = await sameAs(page, given.origin, before, cache)
  if (same) return { copyId: same.id, item: show ? cache.copies.show(record.item.id, same.id) : cache.items.get(record.item.id).item }
  const copy: NewCopy = {
    itemId: record.item.id,
    source: 'transcript',
    fetchedAt: tools.clock.now(),
    finalUrl: given.url,
    form: 'article',
    mime: `${captions.format === 'vtt' ? 'text/vtt' : captions.format === 'srt' ? 'application/x-subrip' : 'text/plain'}; charset=${decoded.charset}`,
    title: record.item.title,
    lang,
    dir: directionOf(page.text),
    words: countWords(page.text, lang),
    etag: null,
    lastModified: null,
    extractorVersion,
    normaliserVersion,
    raw: given.bytes,
    html: page.html,
    text: page.text,
    document: null,
    assets: [],
    report: null,
    transcript: facts,
    facts: rowFacts(record, page, countWords(page.text, lang)),
  }
  return cache.copies.store(copy, { show })
}

const own: ReadonlySet<TranscriptOrigin> = new Set(['file', 'pasted'])

async function sameAs(
  page: TranscriptPage,
  origin: TranscriptOrigin,
  before: readonly { readonly copy: StoredCopy; readonly facts: TranscriptFacts }[],
  cache: Tools['cache'],
): Promise<StoredCopy | null> {
  for (const { copy, facts } of before) {
    if (own.has(facts.origin) !== own.has(origin)) continue
    if ((await cache.copies.readHtml(copy.id)) === page.html) return copy
  }
  return null
}

/** What the row becomes: its words are here. Whether the talk's details are, and what failed before, stays said. */
function rowFacts({ item }: ItemRecord, { endSeconds }: TranscriptPage, words: number): ItemFacts {
  const whole = item.state === 'complete'
  const duration = item.durationSeconds === null && endSeconds !== null ? Math.ceil(endSeconds) : null
  return {
    words,
    state: whole ? 'complete' : 'partial',
    failure: item.failure,
    ...(duration === null ? {} : { durationSeconds: duration, minutes: Math.max(1, Math.round(duration / 60)) }),
  }
}

const rightToLeft = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufeff]/g

/** By its letters: what a file says of its language is often missing. */
function directionOf(text: string): 'ltr' | 'rtl' {
  const start = text.slice(0, 5_000)
  return (start.match(rightToLeft)?.length ?? 0) * 3 > (start.match(/\p{L}/gu)?.length ?? 0) ? 'rtl' : 'ltr'
}

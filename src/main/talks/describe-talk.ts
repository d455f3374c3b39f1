// What can be known about a talk, within seconds and without fail: every source of its provider is asked at once, what has come by the
// deadline is joined. Making the thumbnail local is the job's.

import type { FailureCode } from '../../shared/failure.ts'
import { Failure, isCancelled } from '../../shared/failure.ts'
import type { ItemKind, Remark } from '../../shared/item.ts'
import type { Draft } from '../../shared/journey.ts'
import type { Talk, TalkLink } from '../../shared/talk.ts'
import type { Network } from '../network/network.ts'
import type { Clock } from '../platform/clock.ts'
import { openAsk } from './ask.ts'
import { type Details, joinDetails } from './details.ts'
import type { Provider, Source } from './provider.ts'
import { archiveOrg } from './providers/archive-org.ts'
import { dailymotion } from './providers/dailymotion.ts'
import { embedded } from './providers/embedded.ts'
import { infoq } from './providers/infoq.ts'
import { mediaCcc } from './providers/media-ccc.ts'
import { peertube } from './providers/peertube.ts'
import { pyvideo } from './providers/pyvideo.ts'
import { slideshare } from './providers/slideshare.ts'
import { speakerdeck } from './providers/speakerdeck.ts'
import { ted } from './providers/ted.ts'
import { videoFile } from './providers/video-file.ts'
import { vimeo } from './providers/vimeo.ts'
import { youtube } from './providers/youtube.ts'

const providers: Readonly<Record<TalkLink['provider'], Provider>> = {
  youtube,
  vimeo,
  peertube,
  'media-ccc': mediaCcc,
  ted,
  infoq,
  'archive-org': archiveOrg,
  pyvideo,
  dailymotion,
  speakerdeck,
  slideshare,
  // An embedded player is described by the provider it comes from, when that is one we know.
  embedded: (link, page) => embedded(link, page, (inner) => providers[inner.provider](inner, null)),
  'video-file': videoFile,
}

/** A talk is saved within five seconds, whatever its provider does; the rest of them is for starting the command, storing and indexing. */
const deadlineMs = 3_800

export type TalkRequest = {
  readonly link: TalkLink
  /** The item's address, as it was saved. */
  readonly url: string
  /** The page the talk was found in, when it has been fetched. */
  readonly page: Draft | null
  readonly privateHosts?: ReadonlySet<string> | undefined
  readonly signal: AbortSignal
}

export type DescribedTalk = {
  readonly talk: Talk
  /** talk: also when nothing could be had. Only archive.org's metadata may say that it is a book or something else after all. */
  readonly kind: ItemKind
  readonly remarks: readonly Remark[]
  /** True when the details were not had but may be later. */
  readonly retryable: boolean
}

/**
 * Describes a talk. Never fails for want of details: a talk nobody knows comes back with its provider and identity and the remark
 * `talk-details`, at the latest after about 3.8 seconds. Throws only when the signal is aborted.
 */
export async function describeTalk(
  { link, url, page, privateHosts, signal }: TalkRequest,
  tools: { readonly network: Network; readonly clock: Clock; readonly deadlineMs?: number },
): Promise<DescribedTalk> {
  signal.throwIfAborted()
  const sources = providers[link.provider](link, page)
  const late = new AbortController()
  const timer = setTimeout(() => late.abort(new Failure('page.timeout', { host: new URL(url).host })), tools.deadlineMs ?? deadlineMs)
  try {
    const either = AbortSignal.any([signal, late.signal])
    const ask = openAsk(tools.network, { privateHosts, signal: either })
    const answers = await Promise.all(sources.map((source) => read(source, () => source.read(ask), either, signal)))
    return joined(link, page, answers)
  } finally {
    clearTimeout(timer)
  }
}

type Answer = { readonly main: boolean; readonly details: Details } | { readonly main: boolean; readonly code: FailureCode }

/** One source's answer, at the latest when time is up, even if what it waits for does not listen to the signal. */
async function read(source: Source, start: () => Promise<Details>, either: AbortSignal, cancelled: AbortSignal): Promise<Answer> {
  let stop = () => {}
  const stopped = new Promise<never>((_, reject) => {
    stop = () => reject(either.reason)
  })
  either.addEventListener('abort', stop, { once: true })
  try {
    return { main: source.main, details: await Promise.race([start(), stopped]) }
  } catch (error) {
    cancelled.throwIfAborted()
    if (error instanceof Failure) return { main: source.main, code: error.code }
    if (either.aborted || isCancelled(error)) return { main: source.main, code: 'page.timeout' }
    throw error
  } finally {
    either.removeEventListener('abort', stop)
  }
}

function joined(link: TalkLink, page: Draft | null, answers: readonly Answer[]): DescribedTalk {
  const had = answers.flatMap((answer) => ('details' in answer ? [answer.details] : []))
  const ofPage = page ? [pageDetails(page, link)] : []
  // A page that has a player in it knows its talk better than the player's host; a provider knows its own recordings best.
  const talk = joinDetails(link, link.provider === 'embedded' ? [...ofPage, ...had] : [...had, ...ofPage])
  const kind = had.find((details) => details.kind !== undefined)?.kind ?? 'talk'
  if (talk.title !== null) return { talk, kind, remarks: [], retryable: false }
  const codes = answers.flatMap((answer) => (answer.main && 'code' in answer ? [answer.code] : []))
  return {
    talk,
    kind,
    remarks: [{ about: 'talk-details', what: codes[0] ?? 'not-had' }],
    retryable: codes.some((code) => passing.has(code)),
  }
}

/** Failures that another day may not see. */
const passing: ReadonlySet<FailureCode> = new Set([
  'network.offline',
  'page.unreachable',
  'page.timeout',
  'page.insecure',
  'page.garbled',
  'page.busy',
  'page.broken',
])

/** What the fetched page says. Its own title and words count only where the page is the talk's; a player's page may be a consent wall. */
function pageDetails(page: Draft, link: TalkLink): Details {
  const talk = page.talk
  const own: Details =
    link.provider === 'embedded'
      ? { title: page.title, speakers: [page.byline], recordedOn: page.publishedTime, description: page.excerpt, lang: page.lang }
      : {}
  if (!talk) return own
  return {
    title: talk.title ?? own.title,
    speakers: talk.speakers.length > 0 ? talk.speakers : (own.speakers ?? []),
    event: talk.event,
    recordedOn: talk.recordedOn ?? own.recordedOn,
    duration: talk.durationSeconds,
    description: talk.description ?? own.description,
    lang: talk.lang ?? own.lang,
    licence: talk.licence,
    chapters: talk.chapters.map((chapter) => ({ start: chapter.startSeconds, title: chapter.title })),
    thumbnailUrl: talk.thumbnailUrl,
  }
}

// The files of a recording that open platforms offer: media.ccc.de, PeerTube, archive.org, and a link that is a file itself. Only asked for.
import { z } from 'zod'
import { Failure } from '../../../shared/failure.ts'
import { mostRecordingBytes, type RecordingOffer } from '../../../shared/recording.ts'
import type { TalkLink } from '../../../shared/talk.ts'
import type { Network } from '../../network/network.ts'
import { type Ask, openAsk } from '../ask.ts'
import { listOf, text, textOrNumber } from '../json-fields.ts'
import { readLanguage } from '../language.ts'

type Found = {
  readonly url: string
  readonly mime: string
  readonly bytes: number | null
  readonly label: readonly (string | null | undefined)[]
}
type Offers = (link: TalkLink, ask: Ask) => Promise<readonly Found[]>

const platforms: { readonly [Provider in TalkLink['provider']]?: Offers } = {
  'media-ccc': offersOfCcc,
  peertube: offersOfPeertube,
  'archive-org': offersOfArchive,
  'video-file': async (link) => [{ url: link.url, mime: mimeOf(link.url) ?? 'video/mp4', bytes: null, label: [] }],
}

/** More than any talk has; more of them would only be longer to read. */
const mostOffers = 24
/** Servers asked for a size nobody told. */
const mostAsked = 4

/** The smallest first. Throws recording.none, and what the network throws. */
export async function findRecordings(
  wanted: {
    readonly link: TalkLink | null
    readonly host: string
    readonly privateHosts: ReadonlySet<string>
    readonly signal: AbortSignal
  },
  { network }: { readonly network: Network },
): Promise<readonly RecordingOffer[]> {
  const { link, host, privateHosts, signal } = wanted
  const ask = openAsk(network, { privateHosts, signal })
  const offers = link?.form === 'video' ? platforms[link.provider] : undefined
  const found = link && offers ? (await offers(link, ask)).slice(0, mostOffers) : []
  const unknown = found.filter(({ bytes }) => bytes === null).slice(0, mostAsked)
  const sizes = new Map(await Promise.all(unknown.map(async ({ url }) => [url, await ask.size(url).catch(() => null)] as const)))
  signal.throwIfAborted()
  const all = found.flatMap(({ url, mime, bytes: told, label }): RecordingOffer[] => {
    const bytes = told ?? sizes.get(url) ?? null
    if (bytes !== null && bytes > mostRecordingBytes) return []
    const words = label.filter((word) => word)
    return [
      {
        url,
        mime,
        bytes,
        label: [...new Set([...words, ...(mime.startsWith('audio/') ? ['sound only'] : [])])].join(', '),
        host: new URL(url).host,
      },
    ]
  })
  if (all.length === 0) throw new Failure('recording.none', { host })
  return all.toSorted((one, other) => (one.bytes ?? Number.POSITIVE_INFINITY) - (other.bytes ?? Number.POSITIVE_INFINITY))
}

const playable = /^(?:video\/(?:mp4|webm|ogg)|audio\/(?:mpeg|mp4|x-m4a|ogg|opus|webm))\b/
const byEnding: Readonly<Record<string, string>> = {
  mp4: 'video/mp4',
  m4v: 'video/mp4',
  webm: 'video/webm',
  ogv: 'video/ogg',
  mp3: 'audio/mpeg',
  m4a: 'audio/mp4',
  ogg: 'audio/ogg',
  oga: 'audio/ogg',
  opus: 'audio/ogg',
}

/** By the ending of an address or a name; null for what is no recording that can be played here. */
function mimeOf(address: string): string | null {
  return byEnding[/\.([a-z0-9]+)(?:[?#].*)?$/i.exec(address)?.[1]?.toLowerCase() ?? ''] ?? null
}

const number = textOrNumber.transform((told) => (told === null || told === undefined || !(Number(told) >= 0) ? null : Number(told)))
const CccEvent = z.object({
  recordings: listOf(z.object({ recording_url: z.string(), mime_type: text, language: text, size: number, height: number, folder: text })),
})

async function offersOfCcc(link: TalkLink, ask: Ask): Promise<readonly Found[]> {
  const { recordings } = await ask.json(`https://api.media.ccc.de/public/events/${encodeURIComponent(link.identity)}`, CccEvent)
  return recordings.flatMap(({ recording_url: url, mime_type: mime = null, language, size, height }) =>
    playable.test(mime ?? '')
      ? found(url, link.url, mime, size === null ? null : Math.round(size * 1_000_000), [resolution(height), languages(language)])
      : [],
  )
}

const PeertubeFile = z.object({
  fileDownloadUrl: text,
  fileUrl: text,
  size: number,
  resolution: z.object({ id: number, label: text }).nullish().catch(null),
})
const PeertubeVideo = z.object({
  files: listOf(PeertubeFile),
  streamingPlaylists: listOf(z.object({ files: listOf(PeertubeFile) })),
})

async function offersOfPeertube(link: TalkLink, ask: Ask): Promise<readonly Found[]> {
  const origin = ask.origin(new URL(link.url))
  const video = await ask.json(`${origin}/api/v1/videos/${encodeURIComponent(link.identity)}`, PeertubeVideo)
  // Whole files first; the fragmented ones of a stream are whole files too.
  const files = video.files.length > 0 ? video.files : video.streamingPlaylists.flatMap((playlist) => playlist.files)
  return files.flatMap(({ fileDownloadUrl, fileUrl, size, resolution: picture }) => {
    const url = fileUrl ?? fileDownloadUrl
    if (!url) return []
    return found(url, `${origin}/`, picture?.id === 0 ? 'audio/mp4' : mimeOf(url), size ?? null, [
      picture?.label ?? resolution(picture?.id ?? null),
    ])
  })
}

const ArchiveItem = z.object({ files: listOf(z.object({ name: z.string(), size: number, height: number, format: text })) })

async function offersOfArchive(link: TalkLink, ask: Ask): Promise<readonly Found[]> {
  const id = encodeURIComponent(link.identity)
  const { files } = await ask.json(`https://archive.org/metadata/${id}`, ArchiveItem)
  return files.flatMap(({ name, size, height, format }) => {
    const path = name.split('/').map(encodeURIComponent).join('/')
    return found(`https://archive.org/download/${id}/${path}`, link.url, mimeOf(name), size, [resolution(height), format ?? null])
  })
}

function found(url: string, base: string, mime: string | null, bytes: number | null, label: Found['label']): readonly Found[] {
  if (mime === null || !URL.canParse(url, base) || !/^https?:$/.test(new URL(url, base).protocol)) return []
  return [{ url: new URL(url, base).href, mime, bytes: bytes === null ? null : Math.round(bytes), label }]
}

function resolution(height: number | null): string | null {
  return height === null || height === 0 ? null : `${Math.round(height)}p`
}

const names = new Intl.DisplayNames(['en'], { type: 'language' })

/** "deu-eng": every track of it. */
function languages(told: string | null | undefined): string | null {
  const all = (told ?? '').split('-').flatMap((one) => readLanguage(one) ?? [])
  return all.length === 0 ? null : all.map((tag) => names.of(tag) ?? tag).join(' and ')
}

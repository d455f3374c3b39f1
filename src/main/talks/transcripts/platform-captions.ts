// The open platforms' own caption files: media.ccc.de, PeerTube, archive.org. Others keep theirs to their players.
import { z } from 'zod'
import type { TalkLink } from '../../../shared/talk.ts'
import type { Ask } from '../ask.ts'
import { listOf, text } from '../json-fields.ts'
import { readLanguage } from '../language.ts'
import type { CaptionOffer } from './caption-offer.ts'

type Offers = (link: TalkLink, ask: Ask) => Promise<readonly CaptionOffer[]>

const platforms: { readonly [Provider in TalkLink['provider']]?: Offers } = {
  'media-ccc': offersOfCcc,
  peertube: offersOfPeertube,
  'archive-org': offersOfArchive,
}

/** Caption files of a talk; none for a platform that offers none. Failures: the network's. */
export async function platformCaptions(link: TalkLink, ask: Ask): Promise<readonly CaptionOffer[]> {
  return link.form === 'video' ? ((await platforms[link.provider]?.(link, ask)) ?? []) : []
}

const captionFile = /\.(?:vtt|srt)$/i
const CccEvent = z.object({
  recordings: listOf(z.object({ recording_url: z.string(), mime_type: text, language: text, filename: text })),
})

async function offersOfCcc(link: TalkLink, ask: Ask): Promise<readonly CaptionOffer[]> {
  const event = await ask.json(`https://api.media.ccc.de/public/events/${encodeURIComponent(link.identity)}`, CccEvent)
  return event.recordings
    .filter(
      ({ mime_type: mime, recording_url: url }) =>
        /^(?:text\/vtt|application\/x-subrip|text\/srt)/.test(mime ?? '') || captionFile.test(url),
    )
    .flatMap(({ recording_url: url, language, filename }) =>
      offer(url, link.url, readLanguage(language), /auto|generated|whisper/i.test(filename ?? '') ? true : null),
    )
}

const PeertubeCaptions = z.object({
  data: listOf(
    z.object({
      language: z.object({ id: text }).nullish().catch(null),
      automaticallyGenerated: z.boolean().nullish().catch(null),
      // Until 7.1 a path, then an address.
      fileUrl: text,
      captionPath: text,
    }),
  ),
})

async function offersOfPeertube(link: TalkLink, ask: Ask): Promise<readonly CaptionOffer[]> {
  const origin = ask.origin(new URL(link.url))
  const { data } = await ask.json(`${origin}/api/v1/videos/${encodeURIComponent(link.identity)}/captions`, PeertubeCaptions)
  return data.flatMap(({ language, automaticallyGenerated, fileUrl, captionPath }) => {
    const url = fileUrl ?? captionPath
    return url ? offer(url, `${origin}/`, language?.id ?? null, automaticallyGenerated ?? null) : []
  })
}

const ArchiveItem = z.object({ files: listOf(z.object({ name: z.string() })) })

async function offersOfArchive(link: TalkLink, ask: Ask): Promise<readonly CaptionOffer[]> {
  const id = encodeURIComponent(link.identity)
  const { files } = await ask.json(`https://archive.org/metadata/${id}`, ArchiveItem)
  return files
    .filter(({ name }) => captionFile.test(name))
    .flatMap(({ name }) => {
      const path = name.split('/').map(encodeURIComponent).join('/')
      const lang = /[._-]([a-z]{2,3})(?:\.asr)?\.(?:vtt|srt)$/i.exec(name)?.[1]
      // The archive names what its machine heard `.asr.`.
      const generated = /\.asr\.(?:vtt|srt)$/i.test(name) || /[._]asr\b/i.test(name) ? true : null
      return offer(`https://archive.org/download/${id}/${path}`, link.url, lang && lang !== 'asr' ? readLanguage(lang) : null, generated)
    })
}

function offer(url: string, base: string, lang: string | null, generated: boolean | null): readonly CaptionOffer[] {
  return URL.canParse(url, base) && /^https?:/.test(new URL(url, base).protocol) ? [{ url: new URL(url, base).href, lang, generated }] : []
}

// Is the page about a recording? What it says of it: JSON-LD VideoObject, OpenGraph, players in the page, the oEmbed discovery link.
import { talkLink } from '../../shared/address/talk-link.ts'
import type { Chapter, Talk } from '../../shared/talk.ts'
import { absoluteUrl, elementsOf } from './dom-walk.ts'
import { isoDate } from './metadata/dates.ts'
import { isType, type LinkedData, namesOf, textOf } from './metadata/json-ld.ts'
import type { MetaTags } from './metadata/meta-tags.ts'
import type { Document } from './page-tree/page-tree.ts'
import type { Embed } from './standardise/embeds.ts'

export type FoundTalk = {
  readonly talk: Talk | null
  readonly oembedUrl: string | null
  /** How plainly the page says that it is a video: by its type, not by merely holding one. */
  readonly saysVideo: boolean
  /** It calls itself an article. */
  readonly saysArticle: boolean
}

/** Reads the head; the players found in the page are given in. */
export function findTalk(document: Document, things: readonly LinkedData[], meta: MetaTags, url: string, base: string): FoundTalk {
  const videos = things.filter((thing) => isType(thing, /^VideoObject$|^Clip$|^BroadcastEvent$/) && !isType(thing, /^Clip$/))
  const video = videos[0] ?? null
  const playerUrl =
    [video?.embedUrl, video?.contentUrl, video?.url]
      .map((address) => absoluteUrl(textOf(address), base))
      .find((address) => address !== null) ??
    absoluteUrl(meta.first('og:video:secure_url', 'og:video:url', 'og:video', 'twitter:player'), base)
  const isVideoType = /^video/i.test(meta.first('og:type') ?? '') || meta.first('twitter:card') === 'player'
  const saysArticle = /^article/i.test(meta.first('og:type') ?? '')
  const oembedUrl = readOembed(document, base)
  const own = talkLink(url)
  if (video === null && playerUrl === null && own === null) return { talk: null, oembedUrl, saysVideo: false, saysArticle }
  const about = things.find((thing) =>
    isType(thing, /^(?:Event|EducationEvent|PresentationDigitalDocument|CreativeWork|LearningResource)$/),
  )
  const link = own ?? (playerUrl === null ? null : talkLink(playerUrl))
  const talk: Talk = {
    provider: link?.provider ?? 'embedded',
    identity: link?.identity ?? playerUrl ?? url,
    title: textOf(video?.name) ?? meta.first('og:title', 'twitter:title'),
    speakers:
      video === null
        ? []
        : unique([
            ...namesOf(video.actor),
            ...namesOf(video.performer),
            ...namesOf(video.author),
            ...namesOf(video.creator),
            ...namesOf(about?.performer),
          ]),
    event: textOf(about?.superEvent) ?? textOf(video?.recordedAt) ?? textOf((video?.isPartOf as LinkedData | undefined)?.name) ?? null,
    recordedOn:
      isoDate(textOf(video?.dateCreated)) ??
      isoDate(textOf(video?.uploadDate) ?? textOf(video?.datePublished) ?? meta.first('og:video:release_date', 'video:release_date')),
    durationSeconds: seconds(textOf(video?.duration)) ?? seconds(meta.first('og:video:duration', 'video:duration', 'duration')),
    description: textOf(video?.description) ?? meta.first('og:description', 'description'),
    lang: textOf(video?.inLanguage),
    licence: textOf(video?.license),
    chapters: video === null ? [] : readChapters(video),
    thumbnailUrl: absoluteUrl(textOf(video?.thumbnailUrl) ?? textOf(video?.thumbnail) ?? meta.first('og:image', 'twitter:image'), base),
  }
  return {
    talk,
    oembedUrl,
    saysArticle,
    saysVideo:
      isVideoType || (video !== null && !things.some((thing) => isType(thing, /Article|BlogPosting|Recipe|Review|HowTo|Product/i))),
  }
}

/**
 * A page that is mainly a video: it says so or has one player, and beside it less text than a description and its comments take.
 * An article that merely holds a video stays an article.
 */
export function isMainlyVideo({ talk, saysVideo, saysArticle }: FoundTalk, embeds: readonly Embed[], words: number, url: string): boolean {
  if (talkLink(url) !== null) return true
  const players = embeds.filter((embed) => talkLink(embed.url) !== null).length
  if (saysArticle && words >= 40) return false
  if (saysVideo && talk !== null) return words < (talk.chapters.length > 0 || talk.durationSeconds !== null ? 600 : 250)
  return (players === 1 || talk !== null) && words < 120 && (players === 1 || talk?.durationSeconds !== null)
}

/** A talk out of the page's only player, when its head says nothing. */
export function talkOfEmbed(embed: Embed, title: string, description: string | null): Talk | null {
  const link = talkLink(embed.url)
  if (link === null) return null
  return {
    provider: link.provider,
    identity: link.identity,
    title: embed.title ?? title,
    speakers: [],
    event: null,
    recordedOn: null,
    durationSeconds: null,
    description,
    lang: null,
    licence: null,
    chapters: [],
    thumbnailUrl: null,
  }
}

function readOembed(document: Document, base: string): string | null {
  const link = elementsOf(document, 'link').find((element) => element.getAttribute('type')?.toLowerCase() === 'application/json+oembed')
  return absoluteUrl(link?.getAttribute('href'), base)
}

function readChapters(video: LinkedData): Chapter[] {
  const parts = Array.isArray(video.hasPart) ? video.hasPart : [video.hasPart]
  const chapters = parts.flatMap((part): Chapter[] => {
    if (typeof part !== 'object' || part === null || !isType(part as LinkedData, /^Clip$/)) return []
    const clip = part as LinkedData
    const start = Number(clip.startOffset)
    const title = textOf(clip.name)
    return title !== null && Number.isFinite(start) && start >= 0 ? [{ startSeconds: start, title }] : []
  })
  return chapters.sort((a, b) => a.startSeconds - b.startSeconds)
}

/** ISO 8601 durations (`PT1H2M3S`), plain seconds, or `h:mm:ss`. */
export function seconds(value: string | null): number | null {
  if (value === null) return null
  const iso = /^P(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?(?:([\d.]+)S)?)?$/i.exec(value)
  if (iso) {
    const [days, hours, minutes, rest] = iso.slice(1).map((part) => Number(part ?? 0))
    return ((days ?? 0) * 24 + (hours ?? 0)) * 3_600 + (minutes ?? 0) * 60 + Math.round(rest ?? 0) || null
  }
  if (/^\d+(?:\.\d+)?$/.test(value)) return Math.round(Number(value)) || null
  const clock = /^(?:(\d+):)?(\d{1,2}):(\d{2})$/.exec(value)
  return clock ? Number(clock[1] ?? 0) * 3_600 + Number(clock[2]) * 60 + Number(clock[3]) : null
}

function unique(names: readonly string[]): string[] {
  return [...new Set(names)].slice(0, 20)
}

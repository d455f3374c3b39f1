// The address of a player that can be embedded, for the sites that have one. Contacts nobody; pure.
import type { TalkLink } from '../talk.ts'

/** Begun at a moment, in whole seconds; null for a site without a player of its own, and for a playlist. */
export function talkPlayer(link: TalkLink, seconds: number): string | null {
  if (link.form !== 'video') return null
  const at = Math.max(0, Math.floor(seconds))
  const id = encodeURIComponent(link.identity)
  switch (link.provider) {
    case 'youtube':
      // The host that sets no cookie before something is played.
      return `https://www.youtube-nocookie.com/embed/${id}?start=${at}`
    case 'vimeo': {
      // An unlisted recording's identity is its number and a word that lets one in.
      const [number = '', hash] = link.identity.split('/')
      const word = hash ? `&h=${encodeURIComponent(hash)}` : ''
      return `https://player.vimeo.com/video/${encodeURIComponent(number)}?dnt=1${word}#t=${at}s`
    }
    case 'peertube':
      return URL.canParse(link.url) ? `${new URL(link.url).origin}/videos/embed/${id}?start=${at}s` : null
    case 'dailymotion':
      return `https://www.dailymotion.com/embed/video/${id}?start=${at}`
    case 'ted':
      return `https://embed.ted.com/talks/${id}`
    case 'archive-org':
      return `https://archive.org/embed/${id}?start=${at}`
    case 'media-ccc':
      return `https://media.ccc.de/v/${id}/oembed#t=${at}`
    default:
      return null
  }
}

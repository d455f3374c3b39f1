// The address that opens a recording at a moment, for the sites whose players take one. Pure.
import type { TalkProvider } from '../talk.ts'

/** `url` as it was saved; null when the site's player knows no start time. Seconds are whole. */
export function openAt(url: string, provider: TalkProvider, seconds: number): string | null {
  if (!URL.canParse(url)) return null
  const at = new URL(url)
  const whole = Math.max(0, Math.floor(seconds))
  switch (provider) {
    case 'youtube':
      at.hash = ''
      at.searchParams.delete('start')
      at.searchParams.set('t', `${whole}s`)
      return at.href
    case 'vimeo':
      at.hash = `t=${whole}s`
      return at.href
    case 'peertube':
      at.searchParams.set('start', `${whole}s`)
      return at.href
    case 'dailymotion':
      at.searchParams.set('start', String(whole))
      return at.href
    case 'media-ccc':
    case 'video-file':
      at.hash = `t=${whole}`
      return at.href
    default:
      return null
  }
}

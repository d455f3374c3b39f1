// The transcript goes along with the recording: the line that is said now is marked, and kept in sight until the reader scrolls away.
import { useEffect, useRef, useState } from 'react'
import type { ShownArticle } from '../page-text/shown-article.ts'
import { frameTop } from '../reader/scroll-to-anchor.ts'
import { lineAt, type TalkLine } from './talk-lines.ts'
import type { RecordingHere } from './use-recording.ts'

/** The share of the leaf that stays over the line that is said. */
const roomOver = 0.35
const scrollKeys = new Set(['ArrowUp', 'ArrowDown', 'PageUp', 'PageDown', 'Home', 'End', ' '])

/** The line that is said now; null before anything was played. */
export function useFollowedLine(here: RecordingHere, shown: ShownArticle, lines: readonly TalkLine[]): TalkLine | null {
  const { media, following, follow } = here
  const [said, setSaid] = useState<TalkLine | null>(null)
  const latest = useRef(follow)
  latest.current = follow

  useEffect(() => {
    if (media === null) return setSaid(null)
    let begun = false
    const look = () => {
      begun ||= !media.paused || media.seeking
      if (begun) setSaid(lineAt(lines, media.currentTime))
    }
    const names = ['play', 'seeking', 'seeked', 'timeupdate'] as const
    for (const name of names) media.addEventListener(name, look)
    return () => {
      for (const name of names) media.removeEventListener(name, look)
    }
  }, [media, lines])

  useEffect(() => {
    said?.element.setAttribute('aria-current', 'true')
    return () => said?.element.removeAttribute('aria-current')
  }, [said])

  // Whoever scrolls has gone elsewhere; what scrolls here by itself is heard by nobody.
  useEffect(() => {
    const leaf = shown.frame.closest<HTMLElement>('.leaf')
    if (media === null || leaf === null) return
    const away = () => latest.current(false)
    const byKey = (event: Event) => {
      const inPlayer = event.target instanceof Element && event.target.closest('.recording') !== null
      if (!inPlayer && event instanceof Object && 'key' in event && scrollKeys.has(String(event.key))) away()
    }
    const byBar = (event: PointerEvent) => {
      if (event.target === leaf) away()
    }
    const places = [leaf, shown.document] as const
    for (const place of places) {
      place.addEventListener('wheel', away, { passive: true })
      place.addEventListener('touchmove', away, { passive: true })
      place.addEventListener('keydown', byKey)
    }
    leaf.addEventListener('pointerdown', byBar)
    return () => {
      for (const place of places) {
        place.removeEventListener('wheel', away)
        place.removeEventListener('touchmove', away)
        place.removeEventListener('keydown', byKey)
      }
      leaf.removeEventListener('pointerdown', byBar)
    }
  }, [media, shown])

  useEffect(() => {
    const leaf = shown.frame.closest<HTMLElement>('.leaf')
    if (said === null || !following || leaf === null) return
    const top = frameTop(leaf, shown.frame) + said.element.getBoundingClientRect().top - leaf.clientHeight * roomOver
    const still = matchMedia('(prefers-reduced-motion: reduce)').matches
    leaf.scrollTo({ top: Math.max(0, top), behavior: still ? 'instant' : 'smooth' })
  }, [said, following, shown])

  return media === null ? null : said
}

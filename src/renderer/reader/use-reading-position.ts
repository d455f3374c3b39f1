// Brings the reader back to where they were, follows where they are, and keeps it: at most once a second, and always on leaving.
import { type RefObject, useCallback, useEffect, useRef, useState } from 'react'
import type { ShownArticle } from '../page-text/shown-article.ts'
import { positionOf, progressOf, scrollTopFor, type View } from './reading-position.ts'
import { anchorAt, type TextAnchor, topOf } from './text-anchor.ts'

type Place = { readonly position: number; readonly progress: number }
type Props = {
  readonly leaf: RefObject<HTMLElement | null>
  readonly shown: ShownArticle | null
  readonly start: Place
  readonly keep: (place: Place) => void
}

const keptEveryMs = 1_000
/** Progress moves at most four times a second. */
const saidEveryMs = 250

export function useReadingPosition({ leaf, shown, start, keep }: Props) {
  const [progress, setProgress] = useState(start.progress)
  const [scrolled, setScrolled] = useState(0)
  const anchor = useRef<TextAnchor | null>(null)
  const latest = useRef({ keep, start })
  latest.current = { keep, start }

  const viewNow = useCallback((): View | null => {
    if (leaf.current === null || shown === null) return null
    const { offsetTop, offsetHeight } = shown.frame
    return { scrollTop: leaf.current.scrollTop, seen: leaf.current.clientHeight, articleTop: offsetTop, articleHeight: offsetHeight }
  }, [leaf, shown])

  const hold = useCallback(() => {
    const view = viewNow()
    anchor.current = view === null || shown === null ? null : anchorAt(shown.document, Math.max(0, view.scrollTop - view.articleTop))
  }, [viewNow, shown])

  useEffect(() => {
    const element = leaf.current
    if (element === null || shown === null) return
    const first = viewNow()
    if (first !== null) element.scrollTop = scrollTopFor(latest.current.start.position, first)
    hold()

    let moved = false
    // What was seen last: when the reader has left, the leaf is gone before anybody could measure it.
    let seen = first
    let said = 0
    let saying: ReturnType<typeof setTimeout> | undefined
    let keeping: ReturnType<typeof setTimeout> | undefined
    const say = () => {
      const view = viewNow()
      said = performance.now()
      saying = undefined
      if (view === null) return
      seen = view
      setProgress(progressOf(view))
      setScrolled(view.scrollTop - view.articleTop)
    }
    const flush = () => {
      clearTimeout(keeping)
      keeping = undefined
      if (!moved || seen === null || seen.articleHeight === 0) return
      moved = false
      latest.current.keep({ position: positionOf(seen), progress: progressOf(seen) })
    }
    const scroll = () => {
      moved = true
      seen = viewNow()
      hold()
      saying ??= setTimeout(say, Math.max(0, said + saidEveryMs - performance.now()))
      keeping ??= setTimeout(flush, keptEveryMs)
    }
    const hide = () => {
      if (document.visibilityState === 'hidden') flush()
    }
    say()
    // An article that fits into the window is read by being looked at.
    moved = seen !== null && progressOf(seen) >= 1
    element.addEventListener('scroll', scroll, { passive: true })
    addEventListener('pagehide', flush)
    document.addEventListener('visibilitychange', hide)
    return () => {
      clearTimeout(saying)
      flush()
      element.removeEventListener('scroll', scroll)
      removeEventListener('pagehide', flush)
      document.removeEventListener('visibilitychange', hide)
    }
  }, [leaf, shown, viewNow, hold])

  /** The article changed its height: the line that was at the top stays there. */
  const onHeight = useCallback(() => {
    const held = anchor.current
    if (held === null || leaf.current === null || leaf.current.scrollTop === 0) return
    const top = topOf(held)
    if (top === null || top === held.top) return
    leaf.current.scrollTop += top - held.top
    anchor.current = { ...held, top }
  }, [leaf])

  return { progress, scrolled, onHeight }
}

// Brings the reader back to the line they were at, follows where they are, and keeps it: at most once a second, and always on leaving.
// The line stays at its height whatever changes around it: width, face, size, a picture that arrives.
import { type RefObject, useCallback, useInsertionEffect, useLayoutEffect, useRef, useState } from 'react'
import type { CopyId, ReadingAnchor } from '../../shared/item.ts'
import type { Settings } from '../../shared/settings.ts'
import type { ShownArticle } from '../page-text/shown-article.ts'
import { type Line, rememberedLine } from './line-history.ts'
import { describeLine, findLine } from './reading-anchor.ts'
import { positionOf, progressOf, readingLine, scrollTopAbove, scrollTopFor, shareAbove, type View } from './reading-position.ts'
import { frameTop } from './scroll-to-anchor.ts'
import { anchorAt, type TextAnchor, topOf } from './text-anchor.ts'

type Reading = Settings['reading']
type Place = { readonly position: number; readonly progress: number; readonly anchor: ReadingAnchor | null }
export type ReadingPositionProps = {
  readonly leaf: RefObject<HTMLElement | null>
  readonly shown: ShownArticle | null
  readonly copyId: CopyId | null
  /** How the article is set: before it changes, the line is looked at once more. */
  readonly reading: Reading
  readonly start: Place
  readonly keep: (place: Place) => void
}
/** A line of the article, how far below the leaf's upper edge it stands (CSS pixels), and how much of what is over the article is in view. */
type Held = { readonly anchor: TextAnchor; readonly distance: number; readonly above: number }

const keptEveryMs = 1_000
/** Progress moves at most four times a second. */
const saidEveryMs = 250

export function useReadingPosition({ leaf, shown, copyId, reading, start, keep }: ReadingPositionProps) {
  const [progress, setProgress] = useState(start.progress)
  // The share of the article's letters that has been in view: pictures and code take room, not minutes.
  const [lettersSeen, setLettersSeen] = useState(start.progress)
  const [readingAt, setReadingAt] = useState(0)
  const held = useRef<Held | null>(null)
  /** Where the leaf was when the line was held or put back. */
  const heldAt = useRef(0)
  /** Where we scrolled the leaf ourselves: that scroll event is no reader's. */
  const ours = useRef<number | null>(null)
  const latest = useRef({ keep, start })
  latest.current = { keep, start }

  const viewNow = useCallback((): View | null => {
    if (leaf.current === null || shown === null) return null
    const { scrollTop, clientHeight } = leaf.current
    return { scrollTop, seen: clientHeight, articleTop: frameTop(leaf.current, shown.frame), articleHeight: shown.frame.offsetHeight }
  }, [leaf, shown])

  const hold = useCallback(() => {
    const view = viewNow()
    held.current = null
    heldAt.current = view?.scrollTop ?? 0
    if (view === null || shown === null || view.scrollTop <= 0) return
    const anchor = anchorAt(shown.article, Math.max(0, view.scrollTop - view.articleTop))
    const top = anchor === null ? null : topOf(anchor)
    if (anchor !== null && top !== null)
      held.current = { anchor, distance: view.articleTop + top - view.scrollTop, above: shareAbove(view) }
  }, [viewNow, shown])

  const scrollTo = useCallback(
    (top: number) => {
      if (leaf.current === null) return
      leaf.current.scrollTop = top
      ours.current = leaf.current.scrollTop
      heldAt.current = leaf.current.scrollTop
    },
    [leaf],
  )

  /** A scroll is told of only with the next frame: what comes before that must not go by the line of earlier. */
  const catchUp = useCallback(() => {
    if (leaf.current !== null && Math.abs(leaf.current.scrollTop - heldAt.current) >= 1) hold()
  }, [leaf, hold])
  // Of all effects only this kind runs while the page is still set as it was.
  // biome-ignore lint/correctness/useExhaustiveDependencies: it is the change that counts
  useInsertionEffect(catchUp, [reading])

  /** The line at the top as it is kept; null at the very beginning and where there are no words. */
  const lineNow = useCallback((): ReadingAnchor | null => {
    catchUp()
    if (held.current === null || shown === null || copyId === null) return null
    const text = shown.text()
    const offset = text.offsetOf(held.current.anchor.node, held.current.anchor.offset)
    if (offset >= text.text.length) return null
    const line = describeLine(copyId, text.text, offset)
    const { above } = held.current
    return above === 0 ? line : { ...line, above }
  }, [shown, copyId, catchUp])

  /** Puts a kept line to the top of the leaf. False when its words are gone. */
  const goToLine = useCallback(
    (line: Line): boolean => {
      const view = viewNow()
      if (view === null || shown === null || copyId === null) return false
      if (line === 'top') {
        scrollTo(0)
        held.current = null
        return true
      }
      if (line.above !== undefined && line.above > 0) {
        scrollTo(Math.round(scrollTopAbove(line.above, view)))
        hold()
        return true
      }
      const text = shown.text()
      const offset = findLine(line, copyId, text.text, latest.current.start.position)
      const range = offset === null ? null : text.rangeOf(offset, offset + 1)
      if (range === null) return false
      const anchor = { node: range.startContainer, offset: range.startOffset }
      const top = topOf(anchor)
      if (top === null) return false
      scrollTo(Math.floor(view.articleTop + top))
      held.current = { anchor, distance: view.articleTop + top - (leaf.current?.scrollTop ?? 0), above: 0 }
      return true
    },
    [leaf, shown, copyId, viewNow, scrollTo, hold],
  )

  /** Something around the line changed: it goes back to its height. */
  const settle = useCallback(() => {
    const view = viewNow()
    if (held.current === null || view === null) return
    const top = topOf(held.current.anchor)
    if (top === null) return
    const wanted = Math.round(view.articleTop + top - held.current.distance)
    if (Math.abs(wanted - view.scrollTop) >= 1) scrollTo(wanted)
  }, [viewNow, scrollTo])

  // Before anything is painted: the article never shows its beginning first and jumps then.
  useLayoutEffect(() => {
    const element = leaf.current
    if (element === null || shown === null) return
    const first = viewNow()
    const { start: from } = latest.current
    const line = rememberedLine() ?? (from.position > 0 || from.anchor?.above !== undefined ? from.anchor : null)
    if (line === null || !goToLine(line)) {
      if (first !== null) scrollTo(Math.floor(scrollTopFor(from.position, first)))
      hold()
    }

    let moved = false
    // What was seen last: when the reader has left, the leaf is gone before anybody could measure it.
    let seen = viewNow()
    let said = 0
    let saying: ReturnType<typeof setTimeout> | undefined
    let keeping: ReturnType<typeof setTimeout> | undefined
    let reading = false
    const say = () => {
      const view = viewNow()
      said = performance.now()
      saying = undefined
      if (view === null) return
      seen = view
      setProgress(progressOf(view))
      setLettersSeen(reading ? lettersSeenIn(shown, view) : progressOf(view))
      setReadingAt(readingLine(view, element.scrollHeight - view.articleTop - view.articleHeight))
    }
    const sayIt = () => {
      saying ??= setTimeout(say, Math.max(0, said + saidEveryMs - performance.now()))
    }
    // Counting letters reads the whole text: not before the article has been painted.
    const settled = setTimeout(() => {
      reading = true
      say()
    }, 400)
    const flush = () => {
      clearTimeout(keeping)
      keeping = undefined
      if (!moved || seen === null || seen.articleHeight === 0) return
      moved = false
      latest.current.keep({ position: positionOf(seen), progress: progressOf(seen), anchor: lineNow() })
    }
    const scroll = () => {
      seen = viewNow()
      sayIt()
      if (ours.current !== null && Math.abs(element.scrollTop - ours.current) < 1) return
      ours.current = null
      moved = true
      hold()
      keeping ??= setTimeout(flush, keptEveryMs)
    }
    const hide = () => {
      if (document.visibilityState === 'hidden') flush()
    }
    say()
    // An article that fits into the window is read by being looked at.
    moved = seen !== null && progressOf(seen) >= 1
    const around = new ResizeObserver(() => {
      settle()
      sayIt()
    })
    for (const part of [element, ...element.children]) around.observe(part)
    element.addEventListener('scroll', scroll, { passive: true })
    addEventListener('pagehide', flush)
    document.addEventListener('visibilitychange', hide)
    return () => {
      clearTimeout(saying)
      clearTimeout(settled)
      flush()
      around.disconnect()
      element.removeEventListener('scroll', scroll)
      removeEventListener('pagehide', flush)
      document.removeEventListener('visibilitychange', hide)
    }
  }, [leaf, shown, viewNow, hold, goToLine, lineNow, scrollTo, settle])

  /** For a step back: unlike the return at opening it is the reader's own move, and kept. */
  const returnToLine = useCallback(
    (line: Line) => {
      const went = goToLine(line)
      ours.current = null
      return went
    },
    [goToLine],
  )
  return { progress, lettersSeen, readingAt, settle, lineNow, returnToLine }
}

function lettersSeenIn(shown: ShownArticle, view: View): number {
  const bottom = view.scrollTop + view.seen - view.articleTop
  if (bottom >= view.articleHeight) return 1
  const anchor = bottom <= 0 ? null : anchorAt(shown.article, bottom)
  const { text, offsetOf } = shown.text()
  return anchor === null || text.length === 0 ? progressOf(view) : offsetOf(anchor.node, anchor.offset) / text.length
}

// Where something of the article lies on the sheet, for what is drawn over it. The frame never scrolls, so its own coordinates are the sheet's.
import { useEffect, useLayoutEffect, useState } from 'react'
import type { ShownArticle } from '../../page-text/shown-article.ts'

/** CSS pixels from the sheet's upper left corner. */
export type Box = { readonly left: number; readonly top: number; readonly width: number; readonly height: number }

export function boxOf({ frame }: ShownArticle, of: Element | Range): Box {
  const { left, top, width, height } = of.getBoundingClientRect()
  return { left: left + frame.offsetLeft, top: top + frame.offsetTop, width, height }
}

/** The boxes of `elements`, measured again whenever the article changes its size. An element that is not laid out has no width. */
export function useBoxes(shown: ShownArticle, elements: readonly Element[], height: number): readonly Box[] {
  const [boxes, setBoxes] = useState<readonly Box[]>([])
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new height means new places
  useLayoutEffect(() => setBoxes(elements.map((element) => boxOf(shown, element))), [shown, elements, height])
  useEffect(() => {
    const watcher = new ResizeObserver(() => setBoxes(elements.map((element) => boxOf(shown, element))))
    watcher.observe(shown.article)
    return () => watcher.disconnect()
  }, [shown, elements])
  return boxes
}

/** False while the article is being opened: what is not needed for the first look waits for a quiet moment. */
export function useQuietMoment(): boolean {
  const [quiet, setQuiet] = useState(false)
  useEffect(() => {
    const asked = requestIdleCallback(() => setQuiet(true), { timeout: 600 })
    return () => cancelIdleCallback(asked)
  }, [])
  return quiet
}

// A copy on its leaf, as React state: what of it is shown, where one is in it, and the ways to its places. What it looks like is copy-sheet.tsx's.
import { type RefObject, useState } from 'react'
import type { CopyId } from '../../shared/item.ts'
import type { ShownArticle } from '../page-text/shown-article.ts'
import { showRange } from './furniture/show-range.ts'
import { rememberedLine, useLineHistory } from './line-history.ts'
import { scrollToAnchor } from './scroll-to-anchor.ts'
import { type ReadingPositionProps, useReadingPosition } from './use-reading-position.ts'

type Props = Omit<ReadingPositionProps, 'shown'> & { readonly copyId: CopyId }

export type Sheet = {
  readonly leaf: RefObject<HTMLElement | null>
  /** Null until its words are there. */
  readonly shown: ShownArticle | null
  /** The frame's height in CSS pixels. */
  readonly height: number
  /** The share of it that has been in view, and of its letters. */
  readonly progress: number
  readonly lettersSeen: number
  /** The line where one reads, in the frame's coordinates. */
  readonly readingAt: number
  onShown(shown: ShownArticle): void
  onHeight(height: number): void
  /** Brings an element into view: a step of the history, so that Back leads to the line one came from. */
  goTo(element: Element): void
  /** The same for the place the address names, when one arrives: no step of its own. */
  arriveAt(element: Element): void
  /** Brings a passage into view where it is not. */
  goToRange(range: Range): void
}

export function useSheet({ leaf, copyId, reading, start, keep }: Props): Sheet {
  const [shown, setShown] = useState<ShownArticle | null>(null)
  const [height, setHeight] = useState(0)
  const { settle, lineNow, returnToLine, ...place } = useReadingPosition({ leaf, shown, copyId, reading, start, keep })
  const step = useLineHistory({ shown: shown !== null, lineNow, goToLine: returnToLine })
  const show = (element: Element) => {
    if (leaf.current !== null && shown !== null) scrollToAnchor(leaf.current, shown.frame, element)
  }
  return {
    ...{ leaf, shown, height },
    ...place,
    onShown: setShown,
    onHeight(next) {
      settle()
      setHeight(next)
    },
    goTo(element) {
      step()
      show(element)
    },
    arriveAt(element) {
      // Who comes back to this step of the history was somewhere else in it by then.
      if (rememberedLine() === null) show(element)
    },
    goToRange(range) {
      if (leaf.current !== null && shown !== null) showRange(leaf.current, shown.frame, range)
    },
  }
}

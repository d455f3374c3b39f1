// What is selected in the article, by pointer, by touch, or by keys alone, as a passage of its text.
import { useCallback, useEffect, useRef, useState } from 'react'
import type { ShownArticle } from '../page-text/shown-article.ts'
import { type Passage, wholePassage } from './passage.ts'
import { passageOf, type Reach, type Step, sentenceFrom, stepReach } from './step-passage.ts'

export type Selected = {
  readonly passage: Passage
  /** Selected towards its beginning. */
  readonly backward: boolean
  /** By our keys: then the popover waits to be asked for. */
  readonly byKeys: boolean
}

/** After the last change of a selection that no pointer ends (Shift with arrows, handles of a touch screen). */
const restMs = 250

export function useSelectedPassage(shown: ShownArticle, lang: string | null) {
  const [selected, setSelected] = useState<Selected | null>(null)
  const reach = useRef<Reach | null>(null)

  const clear = useCallback(() => {
    reach.current = null
    setSelected(null)
    shown.document.getSelection()?.removeAllRanges()
  }, [shown])

  useEffect(() => {
    const { document: inside } = shown
    let held = false
    let resting: ReturnType<typeof setTimeout> | undefined
    const look = () => {
      clearTimeout(resting)
      // Our own keys have said already what is selected.
      if (!held && reach.current === null) setSelected(selectionIn(shown))
    }
    const change = () => {
      clearTimeout(resting)
      if (inside.getSelection()?.isCollapsed !== false) {
        reach.current = null
        setSelected(null)
      } else if (!held) resting = setTimeout(look, restMs)
    }
    const press = () => {
      held = true
      reach.current = null
      setSelected(null)
    }
    // A press on selected words collapses them only after it is released.
    const release = () => {
      held = false
      clearTimeout(resting)
      resting = setTimeout(look)
    }
    inside.addEventListener('selectionchange', change)
    inside.addEventListener('pointerdown', press)
    inside.addEventListener('pointerup', release)
    inside.addEventListener('pointercancel', release)
    return () => {
      clearTimeout(resting)
      inside.removeEventListener('selectionchange', change)
      inside.removeEventListener('pointerdown', press)
      inside.removeEventListener('pointerup', release)
      inside.removeEventListener('pointercancel', release)
    }
  }, [shown])

  /** Selects what lies between two offsets, shows it, and remembers which end moves. */
  const select = (next: Reach): Passage | null => {
    const text = shown.text()
    const { start, end } = passageOf(next)
    const passage = wholePassage(text.text, start, end)
    const range = passage === null ? null : text.rangeOf(passage.start, passage.end)
    if (passage === null || range === null) return null
    reach.current = next
    shown.document.getSelection()?.setBaseAndExtent(range.startContainer, range.startOffset, range.endContainer, range.endOffset)
    setSelected({ passage, backward: next.focus < next.anchor, byKeys: true })
    return passage
  }
  const language = lang ?? undefined
  return {
    selected,
    clear,
    /** Begins with the first sentence at `offset` or behind it. */
    begin: (offset: number): Passage | null => {
      const sentence = sentenceFrom(shown.text().text, offset, language)
      return sentence === null ? null : select({ anchor: sentence.start, focus: sentence.end })
    },
    step: (step: Step): Passage | null =>
      reach.current === null ? null : select(stepReach(shown.text().text, reach.current, step, language)),
  }
}

/** Of the article alone: what is selected beyond it is left out. */
function selectionIn({ document: inside, article, text }: ShownArticle): Selected | null {
  const selection = inside.getSelection()
  if (selection === null || selection.isCollapsed || selection.rangeCount === 0) return null
  const range = selection.getRangeAt(0)
  if (!range.intersectsNode(article)) return null
  const whole = inside.createRange()
  whole.selectNodeContents(article)
  const page = text()
  // 0: start to start; 2: end to end.
  const start = range.compareBoundaryPoints(0, whole) <= 0 ? 0 : page.offsetOf(range.startContainer, range.startOffset)
  const end = range.compareBoundaryPoints(2, whole) >= 0 ? page.text.length : page.offsetOf(range.endContainer, range.endOffset)
  const passage = wholePassage(page.text, start, end)
  if (passage === null) return null
  const { anchorNode, anchorOffset } = selection
  const backward = anchorNode !== null && range.endContainer === anchorNode && range.endOffset === anchorOffset
  return { passage, backward, byKeys: false }
}

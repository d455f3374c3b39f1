// What the reader is doing with the article's passages: selecting one, marking it, looking at one that is marked. What is shown of it is
// highlight-layer.tsx's.
import { useEffect, useMemo, useRef, useState } from 'react'
import type { Highlight, HighlightColour, HighlightId } from '../../shared/highlight.ts'
import type { ItemSummary } from '../../shared/item.ts'
import { describePassage } from '../../shared/quote/describe-passage.ts'
import type { ItemActions } from '../client/item-actions.ts'
import type { ShownArticle } from '../page-text/shown-article.ts'
import { headingAbove } from './heading-above.ts'
import { beginning, colourName, spoken } from './highlight-words.ts'
import { firstSeen, focusLeaf } from './leaf-places.ts'
import { createPainter } from './paint-highlights.ts'
import { useAskedHighlight } from './use-asked-highlight.ts'
import { useHighlightKeys } from './use-highlight-keys.ts'
import type { ItemHighlights } from './use-item-highlights.ts'
import { useLastColour } from './use-last-colour.ts'
import { useSelectedPassage } from './use-selected-passage.ts'

/** What stands under the letters of the popover. */
export type PopoverPart = 'letters' | 'note' | 'tags'

/** A highlight whose popover is open. `focus`: the keyboard asked for it. */
type Open = { readonly id: HighlightId; readonly part: PopoverPart; readonly focus: boolean }

type Given = {
  readonly item: ItemSummary
  readonly shown: ShownArticle
  readonly highlights: ItemHighlights
  readonly actions: ItemActions
  readonly onGo: (range: Range) => void
  readonly togglePanel: () => void
}

export function useMarking({ item, shown, highlights, actions, onGo, togglePanel }: Given) {
  const { here } = highlights
  const [open, setOpen] = useState<Open | null>(null)
  const [entered, setEntered] = useState(false)
  const [said, setSaid] = useState('')
  const adding = useRef(false)
  const [lastColour, setLastColour] = useLastColour()
  const selection = useSelectedPassage(shown, item.lang)
  const { selected } = selection

  const painter = useMemo(() => createPainter(shown.document, shown.text), [shown])
  useEffect(() => painter?.paint(here), [painter, here])
  useEffect(() => () => painter?.clear(), [painter])

  const opened = here.find(({ id }) => id === open?.id) ?? null
  const leave = () => {
    setOpen(null)
    setEntered(false)
    selection.clear()
    setSaid('')
    focusLeaf(shown.frame)
  }
  const look = (highlight: Highlight, part: PopoverPart = 'letters', focus = false) => {
    selection.clear()
    setOpen({ id: highlight.id, part, focus })
  }
  const go = (highlight: Highlight, focus = false) => {
    const range = shown.text().rangeOf(highlight.anchor.start, highlight.anchor.end)
    if (range === null) return
    onGo(range)
    painter?.flash(range)
    look(highlight, 'letters', focus)
    setSaid(spoken(highlight, here))
  }
  const described = () => {
    if (selected === null) return null
    const { start, end } = selected.passage
    const { text, rangeOf } = shown.text()
    const place = rangeOf(start, end)?.startContainer
    return describePassage(text, start, end, place === undefined ? null : headingAbove(shown.article, place))
  }
  /** Marks what is selected; `part` stays open after it. */
  const mark = (colour: HighlightColour, part: PopoverPart | null, then?: (made: Highlight) => void) => {
    const anchor = described()
    // One at a time: what is pressed before the answer means the passage that is being marked.
    if (anchor === null || adding.current) return
    adding.current = true
    actions.attempt(async () => {
      const made = await highlights.add(anchor, colour).finally(() => {
        adding.current = false
      })
      setLastColour(colour)
      setEntered(false)
      selection.clear()
      setSaid(`Marked in ${colourName(colour).toLowerCase()}`)
      if (part === null) focusLeaf(shown.frame)
      setOpen(part === null ? null : { id: made.id, part, focus: false })
      then?.(made)
    })
  }
  const begin = () => {
    const passage = selection.begin(firstSeen(shown))
    setOpen(null)
    if (passage === null) return
    setEntered(false)
    tell(passage, 'Arrows move, with Shift they grow, H marks, Enter offers colours, Escape leaves. ')
    bring(passage)
  }
  const bring = ({ start, end }: { readonly start: number; readonly end: number }) => {
    const range = shown.text().rangeOf(start, end)
    if (range !== null) onGo(range)
  }
  const tell = ({ start, end }: { readonly start: number; readonly end: number }, before = '') =>
    setSaid(`${before}Selected: ${beginning(shown.text().text.slice(start, end), 300)}`)
  const along = (by: 1 | -1) => {
    if (here.length === 0) return setSaid('Nothing is marked here yet')
    const at = opened === null ? -1 : here.indexOf(opened)
    const seen = firstSeen(shown)
    const first = by > 0 ? here.findIndex(({ anchor }) => anchor.start >= seen) : here.findLastIndex(({ anchor }) => anchor.start < seen)
    const next = here.at(at >= 0 ? (at + by) % here.length : first < 0 ? (by > 0 ? 0 : -1) : first)
    if (next !== undefined) go(next)
  }
  const change = (part: PopoverPart) => {
    if (opened !== null) setOpen({ id: opened.id, part, focus: false })
    else if (selected !== null) mark(lastColour, part)
    else begin()
  }
  const colour = (chosen: HighlightColour) => {
    if (opened !== null) highlights.recolour(opened, chosen)
    else mark(chosen, null)
    setLastColour(chosen)
  }

  const popover = opened !== null || (selected !== null && (!selected.byKeys || entered))
  useHighlightKeys(popover ? 'open' : selected !== null ? 'selecting' : 'nothing', {
    mark: () => (selected === null ? begin() : mark(lastColour, null)),
    note: () => change('note'),
    tags: () => change('tags'),
    colour,
    enter: () => (open === null ? setEntered(true) : setOpen({ ...open, focus: true })),
    leave,
    step: (step) => {
      const passage = selection.step(step)
      if (passage === null) return
      tell(passage)
      bring(passage)
    },
    next: () => along(1),
    previous: () => along(-1),
    togglePanel,
  })
  useAskedHighlight(item.id, highlights, (highlight) => go(highlight), actions.say)

  const latest = useRef({ look, open })
  latest.current = { look, open }
  useEffect(() => {
    const click = (event: MouseEvent) => {
      if (event.defaultPrevented || event.button !== 0 || shown.document.getSelection()?.isCollapsed === false) return
      const there = painter?.at(event.clientX, event.clientY) ?? []
      // A second click on the same words goes to what lies under them.
      const under = there.findIndex(({ id }) => id === latest.current.open?.id)
      const next = there[(under + 1) % there.length]
      if (next === undefined) setOpen(null)
      else latest.current.look(next)
    }
    shown.document.addEventListener('click', click)
    return () => shown.document.removeEventListener('click', click)
  }, [shown, painter])

  return { opened, open, selected, entered, popover, said, look, go, mark, described, change, colour, leave, lastColour }
}

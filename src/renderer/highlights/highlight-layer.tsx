// Lies over the article in the frame's own coordinates: paints highlights, offers to make one, and shows notes beside their passages.
// The article's DOM is not changed, so it cannot carry hidden words for screen readers: what a highlight begins and ends with, its note
// and the way to it stand in the list of the article's highlights and in the notes beside it, which are real text of the window.
import { useEffect, useMemo, useRef, useState } from 'react'
import type { Highlight, HighlightColour, HighlightId } from '../../shared/highlight.ts'
import type { CopyId, ItemSummary } from '../../shared/item.ts'
import { describePassage } from '../../shared/quote/describe-passage.ts'
import type { ItemActions } from '../client/item-actions.ts'
import type { ShownArticle } from '../page-text/shown-article.ts'
import { ArticleHighlights } from './article-highlights.tsx'
import { headingAbove } from './heading-above.ts'
import { HighlightPopover, type PopoverPart } from './highlight-popover.tsx'
import { beginning, colourName, spoken } from './highlight-words.ts'
import { firstSeen, focusLeaf } from './leaf-places.ts'
import { MarginNotes } from './margin-notes.tsx'
import { NoteEditor } from './note-editor.tsx'
import { NoteText } from './note-text.tsx'
import { createPainter } from './paint-highlights.ts'
import { TagField } from './tag-field.tsx'
import { useAskedHighlight } from './use-asked-highlight.ts'
import { useHighlightKeys } from './use-highlight-keys.ts'
import { useItemHighlights } from './use-item-highlights.ts'
import { useLastColour } from './use-last-colour.ts'
import { useLeafView } from './use-leaf-view.ts'
import { useSelectedPassage } from './use-selected-passage.ts'
import './highlights.css'

export type HighlightLayerProps = {
  readonly item: ItemSummary
  readonly copyId: CopyId
  readonly shown: ShownArticle
  /** The frame's height in CSS pixels: whoever measured something measures again when it changes. */
  readonly height: number
  readonly actions: ItemActions
  /** Brings a place of the article into view. */
  readonly onGo: (range: Range) => void
  /** The list of the article's highlights, at the right. */
  readonly list: { readonly open: boolean; readonly toggle: () => void }
}

/** A highlight whose popover is open. `focus`: the keyboard asked for it. */
type Open = { readonly id: HighlightId; readonly part: PopoverPart; readonly focus: boolean }

export function HighlightLayer({ item, copyId, shown, height, actions, onGo, list }: HighlightLayerProps) {
  const highlights = useItemHighlights(item.id, copyId, actions)
  const { here } = highlights
  const [open, setOpen] = useState<Open | null>(null)
  const [entered, setEntered] = useState(false)
  const [said, setSaid] = useState('')
  const [lastColour, setLastColour] = useLastColour()
  const selection = useSelectedPassage(shown, item.lang)
  const { selected } = selection
  const { roomy } = useLeafView(shown.frame)

  const painter = useMemo(() => createPainter(shown.document, shown.text), [shown])
  useEffect(() => painter?.paint(here), [painter, here])
  useEffect(() => () => painter?.clear(), [painter])

  const notes = useMemo(() => here.filter(({ note }) => note !== ''), [here])
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
    if (anchor === null) return
    actions.attempt(async () => {
      const made = await highlights.add(anchor, colour)
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
    togglePanel: list.toggle,
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

  const passage = opened?.anchor ?? selected?.passage
  const part = open !== null && opened !== null ? open.part : 'letters'
  return (
    <>
      <p className="sr" role="status">
        {said}
      </p>
      {popover && passage !== undefined ? (
        <HighlightPopover
          key={opened?.id ?? 'selected'}
          shown={shown}
          passage={passage}
          backward={opened === null && selected?.backward === true}
          height={height}
          colour={opened?.colour ?? null}
          part={part}
          takesFocus={opened === null ? entered : open?.focus === true}
          onColour={colour}
          onPart={change}
          onCopyQuote={() => {
            const anchor = opened === null ? described() : null
            if (opened !== null) highlights.copyQuotes([{ highlight: opened, item }])
            else if (anchor !== null) highlights.copyQuotes([{ highlight: { anchor, note: '', tags: [] }, item }])
          }}
          onCopyLink={() => (opened === null ? mark(lastColour, null, highlights.copyLink) : highlights.copyLink(opened))}
          onDelete={
            opened === null
              ? null
              : () => {
                  highlights.remove([opened])
                  leave()
                }
          }
          onLeave={leave}
        >
          {opened === null ? null : part === 'note' ? (
            <NoteEditor
              key={opened.id}
              note={opened.note}
              onKeep={(note) => highlights.keepNote(opened.id, note)}
              onWritten={(before) => highlights.noteWritten(opened.id, before)}
              onLeave={leave}
              onTrouble={(error) => actions.attempt(() => Promise.reject(error))}
            />
          ) : part === 'tags' ? (
            <TagField tags={opened.tags} onChange={(tags) => highlights.setTags(opened, tags)} onLeave={leave} />
          ) : (
            <Told highlight={opened} withNote={!roomy || list.open} onLink={actions.openOutside} />
          )}
        </HighlightPopover>
      ) : null}
      {list.open ? (
        <ArticleHighlights
          item={item}
          highlights={highlights}
          actions={actions}
          currentId={opened?.id ?? null}
          onGo={(highlight) => go(highlight, true)}
          onClose={list.toggle}
        />
      ) : (
        <MarginNotes
          shown={shown}
          height={height}
          notes={notes}
          openId={opened?.id ?? null}
          onOpen={(highlight) => look(highlight, 'letters', true)}
          onEdit={(highlight) => look(highlight, 'note')}
          onLink={actions.openOutside}
        />
      )}
    </>
  )
}

type ToldProps = { readonly highlight: Highlight; readonly withNote: boolean; readonly onLink: (url: string) => void }

/** What a highlight carries, where it is not seen beside it anyway. */
function Told({ highlight, withNote, onLink }: ToldProps) {
  const note = withNote && highlight.note !== ''
  if (!note && highlight.tags.length === 0) return null
  return (
    <div className="hl-told">
      {note ? <NoteText note={highlight.note} onLink={onLink} /> : null}
      {highlight.tags.length === 0 ? null : <p className="quiet">{highlight.tags.map((tag) => `#${tag}`).join(' ')}</p>}
    </div>
  )
}

// Lies over the article in the frame's own coordinates: paints highlights, offers to make one, and shows notes beside their passages.
// The article's DOM is not changed, so it cannot carry hidden words for screen readers: what a highlight begins and ends with, its note
// and the way to it stand in the list of the article's highlights and in the notes beside it, which are real text of the window.
import { useMemo } from 'react'
import type { Highlight } from '../../shared/highlight.ts'
import type { CopyId, ItemSummary } from '../../shared/item.ts'
import type { ItemActions } from '../client/item-actions.ts'
import type { ShownArticle } from '../page-text/shown-article.ts'
import { ArticleHighlights } from './article-highlights.tsx'
import { HighlightPopover } from './highlight-popover.tsx'
import { MarginNotes } from './margin-notes.tsx'
import { NoteEditor } from './note-editor.tsx'
import { NoteText } from './note-text.tsx'
import { quoteWords } from './quote-words.ts'
import { TagField } from './tag-field.tsx'
import { type ItemHighlights, useItemHighlights } from './use-item-highlights.ts'
import { useLeafView } from './use-leaf-view.ts'
import { useMarking } from './use-marking.ts'

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

export function HighlightLayer({ item, copyId, shown, height, actions, onGo, list }: HighlightLayerProps) {
  const ofItem = useItemHighlights(item.id, copyId, actions)
  const highlights = useMemo(() => ({ ...ofItem, copyQuotes: quotingFrom(shown, ofItem.copyQuotes) }), [ofItem, shown])
  const { here } = highlights
  const notes = useMemo(() => here.filter(({ note }) => note !== ''), [here])
  const seen = useLeafView(shown.frame)
  const marking = useMarking({ item, shown, highlights, actions, onGo, togglePanel: list.toggle })
  const { opened, open, selected, popover, look, go, mark, described, change, leave } = marking
  const passage = opened?.anchor ?? selected?.passage
  const part = open !== null && opened !== null ? open.part : 'letters'
  return (
    <>
      <p className="sr" role="status">
        {marking.said}
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
          takesFocus={opened === null ? marking.entered : open?.focus === true}
          onColour={marking.colour}
          onPart={change}
          onCopyQuote={() => {
            const anchor = opened === null ? described() : null
            if (opened !== null) highlights.copyQuotes([{ highlight: opened, item }])
            else if (anchor !== null) highlights.copyQuotes([{ highlight: { anchor, note: '', tags: [] }, item }])
          }}
          onCopyLink={() => (opened === null ? mark(marking.lastColour, null, highlights.copyLink) : highlights.copyLink(opened))}
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
              highlight={opened}
              onKeep={(change) => highlights.keepNote(opened.id, change)}
              onWritten={(before, after) => highlights.noteWritten(opened.id, before, after)}
              onLeave={leave}
              onTrouble={(error) => actions.attempt(() => Promise.reject(error))}
            />
          ) : part === 'tags' ? (
            <TagField tags={opened.tags} onChange={(tags) => highlights.setTags(opened, tags)} onLeave={leave} />
          ) : (
            <Told highlight={opened} withNote={!seen.roomy || list.open} onLink={actions.openOutside} />
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
          seen={seen}
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

/** Here the page is at hand: quotes go without the marks of notes, and with the TeX of formulas. */
function quotingFrom(shown: ShownArticle, copyQuotes: ItemHighlights['copyQuotes']): ItemHighlights['copyQuotes'] {
  return (entries) =>
    copyQuotes(
      entries.map((entry) => {
        const { start, end } = entry.highlight.anchor
        const range = shown.text().rangeOf(start, end)
        const quote = range === null ? null : quoteWords(range)
        return quote === null ? entry : { ...entry, quote }
      }),
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

// Notes beside their passages: in the right margin where there is room, else a dot that opens them. Only those near the view exist.
import { useLayoutEffect, useRef, useState } from 'react'
import type { Highlight, HighlightId } from '../../shared/highlight.ts'
import { dayAndTime } from '../design/amounts.ts'
import type { ShownArticle } from '../page-text/shown-article.ts'
import { beginning } from './highlight-words.ts'
import { heightsAfter } from './measured-heights.ts'
import { NoteText } from './note-text.tsx'
import { boxOf } from './sheet-places.ts'
import { spreadNotes } from './spread-notes.ts'
import type { LeafView } from './use-leaf-view.ts'
import './marks.css'
import './margin-notes.css'

type Props = {
  readonly shown: ShownArticle
  readonly height: number
  readonly seen: LeafView
  /** Those with a note, as the text runs. */
  readonly notes: readonly Highlight[]
  readonly openId: HighlightId | null
  readonly onOpen: (highlight: Highlight) => void
  readonly onEdit: (highlight: Highlight) => void
  readonly onLink: (url: string) => void
}

/** Notes further than this from the view are not drawn. */
const nearPx = 1_000
const dotPx = 12

export function MarginNotes({ shown, height, seen: { roomy, view }, notes, openId, onOpen, onEdit, onLink }: Props) {
  const list = useRef<HTMLDivElement>(null)
  const [passageTops, setPassageTops] = useState<readonly (number | null)[]>([])
  const [heights, setHeights] = useState<ReadonlyMap<HighlightId, number>>(new Map())

  // biome-ignore lint/correctness/useExhaustiveDependencies: another height of the article is another place of its words
  useLayoutEffect(() => {
    const text = shown.text()
    setPassageTops(notes.map(({ anchor }) => boxOf(shown.frame, text.rangeOf(anchor.start, anchor.start + 1), 'first')?.top ?? null))
  }, [shown, notes, height, roomy])

  // biome-ignore lint/correctness/useExhaustiveDependencies: these decide which notes are drawn, and how wide
  useLayoutEffect(() => {
    const measured = new Map<HighlightId, number>()
    for (const element of list.current?.querySelectorAll<HTMLElement>('[data-id]') ?? []) {
      measured.set(element.dataset.id as HighlightId, element.offsetHeight)
    }
    setHeights((before) => heightsAfter(before, measured, notes))
  }, [notes, passageTops, roomy, view, heights])

  const placed = notes.flatMap((highlight, at) => {
    const top = passageTops[at]
    return top === null || top === undefined
      ? []
      : [{ highlight, top, height: roomy ? (heights.get(highlight.id) ?? guessedHeight(highlight)) : dotPx }]
  })
  const tops = spreadNotes(placed)
  const now = Date.now()
  return (
    <div ref={list} className={roomy ? 'margin-notes' : 'margin-dots'}>
      {placed.map(({ highlight }, at) => {
        const top = tops[at] ?? 0
        if (top < view.top - nearPx || top > view.bottom + nearPx) return null
        const name = `Note on “${beginning(highlight.anchor.exact, 60)}”`
        return roomy ? (
          <section key={highlight.id} data-id={highlight.id} className={`marginal ${highlight.colour}`} style={{ top }} aria-label={name}>
            <div className="clamped">
              <NoteText note={highlight.note} onLink={onLink} />
            </div>
            <p className="when">
              <span>{dayAndTime(highlight.changedAt, now)}</span>
              <button
                type="button"
                className="link"
                aria-label={`Edit the note on “${beginning(highlight.anchor.exact, 60)}”`}
                onClick={() => onEdit(highlight)}
              >
                Edit
              </button>
            </p>
          </section>
        ) : (
          <button
            key={highlight.id}
            type="button"
            className={`margin-dot ${highlight.colour}`}
            style={{ top: top - 4 }}
            aria-label={`${name}: ${beginning(highlight.note, 200)}`}
            aria-expanded={openId === highlight.id}
            title={beginning(highlight.note, 200)}
            onClick={() => onOpen(highlight)}
          />
        )
      })}
    </div>
  )
}

/** Until it is drawn and measured: lines of some 38 letters, at most eight of them, and the day. */
function guessedHeight({ note }: Highlight): number {
  return Math.min(8, Math.ceil(note.length / 38)) * 20 + 20
}

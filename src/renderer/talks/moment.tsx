// One moment of a talk: its time, the words of whoever named it, the reader's note, and what can be done with it.
import { Play } from 'lucide-react'
import { useState } from 'react'
import { showSeconds } from '../../shared/address/start-time.ts'
import type { Mark } from '../../shared/mark.ts'
import type { ItemActions } from '../client/item-actions.ts'
import { Icon } from '../design/icon.tsx'
import { NoteText } from '../highlights/note-text.tsx'
import { MomentNote } from './moment-note.tsx'
import type { OpenAt } from './talk-parts.ts'
import type { Moments } from './use-moments.ts'
import './moments.css'

type Props = {
  readonly mark: Mark
  readonly moments: Moments
  readonly actions: ItemActions
  readonly openAt: OpenAt
  /** Its note is written at once. */
  readonly writing?: boolean
}

export function Moment({ mark, moments, actions, openAt, writing = false }: Props) {
  const [edits, setEdits] = useState(writing)
  const at = showSeconds(mark.seconds)
  return (
    <div className="moment">
      <button type="button" className="pill num" title={openAt.says(mark.seconds)} onClick={() => openAt.open(mark.seconds)}>
        <Icon of={Play} small />
        {at}
      </button>
      <div className="moment-words">
        {mark.words === '' ? null : <Recommended words={mark.words} />}
        {edits ? (
          <MomentNote
            mark={mark}
            moments={moments}
            onLeave={() => setEdits(false)}
            onTrouble={(error) => actions.attempt(() => Promise.reject(error))}
          />
        ) : mark.note === '' ? null : (
          <NoteText note={mark.note} onLink={actions.openOutside} />
        )}
      </div>
      <p className="moment-acts">
        {edits ? null : (
          <button
            type="button"
            className="link"
            onClick={() => setEdits(true)}
            aria-label={`${mark.note === '' ? 'Write a note' : 'Edit the note'} at ${at}`}
          >
            {mark.note === '' ? 'Write a note' : 'Edit'}
          </button>
        )}
        <button type="button" className="link" onClick={() => moments.remove(mark)} aria-label={`Remove the moment at ${at}`}>
          Remove
        </button>
      </p>
    </div>
  )
}

/** What the text that named the talk said of it. */
export function Recommended({ words }: { readonly words: string }) {
  return (
    <figure className="recommended">
      <blockquote dir="auto">{words}</blockquote>
      <figcaption>From the text that recommended this talk</figcaption>
    </figure>
  )
}

// Writes a note: kept a moment after the last letter and whenever the writer leaves. Until then note-drafts.ts has it; what happens when
// another window writes too is note-writing.ts's.
import { useCallback, useEffect, useId, useRef, useState } from 'react'
import { Failure } from '../../shared/failure.ts'
import type { Highlight } from '../../shared/highlight.ts'
import { keptNote } from '../../shared/note-words.ts'
import { KeysShown } from '../design/keys-shown.tsx'
import { dropDraft, keepDraft, leaveDraft } from './note-drafts.ts'
import { beginNote } from './note-writing.ts'
import './writing.css'

/** Words that are not kept yet, and the note they were begun from. */
export type NoteChange = { readonly note: string; readonly noteWas: string }

type Props = {
  /** As the library has it; another window may change it while the editor is open. */
  readonly highlight: Pick<Highlight, 'id' | 'note' | 'changedAt'>
  readonly onKeep: (change: NoteChange) => Promise<Highlight>
  /** The editor goes, and something was changed. */
  readonly onWritten: (before: string, after: string) => void
  readonly onLeave: () => void
  readonly onTrouble: (error: unknown) => void
}

const restMs = 600

export function NoteEditor(props: Props) {
  const { id, note, changedAt } = props.highlight
  const [writing] = useState(() => beginNote({ note, changedAt }))
  const [text, setText] = useState(note)
  const about = useId()
  const field = useRef<HTMLTextAreaElement>(null)
  const latest = useRef(props)
  latest.current = props
  /** What undoing leads back to: never behind the words of another window. */
  const first = useRef(note)
  const gone = useRef(false)

  const resting = useRef<ReturnType<typeof setTimeout>>(undefined)
  const draft = useCallback(() => ({ note: writing.now(), base: writing.confirmed(), sent: writing.sent() }), [writing])
  const keep = useCallback(() => {
    clearTimeout(resting.current)
    const change = writing.send()
    if (change === null) return
    keepDraft(id, draft())
    latest.current.onKeep(change).then(
      (known) => {
        writing.answered(known)
        if (known.note !== keptNote(change.note)) first.current = known.note
        setText(writing.now())
        if (writing.isKept()) return dropDraft(id)
        keepDraft(id, draft())
        if (gone.current) keep()
        else resting.current = setTimeout(keep, restMs)
      },
      (error) => {
        // It is still in the field and is tried again with the next letter.
        writing.failed()
        if (gone.current) leaveDraft(id, draft())
        // Words without a highlight are offered by homeless-notes.tsx.
        if (gone.current && error instanceof Failure && error.code === 'highlight.unknown') return
        latest.current.onTrouble(error)
      },
    )
  }, [writing, draft, id])

  useEffect(() => {
    const before = writing.now()
    writing.heard({ note, changedAt })
    if (writing.now() === before) return
    first.current = note
    setText(note)
  }, [writing, note, changedAt])

  useEffect(() => {
    const hide = () => {
      if (document.visibilityState === 'hidden') keep()
    }
    gone.current = false
    addEventListener('pagehide', keep)
    document.addEventListener('visibilitychange', hide)
    const element = field.current
    element?.focus({ preventScroll: true })
    element?.setSelectionRange(element.value.length, element.value.length)
    return () => {
      gone.current = true
      removeEventListener('pagehide', keep)
      document.removeEventListener('visibilitychange', hide)
      keep()
      const [before, after] = [first.current, keptNote(writing.now())]
      first.current = after
      if (after !== before) latest.current.onWritten(before, after)
    }
  }, [keep, writing])

  return (
    <div className="hl-note-editor">
      <textarea
        ref={field}
        className="scrolls"
        aria-label="Note"
        aria-describedby={about}
        dir="auto"
        rows={3}
        maxLength={100_000}
        placeholder="Your words"
        value={text}
        onChange={(event) => {
          writing.typed(event.target.value)
          keepDraft(id, draft())
          setText(event.target.value)
          clearTimeout(resting.current)
          resting.current = setTimeout(keep, restMs)
        }}
        onKeyDown={(event) => {
          if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return
          event.preventDefault()
          props.onLeave()
        }}
      />
      <p className="foot">
        <span id={about}>Markdown. Kept as you write.</span>
        <button type="button" className="btn sm" onClick={props.onLeave}>
          Done <KeysShown keys="Escape" />
        </button>
      </p>
    </div>
  )
}

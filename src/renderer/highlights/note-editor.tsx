// Writes a note: kept a moment after the last letter and whenever the writer leaves. Until then note-drafts.ts has it.
import { useCallback, useEffect, useId, useRef, useState } from 'react'
import type { HighlightId } from '../../shared/highlight.ts'
import { dropDraft, keepDraft } from './note-drafts.ts'
import './writing.css'

type Props = {
  readonly id: HighlightId
  /** What is kept when the editor opens. */
  readonly note: string
  /** Called with words that are not kept yet. */
  readonly onKeep: (note: string) => Promise<unknown>
  /** The editor goes, and something was changed. */
  readonly onWritten: (before: string) => void
  readonly onLeave: () => void
  readonly onTrouble: (error: unknown) => void
}

const restMs = 600

export function NoteEditor(props: Props) {
  const [text, setText] = useState(props.note)
  const id = useId()
  const field = useRef<HTMLTextAreaElement>(null)
  const latest = useRef(props)
  latest.current = props
  /** `first`: as it was; `kept`: as the library has it; `now`: as it stands in the field. */
  const words = useRef({ first: props.note, kept: props.note, now: props.note })

  const resting = useRef<ReturnType<typeof setTimeout>>(undefined)
  const keep = useCallback(() => {
    clearTimeout(resting.current)
    const { kept, now } = words.current
    if (kept === now) return
    words.current.kept = now
    latest.current.onKeep(now).then(
      () => {
        if (words.current.now === now) dropDraft(latest.current.id)
      },
      (error) => {
        // It is still in the field and is tried again with the next letter.
        words.current.kept = kept
        latest.current.onTrouble(error)
      },
    )
  }, [])

  useEffect(() => {
    const hide = () => {
      if (document.visibilityState === 'hidden') keep()
    }
    addEventListener('pagehide', keep)
    document.addEventListener('visibilitychange', hide)
    const element = field.current
    element?.focus({ preventScroll: true })
    element?.setSelectionRange(element.value.length, element.value.length)
    return () => {
      removeEventListener('pagehide', keep)
      document.removeEventListener('visibilitychange', hide)
      keep()
      const { first, now } = words.current
      words.current.first = now
      if (now !== first) latest.current.onWritten(first)
    }
  }, [keep])

  return (
    <div className="hl-note-editor">
      <textarea
        ref={field}
        className="scrolls"
        aria-label="Note"
        aria-describedby={id}
        dir="auto"
        rows={3}
        maxLength={100_000}
        placeholder="Your words"
        value={text}
        onChange={(event) => {
          words.current.now = event.target.value
          keepDraft(props.id, { note: event.target.value, base: words.current.kept })
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
        <span id={id}>Markdown. Kept as you write.</span>
        <button type="button" className="btn sm" onClick={props.onLeave}>
          Done <kbd>Esc</kbd>
        </button>
      </p>
    </div>
  )
}

// Writes the note of a moment: kept a breath after the last letter and whenever the writer leaves.
import { useCallback, useEffect, useRef, useState } from 'react'
import { showSeconds } from '../../shared/address/start-time.ts'
import type { Mark } from '../../shared/mark.ts'
import { KeysShown } from '../design/keys-shown.tsx'
import type { Moments } from './use-moments.ts'

type Props = { readonly mark: Mark; readonly moments: Moments; readonly onLeave: () => void; readonly onTrouble: (error: unknown) => void }

const restMs = 600

export function MomentNote(props: Props) {
  const { mark, onLeave } = props
  const [text, setText] = useState(mark.note)
  const field = useRef<HTMLTextAreaElement>(null)
  const latest = useRef(props)
  latest.current = props
  const now = useRef({ typed: mark.note, kept: mark.note, first: mark.note })
  const resting = useRef<ReturnType<typeof setTimeout>>(undefined)
  const keep = useCallback(() => {
    clearTimeout(resting.current)
    const { typed, kept } = now.current
    if (typed === kept) return
    now.current.kept = typed
    latest.current.moments.keep(latest.current.mark, typed, kept).catch((error) => {
      // It is still in the field, and tried again with the next letter.
      now.current.kept = kept
      latest.current.onTrouble(error)
    })
  }, [])
  useEffect(() => {
    const element = field.current
    element?.focus({ preventScroll: true })
    element?.setSelectionRange(element.value.length, element.value.length)
    addEventListener('pagehide', keep)
    return () => {
      removeEventListener('pagehide', keep)
      keep()
      const { first, typed } = now.current
      if (first !== typed) latest.current.moments.written(latest.current.mark, first, typed)
    }
  }, [keep])
  return (
    <div className="hl-note-editor">
      <textarea
        ref={field}
        className="scrolls"
        aria-label={`Note at ${showSeconds(mark.seconds)}`}
        dir="auto"
        rows={3}
        maxLength={100_000}
        placeholder="Your words"
        value={text}
        onChange={(event) => {
          now.current.typed = event.target.value
          setText(event.target.value)
          clearTimeout(resting.current)
          resting.current = setTimeout(keep, restMs)
        }}
        onKeyDown={(event) => {
          const done = event.key === 'Escape' || (event.key === 'Enter' && (event.ctrlKey || event.metaKey))
          if (!done) return
          event.preventDefault()
          event.stopPropagation()
          onLeave()
        }}
      />
      <p className="foot">
        <span>Markdown. Kept as you write.</span>
        <button type="button" className="btn sm" onClick={onLeave}>
          Done <KeysShown keys="Escape" />
        </button>
      </p>
    </div>
  )
}

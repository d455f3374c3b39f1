// The left half of Add: a field to type into, or the text that was handed over, with what was understood of it marked.
import { FileInput, Pencil } from 'lucide-react'
import { useEffect, useId, useRef } from 'react'
import { Icon } from '../design/icon.tsx'
import type { DroppedFile } from './dropped-files.ts'
import { editText, type GivenText, givenText, isByHand } from './given-text.ts'
import { MarkedText } from './marked-text.tsx'
import type { TextMark } from './text-marks.ts'

type Props = {
  readonly given: GivenText
  readonly onGiven: (given: GivenText) => void
  readonly onFiles: (files: readonly DroppedFile[]) => void
  /** What was understood, at its places, when they are known for this very text. */
  readonly marks: readonly TextMark[]
  /** The field, even for a text that was handed over. */
  readonly correcting: boolean
  readonly onCorrecting: (correcting: boolean) => void
}

export function AddSource({ given, onGiven, onFiles, marks, correcting, onCorrecting }: Props) {
  const field = useRef<HTMLTextAreaElement>(null)
  const fileField = useRef<HTMLInputElement>(null)
  const fieldId = useId()
  const titleId = useId()
  useEffect(() => {
    // A text left here earlier is kept, and gives way to whatever is typed or pasted now.
    if (!correcting) return
    field.current?.focus()
    field.current?.select()
  }, [correcting])

  return (
    <section className="src" aria-labelledby={titleId}>
      <h1 id={titleId}>{correcting ? <label htmlFor={fieldId}>Add</label> : 'Add'}</h1>
      <p className="quiet">
        {correcting
          ? 'One link, many, or the whole text they stand in. Nothing is fetched yet.'
          : 'What you were given. Nothing has been fetched yet.'}
      </p>
      {correcting ? (
        <textarea
          ref={field}
          id={fieldId}
          className="text scrolls"
          spellCheck={false}
          placeholder="Paste links or text"
          value={given.text}
          maxLength={2_000_000}
          onPaste={(event) => {
            const { value, selectionStart, selectionEnd } = event.currentTarget
            const html = event.clipboardData.getData('text/html')
            const text = event.clipboardData.getData('text/plain')
            // Rich text keeps whole links where the plain one shows them cut; it can be kept only of all that stands here.
            if (html === '' || text.trim() === '' || value.slice(0, selectionStart).trim() + value.slice(selectionEnd).trim() !== '') return
            event.preventDefault()
            onGiven(givenText(text, false, { html }))
            onCorrecting(false)
          }}
          onChange={(event) => {
            const byHand = isByHand(event.nativeEvent)
            onGiven(editText(given, event.target.value, byHand))
            // A whole text that was pasted is looked at first.
            if (!byHand && given.text.trim() === '') onCorrecting(false)
          }}
        />
      ) : (
        <MarkedText text={given.text} marks={marks} />
      )}
      <p className="below">
        {correcting ? null : (
          <button type="button" className="btn sm" onClick={() => onCorrecting(true)}>
            <Icon of={Pencil} small />
            Correct the text
          </button>
        )}
        <button type="button" className={correcting ? 'btn sm' : 'btn bare sm'} onClick={() => fileField.current?.click()}>
          <Icon of={FileInput} small />
          Choose files
        </button>
        {correcting ? (
          <span className="quiet">Saved pages (HTML, MHTML), PDF, lists (text, Markdown, CSV, OPML). A folder can be dropped.</span>
        ) : null}
        <input
          ref={fileField}
          type="file"
          multiple
          hidden
          accept=".html,.htm,.xhtml,.mhtml,.mht,.pdf,.txt,.md,.markdown,.csv,.tsv,.opml,.rst,.org,text/html,application/pdf,text/plain"
          onChange={(event) => {
            onFiles([...(event.target.files ?? [])].map((file) => ({ path: file.name, file })))
            event.target.value = ''
          }}
        />
      </p>
    </section>
  )
}

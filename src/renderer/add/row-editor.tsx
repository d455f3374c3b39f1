// Title, kind and link of one previewed thing, corrected in place: Enter keeps, Esc leaves it as it was.
import { type FormEvent, type KeyboardEvent, useEffect, useId, useRef, useState } from 'react'
import { listKinds } from '../../shared/reading-list.ts'
import { KeysShown } from '../design/keys-shown.tsx'
import { type ChosenRow, type Correction, typedAddress } from './list-choice.ts'
import { listKindWords } from './list-kind-words.ts'

type Props = {
  readonly row: ChosenRow
  /** The field that is written in first. */
  readonly first: 'title' | 'link'
  readonly onDone: (correction: Correction) => void
  readonly onCancel: () => void
}

export function RowEditor({ row, first, onDone, onCancel }: Props) {
  const errorId = useId()
  const begin = useRef<HTMLInputElement>(null)
  const [title, setTitle] = useState(row.title ?? '')
  const [kind, setKind] = useState(row.kind)
  const [link, setLink] = useState(row.url ?? '')
  const [wrong, setWrong] = useState(false)
  useEffect(() => {
    begin.current?.focus()
    begin.current?.select()
  }, [])
  const done = (event: FormEvent | KeyboardEvent) => {
    event.preventDefault()
    const url = link.trim() === (row.url ?? '') ? row.url : typedAddress(link)
    if (url === null && link.trim() !== '') return setWrong(true)
    onDone({ title: title.trim() === '' ? null : title.trim(), kind, url })
  }
  return (
    <form
      className="row-editor"
      aria-label="Edit it"
      onSubmit={done}
      onKeyDown={(event) => {
        // Both keys mean this form, not the whole of Add.
        if (event.key !== 'Escape' && event.key !== 'Enter') return
        event.stopPropagation()
        if (event.key === 'Escape') onCancel()
        else if (event.ctrlKey || event.metaKey) done(event)
      }}
    >
      <label className="field wide">
        <span className="lab">Title</span>
        <input ref={first === 'title' ? begin : null} value={title} maxLength={2_000} onChange={(event) => setTitle(event.target.value)} />
      </label>
      <label className="choice field">
        <span className="lab">Kind</span>
        <select value={kind} onChange={(event) => setKind(listKinds.find((one) => one === event.target.value) ?? kind)}>
          {listKinds.map((one) => (
            <option key={one} value={one}>
              {listKindWords[one]}
            </option>
          ))}
        </select>
      </label>
      <label className="field wide">
        <span className="lab">Link</span>
        <input
          ref={first === 'link' ? begin : null}
          value={link}
          maxLength={20_000}
          spellCheck={false}
          placeholder="https://"
          aria-invalid={wrong}
          aria-describedby={wrong ? errorId : undefined}
          onChange={(event) => {
            setLink(event.target.value)
            setWrong(false)
          }}
        />
      </label>
      <span className="row-editor-ends">
        <button type="submit" className="btn sm">
          Keep <KeysShown keys="Enter" />
        </button>
        <button type="button" className="btn bare sm" onClick={onCancel}>
          Cancel <KeysShown keys="Escape" />
        </button>
      </span>
      {wrong ? (
        <p id={errorId} className="warn" role="alert">
          That is no whole web address. One begins with https:// and ends without dots.
        </p>
      ) : null}
    </form>
  )
}

// One line of the preview of a text: its box, title and kind, what is known of it and its link, and the way to correct it in place.
import { Pencil } from 'lucide-react'
import { useId, useState } from 'react'
import { decoded } from '../../shared/address/decoded.ts'
import { showSeconds } from '../../shared/address/start-time.ts'
import { nameFor } from '../../shared/wanted.ts'
import { Icon } from '../design/icon.tsx'
import { Lamp } from '../design/lamp.tsx'
import type { ChosenRow, Correction } from './list-choice.ts'
import { listKindWords } from './list-kind-words.ts'
import { RowEditor } from './row-editor.tsx'
import { RowFacts } from './row-facts.tsx'

type Props = {
  readonly row: ChosenRow
  /** Whether what is here already joins a list. */
  readonly joins: boolean
  readonly onTick: (ticked: boolean) => void
  readonly onCorrect: (correction: Correction) => void
}

export function PickedRow({ row, joins, onTick, onCorrect }: Props) {
  const id = useId()
  const [editing, setEditing] = useState<'title' | 'link' | null>(null)
  const [again, setAgain] = useState(false)
  const title = titleOf(row)
  const close = () => {
    setEditing(null)
    setAgain(true)
  }
  return (
    <li className={`pick${row.isPart ? ' is-part' : ''}${row.here ? ' have' : ''}`}>
      <div className="line">
        <input
          type="checkbox"
          className="box"
          id={id}
          aria-labelledby={`${id}t ${id}k ${id}a`}
          checked={row.ticked}
          disabled={row.refused}
          onChange={(event) => onTick(event.target.checked)}
        />
        <span className="no num">{row.number}</span>
        <label className="t" htmlFor={id} id={`${id}t`}>
          <b className="cut" dir="auto">
            {title}
          </b>
          {[...new Set(row.moments.map(({ seconds }) => seconds))].map((seconds) => (
            <span key={seconds} className="start num">
              {showSeconds(seconds)}
            </span>
          ))}
        </label>
        <span className="k" id={`${id}k`}>
          <Kind row={row} />
        </span>
        <button
          type="button"
          className="tool edit"
          aria-label={`Edit ${title}`}
          title="Edit title, kind and link"
          aria-expanded={editing !== null}
          // Where the keyboard was before the editor opened, it is after.
          ref={(button) => {
            if (!again || editing !== null) return
            button?.focus()
            setAgain(false)
          }}
          onClick={() => setEditing(editing === null ? 'title' : null)}
        >
          <Icon of={Pencil} small />
        </button>
      </div>
      <div className="d" id={`${id}a`}>
        {editing === null ? (
          <RowFacts row={row} title={title} joins={joins} onGiveLink={() => setEditing('link')} onCorrect={onCorrect} />
        ) : (
          <RowEditor
            row={row}
            first={editing}
            onDone={(correction) => {
              onCorrect(correction)
              close()
            }}
            onCancel={close}
          />
        )}
      </div>
    </li>
  )
}

function Kind({ row }: { readonly row: ChosenRow }) {
  const { item, kind, url, here, refused } = row
  if (refused) return 'cannot be saved'
  if (here || (item.already !== null && !row.byReader))
    return (
      <>
        <Lamp state={item.already?.state ?? 'waiting'} /> {here ? 'in your library' : 'in the trash'}
      </>
    )
  const word = listKindWords[kind]
  if (url === null)
    return (
      <>
        <Lamp state="to-find" /> {word}, {item.truncated ? 'link is cut' : 'to find'}
      </>
    )
  if (row.cut !== null) return `${word}, link was cut`
  return row.title === null ? `${word}, title not known yet` : word
}

/** As the text names it, as the library knows it, or where it lies. */
function titleOf({ title, item, url }: ChosenRow): string {
  if (title !== null) return title
  if (item.already !== null) return item.already.title
  const address = url ?? item.urlPrefix ?? item.originalLink
  if (address === null || !URL.canParse(address)) return nameFor(item.recommendation ?? '') || 'No title'
  const { host, pathname } = new URL(address)
  return `${host.replace(/^www\./, '')}${decoded(pathname).replace(/\/$/, '')}`
}

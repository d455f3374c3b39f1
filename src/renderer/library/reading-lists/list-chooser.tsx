// Asks for a reading list: one that is there, or the name of a new one.
import { useState } from 'react'
import type { ListSummary } from '../../../shared/list.ts'
import { useCall } from '../../client/use-call.ts'
import { count } from '../../design/amounts.ts'
import { Dialog } from '../../design/dialog.tsx'
import './list-chooser.css'

type Props = {
  readonly title: string
  /** This one cannot be chosen. */
  readonly without?: string
  readonly onChoose: (list: ListSummary) => void
  /** Null: only one that is there. */
  readonly onNew: ((title: string) => void) | null
  readonly onClose: () => void
}

export function ListChooser({ title, without, onChoose, onNew, onClose }: Props) {
  const lists = (useCall('list.list', {}).data?.lists ?? []).filter(({ id }) => id !== without)
  const [typed, setTyped] = useState('')
  const words = typed.trim().toLowerCase()
  const shown = onNew === null ? lists : lists.filter((list) => list.title.toLowerCase().includes(words))
  return (
    <Dialog title={title} onClose={onClose}>
      {onNew === null ? null : (
        <form
          className="list-new"
          onSubmit={(event) => {
            event.preventDefault()
            if (typed.trim() !== '') onNew(typed.trim())
          }}
        >
          <div className="field">
            <input
              type="text"
              aria-label="Name of a list"
              placeholder="A new list, or one that is there"
              autoComplete="off"
              maxLength={1000}
              value={typed}
              onChange={(event) => setTyped(event.target.value)}
            />
          </div>
          <button type="submit" className="btn" disabled={typed.trim() === ''}>
            New list
          </button>
        </form>
      )}
      {shown.length === 0 && onNew === null ? <p className="second">There is no other list.</p> : null}
      <ul className="list-choice">
        {shown.map((list) => (
          <li key={list.id}>
            <button type="button" onClick={() => onChoose(list)}>
              <span className="cut" dir="auto">
                {list.title}
              </span>
              <span className="n num">{count(list.items)}</span>
            </button>
          </li>
        ))}
      </ul>
    </Dialog>
  )
}

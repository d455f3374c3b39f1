// The moments of a talk as a list, and the way to mark one more. It needs no transcript.
import { useState } from 'react'
import { readSeconds } from '../../shared/address/start-time.ts'
import type { ItemActions } from '../client/item-actions.ts'
import { amount } from '../design/amounts.ts'
import { Moment } from './moment.tsx'
import type { OpenAt } from './talk-parts.ts'
import type { Moments } from './use-moments.ts'
import './moments.css'

type Props = {
  readonly moments: Moments
  readonly actions: ItemActions
  readonly openAt: OpenAt
  /** With a transcript they stand beside its lines, and the list begins folded. */
  readonly folded: boolean
}

export function MomentList({ moments, actions, openAt, folded }: Props) {
  const { marks } = moments
  return (
    <details className="moments" open={!folded}>
      <summary>{marks.length === 0 ? 'Moments' : amount(marks.length, 'moment', 'moments')}</summary>
      {marks.length === 0 ? <p className="quiet">Mark a time and write a note on it. It needs no transcript.</p> : null}
      <ol>
        {marks.map((mark) => (
          <li key={mark.id}>
            <Moment mark={mark} moments={moments} actions={actions} openAt={openAt} />
          </li>
        ))}
      </ol>
      <AddMoment moments={moments} />
    </details>
  )
}

function AddMoment({ moments }: { readonly moments: Moments }) {
  const [time, setTime] = useState('')
  const [note, setNote] = useState('')
  const [wrong, setWrong] = useState(false)
  return (
    <form
      className="add-moment"
      onSubmit={(event) => {
        event.preventDefault()
        const seconds = readSeconds(time)
        setWrong(seconds === null)
        if (seconds === null) return
        moments.add(seconds, note)
        setTime('')
        setNote('')
      }}
    >
      <label className="field when">
        <input
          className="num"
          aria-label="Time, as 34:05"
          placeholder="34:05"
          value={time}
          aria-invalid={wrong}
          aria-describedby={wrong ? 'moment-wrong' : undefined}
          onChange={(event) => {
            setTime(event.target.value)
            setWrong(false)
          }}
        />
      </label>
      <label className="field">
        <input
          aria-label="Note on this moment"
          placeholder="What happens there"
          maxLength={100_000}
          value={note}
          dir="auto"
          onChange={(event) => setNote(event.target.value)}
        />
      </label>
      <button type="submit" className="btn sm">
        Mark it
      </button>
      {wrong ? (
        <p id="moment-wrong" role="alert" className="quiet">
          Write the time as 34:05 or 1:02:03.
        </p>
      ) : null}
    </form>
  )
}

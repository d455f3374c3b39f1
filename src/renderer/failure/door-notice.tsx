// One line over the window while nobody answers behind it. Everything already shown stays readable.

import { DoorClosed } from '../client/transport.ts'
import { useDoor } from '../client/use-call.ts'
import { Lamp } from '../design/lamp.tsx'
import { errorWords } from './error-words.ts'
import './failure.css'

export function DoorNotice() {
  const state = useDoor()
  const { says, remedy } = errorWords(new DoorClosed(state))
  return (
    <div role="status">
      {state === 'open' ? null : (
        <p className="door-notice">
          <Lamp state="waiting" />
          <span>
            <b>{says}</b> {remedy}
          </span>
        </p>
      )}
    </div>
  )
}

// A failure where the work is: lamp, sentence, what can be done, and the button that does it.
import type { CallName } from '../../shared/contract.ts'
import type { FailureValue } from '../../shared/failure.ts'
import { wordsFor } from '../../shared/failure-words.ts'
import { Say } from '../design/say.tsx'
import { errorWords } from './error-words.ts'

type Props = { readonly failure: FailureValue; readonly onRemedy: (call: CallName) => void; readonly onOriginal?: () => void }

export function FailureNotice({ failure, onRemedy, onOriginal }: Props) {
  const { says, remedy, action } = wordsFor(failure)
  return (
    <Say state="failed" bold={says} plain={remedy}>
      {action === undefined ? null : (
        <button type="button" className="btn sm" onClick={() => onRemedy(action.call)}>
          {action.label}
        </button>
      )}
      {onOriginal === undefined ? null : (
        <button type="button" className="btn sm" onClick={onOriginal}>
          Open in the browser
        </button>
      )}
    </Say>
  )
}

/** The same for something thrown, with "Try again" for the question that failed. */
export function ErrorNotice({ error, onAgain }: { readonly error: unknown; readonly onAgain: () => void }) {
  const { says, remedy } = errorWords(error)
  return (
    <div role="alert">
      <Say state="failed" bold={says} plain={remedy}>
        <button type="button" className="btn sm" onClick={onAgain}>
          Try again
        </button>
      </Say>
    </div>
  )
}

// What of a talk is still being had, what could not be had, and how to try again. Nothing when all is here.
import { wordsFor } from '../../shared/failure-words.ts'
import type { ItemSummary } from '../../shared/item.ts'
import type { JobProgress } from '../../shared/job.ts'
import { remarkWords } from '../../shared/remark-words.ts'
import type { ItemActions } from '../client/item-actions.ts'
import { lackWords } from '../client/item-words.ts'
import { isActive, isForLater, jobWords } from '../client/job-words.ts'
import { Say } from '../design/say.tsx'
import { FailureNotice } from '../failure/failure-notice.tsx'
import { isLooking } from './give-transcript.tsx'

type Props = { readonly item: ItemSummary; readonly job: JobProgress | null; readonly actions: ItemActions }

export function TalkRemarks({ item, job, actions }: Props) {
  const now = Date.now()
  const saving = isSaving(job) ? job : null
  if (saving !== null && !isForLater(saving, now)) {
    const doing = `${jobWords(saving, now)}.`
    return item.state === 'waiting' ? (
      <Say state="waiting" bold="This talk is being saved." plain={doing} />
    ) : (
      <Say state="waiting" bold={doing} />
    )
  }
  const later = saving === null ? [] : [`${jobWords(saving, now)}.`]
  if (item.state === 'failed' && item.failure !== null && saving === null)
    return <FailureNotice failure={item.failure} onRemedy={(call) => actions.remedy(call, item)} />
  if (item.state === 'waiting' || item.state === 'failed') {
    const why = item.failure === null ? [] : [wordsFor(item.failure).says]
    return (
      <Say state={item.state} bold="This talk waits to be saved." plain={[...why, ...later].join(' ')}>
        <button type="button" className="btn sm" onClick={() => actions.retry([item])}>
          Try now
        </button>
      </Say>
    )
  }
  const remarks = [...new Set(item.remarks.map(remarkWords))]
  if (remarks.length === 0 && item.state === 'complete') return null
  return (
    <Say state="partial" bold={remarks[0] ?? lackWords(item)} plain={[...remarks.slice(1), ...later].join(' ')}>
      {item.state === 'complete' && item.remarks.every(({ about }) => about === 'transcript') ? null : (
        <button type="button" className="btn sm" onClick={() => actions.retry([item])}>
          Ask for the details again
        </button>
      )}
    </Say>
  )
}

/** True for a job that brings the talk itself; those for its words and its recording speak for themselves. */
export function isSaving(job: JobProgress | null): job is JobProgress {
  return job !== null && isActive(job) && job.kind !== 'recording' && !isLooking(job)
}

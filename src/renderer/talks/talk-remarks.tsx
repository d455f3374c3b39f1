// What of a talk is still being had, what could not be had, and how to try again. Nothing when all is here.
import type { ItemSummary } from '../../shared/item.ts'
import type { JobProgress } from '../../shared/job.ts'
import { remarkWords } from '../../shared/remark-words.ts'
import type { ItemActions } from '../client/item-actions.ts'
import { isActive, isForLater, jobWords } from '../client/job-words.ts'
import { Say } from '../design/say.tsx'
import { isLooking } from './give-transcript.tsx'

type Props = { readonly item: ItemSummary; readonly job: JobProgress | null; readonly actions: ItemActions }

export function TalkRemarks({ item, job, actions }: Props) {
  const remarks = [...new Set(item.remarks.map(remarkWords))]
  const asked = isLooking(job) ? null : job
  const later = asked !== null && isForLater(asked, Date.now())
  if (asked !== null && isActive(asked) && !later) return <Say state="waiting" bold={`${jobWords(asked, Date.now())}.`} />
  if (remarks.length === 0 && item.state === 'complete') return null
  return (
    <Say
      state={item.state === 'failed' ? 'failed' : 'partial'}
      bold={remarks[0] ?? 'Not all details of this talk are here.'}
      plain={[...remarks.slice(1), ...(later ? [`${jobWords(asked, Date.now())}.`] : [])].join(' ')}
    >
      {item.state === 'complete' && item.remarks.every(({ about }) => about === 'transcript') ? null : (
        <button type="button" className="btn sm" onClick={() => actions.retry([item])}>
          Ask for the details again
        </button>
      )}
    </Say>
  )
}

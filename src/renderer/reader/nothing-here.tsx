// An item of which nothing can be shown yet: on its way, failed, or gone. Says which, and what can be done.
import type { ItemSummary } from '../../shared/item.ts'
import type { JobProgress } from '../../shared/job.ts'
import type { ItemActions } from '../client/item-actions.ts'
import { isActive, jobWords } from '../client/job-words.ts'
import { Say } from '../design/say.tsx'
import { FailureNotice } from '../failure/failure-notice.tsx'
import { TitleBlock } from './title-block.tsx'
import './reader.css'

type Props = { readonly item: ItemSummary; readonly job: JobProgress | null; readonly actions: ItemActions }

export function NothingHere({ item, job, actions }: Props) {
  return (
    <main id="page" className="leaf scrolls" tabIndex={-1}>
      <div className="column">
        <TitleBlock item={item} dir={null} onFetchMissing={() => actions.refresh([item], true)} />
        <div className="nothing-here">
          {job !== null && isActive(job) ? (
            <Say state="waiting" bold={`${jobWords(job, Date.now())}.`} plain="It opens here as soon as it is on this machine." />
          ) : item.failure !== null ? (
            <FailureNotice
              failure={item.failure}
              onRemedy={(call) => actions.remedy(call, item)}
              onOriginal={() => actions.openOutside(item.url)}
            />
          ) : (
            <Say state="waiting" bold="Nothing of it is on this machine yet.">
              <button type="button" className="btn sm" onClick={() => actions.retry([item])}>
                Fetch it now
              </button>
            </Say>
          )}
        </div>
      </div>
    </main>
  )
}

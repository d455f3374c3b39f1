// The line at the rail's foot that says what is being saved, and opens the list of it.
import { Clock, Pause, TriangleAlert } from 'lucide-react'
import { useEffect, useState } from 'react'
import { batchOf, isActive, isForLater, noBatch } from '../client/job-words.ts'
import { useCall } from '../client/use-call.ts'
import { amount } from '../design/amounts.ts'
import { Icon } from '../design/icon.tsx'

export function RailFoot({ shown, onToggle }: { readonly shown: boolean; readonly onToggle: () => void }) {
  const answer = useCall('job.list', {})
  const [batch, setBatch] = useState(noBatch)
  const jobs = answer.data?.jobs
  useEffect(() => {
    if (jobs !== undefined)
      setBatch((before) =>
        batchOf(
          before,
          jobs.filter((job) => !isForLater(job, Date.now())),
        ),
      )
  }, [jobs])

  const later = jobs?.filter((job) => isForLater(job, Date.now())).length ?? 0
  const active = (jobs?.filter(isActive).length ?? 0) - later
  const failed = jobs?.filter((job) => job.state === 'failed').length ?? 0
  const paused = answer.data?.paused ?? false
  if (active === 0 && later === 0 && failed === 0 && !paused && !shown) return null
  return (
    <button type="button" className="job" aria-haspopup="dialog" aria-expanded={shown} onClick={onToggle}>
      {active > 0 ? (
        <span className="grow">
          <span className="line">
            {paused ? 'Paused' : 'Saving'}
            <span className="n num">
              {Math.min(batch.over + 1, batch.ids.size)} of {batch.ids.size}
            </span>
          </span>
          <span className="thread" style={{ '--done': batch.ids.size === 0 ? 0 : Math.round((100 * batch.over) / batch.ids.size) }} />
        </span>
      ) : paused ? (
        <>
          <Icon of={Pause} />
          Saving is paused
        </>
      ) : later > 0 ? (
        <>
          <Icon of={Clock} />
          {amount(later, 'is', 'are')} tried again later
        </>
      ) : failed > 0 ? (
        <>
          <Icon of={TriangleAlert} />
          {amount(failed, 'save failed', 'saves failed')}
        </>
      ) : (
        <>Nothing is being saved</>
      )}
    </button>
  )
}

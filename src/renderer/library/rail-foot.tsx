// The line at the rail's foot that says what is being saved, and opens the list of it.
import { Clock, Pause, TriangleAlert } from 'lucide-react'
import { useEffect, useRef, useState } from 'react'
import { batchOf, isActive, isForLater, noBatch } from '../client/job-words.ts'
import { useCall } from '../client/use-call.ts'
import { amount, count } from '../design/amounts.ts'
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
  // The list of jobs is cut at a thousand; how many rows wait is counted without end.
  const states = useCall('item.counts', {}).data?.states
  const waiting = states?.waiting ?? 0
  const total = Math.max(batch.ids.size, active > 0 ? batch.over + waiting : 0)
  const said = useAnnouncement(active, states?.failed ?? 0, paused)
  if (active === 0 && later === 0 && failed === 0 && !paused && !shown) return said
  return (
    <>
      {said}
      <button type="button" className="job" aria-haspopup="dialog" aria-expanded={shown} onClick={onToggle}>
        {active > 0 ? (
          <span className="grow">
            <span className="line">
              {paused ? 'Paused' : 'Saving'}
              <span className="n num">
                {count(Math.min(batch.over + 1, total))} of {count(total)}
              </span>
            </span>
            <span className="thread" style={{ '--done': total === 0 ? 0 : Math.round((100 * batch.over) / total) }} />
          </span>
        ) : paused ? (
          <>
            <Icon of={Pause} />
            Saving is paused
          </>
        ) : later > 0 ? (
          <>
            <Icon of={Clock} />
            {amount(later, 'item is', 'items are')} tried again later
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
    </>
  )
}

/** Begun, paused and over are told to screen readers; what happens in between is looked up. `allFailed`: rows in state failed. */
function useAnnouncement(active: number, allFailed: number, paused: boolean) {
  /** How many rows had failed before this batch; null: none has begun. */
  const before = useRef<number | null>(null)
  const running = useRef(false)
  if (active > 0 && !running.current) before.current = allFailed
  running.current = active > 0
  const now = allFailed - (before.current ?? allFailed)
  const words =
    before.current === null
      ? ''
      : active > 0
        ? paused
          ? 'Saving is paused'
          : 'Saving'
        : now > 0
          ? `Saving is over, ${now} failed`
          : 'Everything is saved'
  return (
    <p className="sr" role="status">
      {words}
    </p>
  )
}

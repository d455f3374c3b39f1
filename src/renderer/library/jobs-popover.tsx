// What is being saved: a line a job with its thread and remedy, and pause for all of it.
import { X } from 'lucide-react'
import { useEffect, useRef } from 'react'
import type { CallName } from '../../shared/contract.ts'
import { wordsFor } from '../../shared/failure-words.ts'
import type { JobProgress } from '../../shared/job.ts'
import type { ItemActions } from '../client/item-actions.ts'
import { isActive, isForLater, jobPercent, jobWords, lastFailureWords } from '../client/job-words.ts'
import { useCall, useClient } from '../client/use-call.ts'
import { amount, count } from '../design/amounts.ts'
import { Lamp } from '../design/lamp.tsx'
import { ToolButton } from '../design/tool-button.tsx'
import { useKeys } from '../design/use-keys.ts'
import './jobs.css'

/** As many lines as one looks through; the rest is a number. */
const linesShown = 40

export function JobsPopover({ actions, onClose }: { readonly actions: ItemActions; readonly onClose: () => void }) {
  const client = useClient()
  const answer = useCall('job.list', {})
  const element = useRef<HTMLDivElement>(null)
  useEffect(() => {
    const before = document.activeElement
    element.current?.focus()
    return () => {
      if (before instanceof HTMLElement && before.isConnected) before.focus({ preventScroll: true })
    }
  }, [])
  useKeys([{ keys: 'Escape', says: 'Close', group: 'The window', run: onClose }])

  const jobs = (answer.data?.jobs ?? []).filter((job) => job.state !== 'cancelled').toSorted(byUrgency)
  const active = jobs.filter(isActive)
  const later = active.filter((job) => isForLater(job, Date.now())).length
  const rest = restWords(jobs, active.length > later ? later : 0)
  const paused = answer.data?.paused ?? false
  const cancel = (those: readonly JobProgress[]) => actions.attempt(() => client.call('job.cancel', { ids: those.map((job) => job.id) }))
  return (
    <div ref={element} className="pop jobs" role="dialog" aria-label="What is being saved" tabIndex={-1}>
      <header>
        <div>
          <h2>{headline(active.length - later, later, paused)}</h2>
          {rest === '' ? null : <p className="quiet num">{rest}</p>}
        </div>
        <span className="spring" />
        {active.length > 1 ? (
          <button type="button" className="btn sm" onClick={() => cancel(active)}>
            Cancel all
          </button>
        ) : null}
        {active.length > 0 || paused ? (
          <button type="button" className="btn sm" onClick={() => actions.attempt(() => client.call('job.pause', { paused: !paused }))}>
            {paused ? 'Go on' : 'Pause all'}
          </button>
        ) : null}
        <ToolButton icon={X} name="Close" hint="Escape" onPress={onClose} />
      </header>
      <ul className="scrolls">
        {jobs.slice(0, linesShown).map((job) => (
          <JobLine
            key={job.id}
            job={job}
            onCancel={() => cancel([job])}
            onRemedy={(call) =>
              actions.attempt(() =>
                call === 'item.fetchFromArchive'
                  ? client.call(call, { id: job.itemId })
                  : client.call('job.retry', { itemIds: [job.itemId] }),
              )
            }
          />
        ))}
        {jobs.length > linesShown ? <li className="more quiet">and {jobs.length - linesShown} more</li> : null}
      </ul>
      <footer>
        {paused ? 'Paused. What is here can be read.' : 'You can read everything else meanwhile.'}
        {jobs.some((job) => job.state === 'failed') ? (
          <>
            <span className="spring" />
            <button
              type="button"
              className="link"
              onClick={() => {
                const itemIds = jobs.filter((job) => job.state === 'failed').map((job) => job.itemId)
                actions.attempt(() => client.call('job.retry', { itemIds }))
              }}
            >
              Try all failed ones again
            </button>
          </>
        ) : null}
      </footer>
    </div>
  )
}

function headline(now: number, later: number, paused: boolean): string {
  if (now > 0 && paused) return `Paused, ${amount(now, 'item waits', 'items wait')}`
  if (now > 0) return `Saving ${amount(now, 'item', 'items')}`
  return later > 0 ? `${amount(later, 'item is', 'items are')} tried again later` : 'Nothing is being saved'
}

/** The lines the headline does not count: "1 tried again later, 2 failed, 3 saved". */
function restWords(jobs: readonly JobProgress[], later: number): string {
  const of = (state: JobProgress['state']) => jobs.filter((job) => job.state === state).length
  const counted = [
    [later, 'tried again later'],
    [of('failed'), 'failed'],
    [of('done'), 'saved'],
  ] as const
  return counted.flatMap(([n, words]) => (n > 0 ? [`${count(n)} ${words}`] : [])).join(', ')
}

type LineProps = { readonly job: JobProgress; readonly onCancel: () => void; readonly onRemedy: (call: CallName) => void }

function JobLine({ job, onCancel, onRemedy }: LineProps) {
  const words = jobWords(job, Date.now())
  const remedy = job.state === 'failed' && job.failure !== null ? wordsFor(job.failure) : null
  const why = lastFailureWords(job, Date.now())
  const lamp = job.state === 'failed' ? 'failed' : job.state === 'done' ? 'complete' : 'waiting'
  return (
    <li>
      <Lamp state={lamp} />
      <a className="cut" href={`#/item/${job.itemId}`} dir="auto">
        {job.title}
      </a>
      {job.state === 'failed' ? (
        <button type="button" className="btn sm" onClick={() => onRemedy(remedy?.action?.call ?? 'job.retry')}>
          {remedy?.action?.label ?? 'Try again'}
        </button>
      ) : isActive(job) ? (
        <span className="both">
          {isForLater(job, Date.now()) ? (
            <button type="button" className="btn sm" aria-label={`Try ${job.title} now`} onClick={() => onRemedy('job.retry')}>
              Try now
            </button>
          ) : null}
          <button type="button" className="btn bare sm" aria-label={`Cancel ${job.title}`} onClick={onCancel}>
            Cancel
          </button>
        </span>
      ) : (
        <span className="r">saved</span>
      )}
      {job.state === 'done' ? null : (
        <small>
          {why === null ? '' : `${why} `}
          {remedy === null ? words : `${words} ${remedy.remedy}`}
          {isActive(job) && job.attempts > 1 ? `, attempt ${job.attempts}` : ''}
        </small>
      )}
      {job.state === 'running' ? <span className="thread" style={{ '--done': jobPercent(job) }} /> : null}
    </li>
  )
}

const order = { running: 0, queued: 1, failed: 2, done: 3, cancelled: 4 } as const
function byUrgency(a: JobProgress, b: JobProgress): number {
  return order[a.state] - order[b.state]
}

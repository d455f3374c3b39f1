// How many jobs run at once, how each ends, when it is tried again. One of the two places where a Failure is caught.
import { setTimeout as pause } from 'node:timers/promises'
import { Failure, type FailureCode, type FailureValue, isCancelled } from '../../../shared/failure.ts'
import type { ItemId } from '../../../shared/item.ts'
import type { JobId, JobProgress } from '../../../shared/job.ts'
import type { Job, JobStep } from '../../cache/cache.ts'
import { failureOf } from '../../platform/failure-of.ts'
import { isOffline } from '../../platform/is-offline.ts'
import type { JobTools, Tools } from '../tools.ts'
import { runJob } from './run-job.ts'

/** A job's own attempts, beyond the quick retries of the network room. Minutes, because a server that is down is down for minutes. */
const retryPausesMs = [2 * 60_000, 15 * 60_000, 2 * 3_600_000] as const
/** A server may ask for more; after a day it is asked all the same. */
const mostPauseMs = 86_400_000
const offlinePauseMs = 30_000
/** Another process that keeps the library to itself does so for seconds. */
const busyPauseMs = 5_000
/** How long an end that cannot be written down waits for its next try. */
const unwrittenPauseMs = 500
const heartbeatMs = 5_000
/** How far the jobs are is written four times a second, all of them in one commit: more cannot be seen. */
const progressEveryMs = 250
const worthRetrying: ReadonlySet<FailureCode> = new Set([
  'page.busy',
  'page.timeout',
  'page.unreachable',
  'page.broken',
  'page.garbled',
  'cache.busy',
])

/** What a job does; runJob chooses it by the job's kind. */
export type Journey = (tools: JobTools) => Promise<unknown>

export type Queue = {
  /** Looks for work now; called when something was added. */
  wake(): void
  /** Runs a job this process holds with a journey of its own (a page the reader gave instead of the network's). */
  run(job: Job, journey: Journey): Promise<void>
  cancel(ids: readonly JobId[]): number
  /** Ends when no job of this process is running or due (a command waits for it). */
  idle(): Promise<void>
  close(): Promise<void>
}

/**
 * Runs jobs of the library. `role` long-lived: takes every job whose time has come, and those of dead processes; short: only
 * the jobs this process was given at birth, each once. `changed` is called after every step that wrote.
 */
export function openQueue(options: { readonly tools: Tools; readonly role: 'long-lived' | 'short'; readonly changed: () => void }): Queue {
  const { tools, role, changed } = options
  const { cache, clock, log } = tools
  const running = new Map<JobId, { readonly abort: AbortController; readonly ended: Promise<void> }>()
  const waiting = new Set<() => void>()
  let closed = false
  let timer: NodeJS.Timeout | undefined
  const steps = new Map<JobId, JobStep>()
  let telling: NodeJS.Timeout | undefined
  const heart = setInterval(beat, heartbeatMs)
  if (role === 'short') heart.unref()

  function beat(): void {
    try {
      cache.jobs.heartbeat()
      for (const [id, job] of running) if (cache.jobs.isCancelled(id)) job.abort.abort()
      if (role === 'long-lived' && cache.jobs.recover() > 0) changed()
      wake()
    } catch (error) {
      log.write('warn', 'the queue could not reach the library', { error })
    }
  }

  /** Called by timers too: a library that cannot be read for a moment, or any more, must not end the process. */
  function wake(): void {
    if (closed) return
    clearTimeout(timer)
    try {
      look()
    } catch (error) {
      log.write('warn', 'the queue could not look for work', { error })
      tellIdle()
    }
  }

  function tellIdle(): void {
    if (running.size > 0) return
    for (const tell of waiting) tell()
    waiting.clear()
  }

  function look(): void {
    const settings = cache.settings.get()
    const free = settings.jobsAtOnce - running.size
    if (free > 0 && !(settings.paused && role === 'long-lived')) for (const job of due(free)) void start(job, runJob)
    tellIdle()
    const nextAt = role === 'long-lived' ? cache.jobs.nextAt() : null
    if (nextAt !== null) {
      timer = setTimeout(wake, Math.min(Math.max(nextAt - clock.now(), 200), 60_000))
      timer.unref()
    }
  }

  function due(limit: number): readonly Job[] {
    if (role === 'long-lived') return cache.jobs.claim(limit)
    return cache.jobs
      .mine()
      .filter((job) => !running.has(job.id))
      .slice(0, limit)
  }

  function start(job: Job, journey: Journey): Promise<void> {
    const abort = new AbortController()
    const ended = run(job, journey, abort).finally(() => {
      running.delete(job.id)
      changed()
      wake()
    })
    running.set(job.id, { abort, ended })
    return ended
  }

  async function run(job: Job, journey: Journey, abort: AbortController): Promise<void> {
    const report = (stage: JobProgress['stage'], done: number, total: number): void => {
      steps.set(job.id, { id: job.id, stage, done, total })
      telling ??= setTimeout(tellSteps, progressEveryMs)
    }
    let end = () => cache.jobs.finish(job.id)
    try {
      await journey({ ...tools, job, settings: cache.settings.get(), signal: abort.signal, report })
    } catch (error) {
      // Closing gives the job back to the queue; a cancelled one is marked already and stays so.
      if (abort.signal.aborted || isCancelled(error)) return
      const failure = offlineOr(failureOf(error, log, `job ${job.kind}`))
      end = () => fail(job, failure)
    }
    await writeDown(end, abort.signal)
  }

  /**
   * What was done is done, also when the library is another's for the moment: whoever ends is heard as soon as it is free. Till then the job is
   * held, since one that runs and that nobody runs would be kept by its lease as long as this process lives. Closing gives it back to the queue.
   */
  async function writeDown(end: () => void, signal: AbortSignal): Promise<void> {
    for (;;) {
      try {
        end()
        return
      } catch (error) {
        // The item may have been deleted meanwhile; anything else is worth a line.
        if (error instanceof Failure && error.code === 'item.unknown') return
        log.write('error', 'the end of a job could not be written down', { error })
        if (!(error instanceof Failure && (error.code === 'cache.busy' || (role === 'long-lived' && error.code === 'cache.full')))) return
      }
      await pause(unwrittenPauseMs, undefined, { signal }).catch(() => undefined)
      if (signal.aborted) return
    }
  }

  function tellSteps(): void {
    telling = undefined
    const told = [...steps.values()].filter((step) => running.has(step.id))
    steps.clear()
    try {
      cache.jobs.progress(told)
      changed()
    } catch (error) {
      log.write('warn', 'progress could not be written down', { error })
    }
  }

  function fail(job: Job, failure: FailureValue): void {
    // Also for a command that is about to end: the next window or server that is open goes on with it.
    const retryAt = retryTime(job, failure)
    // Both or neither: a row that waits without a job would wait for ever.
    cache.together(() => {
      cache.jobs.fail(job.id, failure, retryAt)
      // Words or a file that nobody offers say nothing of the talk itself: that stays the job's.
      if (job.kind === 'transcript' || job.kind === 'transcript-yt-dlp' || job.kind === 'recording') return
      if (retryAt === null || failure.code !== 'network.offline') cache.items.fail(job.itemId, failure)
    })
  }

  /** Cancelling is no failure of a job, but a row that would wait for ever says what became of it, and how to go on. */
  function sayStopped(id: ItemId): void {
    if (cache.items.get(id).item.state === 'waiting') cache.items.fail(id, { code: 'job.stopped', facts: {} })
  }

  function retryTime(job: Job, failure: FailureValue): number | null {
    if (failure.code === 'network.offline') return clock.now() + offlinePauseMs
    if (!worthRetrying.has(failure.code)) return null
    const pauseMs = retryPausesMs[job.attempts]
    if (pauseMs === undefined) return null
    if (failure.code === 'cache.busy') return clock.now() + busyPauseMs
    const asked = failure.facts.retryAfterMs
    return clock.now() + Math.min(mostPauseMs, Math.max(pauseMs, typeof asked === 'number' ? asked : 0))
  }

  wake()
  return {
    wake,
    run: start,
    cancel(ids) {
      const cancelled = cache.together(() => {
        const stopped = cache.jobs.cancel(ids)
        for (const { itemId } of stopped) sayStopped(itemId)
        return stopped
      })
      for (const id of ids) running.get(id)?.abort.abort()
      changed()
      return cancelled.length
    },
    idle: () =>
      new Promise((resolve) => {
        waiting.add(resolve)
        wake()
      }),
    async close() {
      closed = true
      clearTimeout(timer)
      clearTimeout(telling)
      clearInterval(heart)
      for (const job of running.values()) job.abort.abort()
      await Promise.allSettled([...running.values()].map((job) => job.ended))
      cache.jobs.release()
    },
  }
}

/** A host that cannot be reached from a machine without any network is not the host's fault. */
function offlineOr(failure: FailureValue): FailureValue {
  return failure.code === 'page.unreachable' && isOffline() ? { code: 'network.offline', facts: {} } : failure
}

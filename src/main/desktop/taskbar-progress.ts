// How far the work in the background has come, as one bar of the system. Pure; windows.ts draws it.
import type { JobProgress } from '../../shared/job.ts'

/** `share` 0 to 1, or -1 for no bar. `failed`: everything of this batch that is over has failed. */
export type Bar = { readonly share: number; readonly failed: boolean }
/** The jobs since nothing was left to do, each with its share (0 to 1) and whether it failed. */
export type Work = ReadonlyMap<string, { readonly share: number; readonly state: JobProgress['state'] }>

export const noBar: Bar = { share: -1, failed: false }
export const noWork: Work = new Map()

/** Pictures are what takes long; the page before them counts for half. */
const pageShare = 0.5

/** Takes in what one job tells. A batch ends when its last job is over: what comes then begins a new one. */
export function withJob(before: Work, job: JobProgress, now: number): Work {
  const known = before.has(job.id)
  if (isOver(job.state) && !known) return before
  // Queued for an hour from now (the network is away): nothing happens, so there is nothing to draw.
  const forLater = job.state === 'queued' && job.notBefore !== null && job.notBefore > now + 1_000
  const begun = isIdle(before) ? noWork : before
  const after = new Map(begun)
  if (forLater) after.delete(job.id)
  else if (known || !isOver(job.state)) after.set(job.id, { share: shareOf(job), state: job.state })
  return after
}

export function barOf(work: Work): Bar {
  const jobs = [...work.values()]
  const over = jobs.filter((job) => isOver(job.state))
  const failed = over.length > 0 && over.every((job) => job.state === 'failed')
  if (isIdle(work)) return { share: -1, failed }
  return { share: jobs.reduce((sum, job) => sum + job.share, 0) / jobs.length, failed }
}

function isIdle(work: Work): boolean {
  return ![...work.values()].some((job) => !isOver(job.state))
}

function isOver(state: JobProgress['state']): boolean {
  return state !== 'queued' && state !== 'running'
}

function shareOf(job: JobProgress): number {
  if (isOver(job.state)) return 1
  if (job.state === 'queued' || job.stage === 'waiting' || job.stage === 'fetching') return 0
  return job.stage === 'assets' && job.total > 0 ? pageShare + ((1 - pageShare) * job.done) / job.total : pageShare
}

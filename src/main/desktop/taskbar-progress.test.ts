import { expect, test } from 'vitest'
import { ItemId } from '../../shared/item.ts'
import { JobId, type JobProgress } from '../../shared/job.ts'
import { barOf, noWork, type Work, withJob } from './taskbar-progress.ts'

const job = (n: number, more: Partial<JobProgress> = {}): JobProgress => ({
  id: JobId.parse(n.toString(16).padStart(32, '0')),
  itemId: ItemId.parse('1'.repeat(32)),
  kind: 'save',
  state: 'running',
  stage: 'fetching',
  done: 0,
  total: 0,
  notBefore: null,
  attempts: 1,
  title: 'Part',
  failure: null,
  ...more,
})
const told = (...jobs: readonly JobProgress[]): Work => jobs.reduce((work, one) => withJob(work, one, 0), noWork)

test('grows with what is over and with the pictures, and goes when all is', () => {
  const queued = told(job(1), job(2, { state: 'queued' }))
  expect(barOf(queued)).toEqual({ share: 0, failed: false })
  const half = withJob(queued, job(1, { stage: 'assets', done: 2, total: 4 }), 0)
  expect(barOf(half).share).toBeCloseTo(0.375)
  const one = withJob(half, job(1, { state: 'done' }), 0)
  expect(barOf(one)).toEqual({ share: 0.5, failed: false })
  expect(barOf(withJob(one, job(2, { state: 'done' }), 0))).toEqual({ share: -1, failed: false })
})

test('a new batch begins at nothing', () => {
  const over = told(job(1), job(1, { state: 'done' }))
  expect(barOf(withJob(over, job(2), 0))).toEqual({ share: 0, failed: false })
})

test('is red when everything failed, and not when one thing did', () => {
  const failed = told(job(1), job(2), job(1, { state: 'failed' }))
  expect(barOf(failed)).toEqual({ share: 0.5, failed: true })
  expect(barOf(withJob(failed, job(2, { state: 'failed' }), 0))).toEqual({ share: -1, failed: true })
  expect(barOf(withJob(failed, job(2, { state: 'done' }), 0)).failed).toBe(false)
})

test('what waits for later is no work now, and old news is none either', () => {
  expect(barOf(told(job(1), job(1, { state: 'queued', notBefore: 60_000 })))).toEqual({ share: -1, failed: false })
  expect(barOf(told(job(1, { state: 'failed' })))).toEqual({ share: -1, failed: false })
})

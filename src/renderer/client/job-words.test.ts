import { expect, test } from 'vitest'
import { ItemId } from '../../shared/item.ts'
import { JobId, type JobProgress } from '../../shared/job.ts'
import { batchOf, jobPercent, jobWords, lastFailureWords, noBatch } from './job-words.ts'

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

test('a job says what it does', () => {
  expect(jobWords(job(1, { stage: 'assets', done: 3, total: 5 }), 0)).toBe('3 of 5 pictures')
  expect(jobWords(job(1, { state: 'queued' }), 0)).toBe('Waiting its turn')
  expect(jobWords(job(1, { state: 'queued', notBefore: 3_600_000 }), 0)).toMatch(/^Next try at \d\d:\d\d$/)
  expect(jobWords(job(1, { kind: 'talk-details', state: 'queued', notBefore: 3_600_000 }), 0)).toMatch(
    /^Next try for its details at \d\d:\d\d$/,
  )
  expect(jobWords(job(1, { state: 'failed', failure: { code: 'page.login', facts: {} } }), 0)).toContain('login')
})

test('a job that waits for another try says why the last one failed', () => {
  const failure = { code: 'page.timeout', facts: { host: 'shelf.example' } } as const
  expect(lastFailureWords(job(1, { state: 'queued', notBefore: 3_600_000, failure }), 0)).toBe('shelf.example took too long to answer.')
  expect(lastFailureWords(job(1, { state: 'queued', failure }), 0)).toBeNull()
  expect(lastFailureWords(job(1, { state: 'queued', notBefore: 3_600_000 }), 0)).toBeNull()
})

test('a thread grows from stage to stage and never past its end', () => {
  const steps = [
    job(1, { state: 'queued' }),
    job(1),
    job(1, { stage: 'extracting' }),
    job(1, { stage: 'assets', done: 0, total: 4 }),
    job(1, { stage: 'assets', done: 4, total: 4 }),
    job(1, { stage: 'indexing' }),
    job(1, { state: 'done' }),
  ].map(jobPercent)
  expect(steps).toEqual([...steps].sort((a, b) => a - b))
  expect(steps.at(-1)).toBe(100)
})

test('a batch counts what is over until nothing is left to do', () => {
  const one = batchOf(noBatch, [job(1), job(2, { state: 'queued' })])
  expect([one.ids.size, one.over]).toEqual([2, 0])
  const two = batchOf(one, [job(2), job(3, { state: 'queued' })])
  expect([two.ids.size, two.over]).toEqual([3, 1])
  expect(batchOf(two, [job(2), job(3, { state: 'queued' })])).toBe(two)
  expect(batchOf(two, [job(3, { state: 'failed' })])).toEqual(noBatch)
})

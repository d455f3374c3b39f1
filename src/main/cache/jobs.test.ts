import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { ItemId } from '../../shared/item.ts'
import type { JobId } from '../../shared/job.ts'
import { openTemporaryCache, saveOne, someLink, type TemporaryCache } from '../testing/temporary-library.ts'
import type { Cache } from './cache.ts'

let temporary: TemporaryCache
let cache: Cache
beforeEach(async () => {
  temporary = await openTemporaryCache()
  cache = temporary.cache
})
afterEach(() => temporary.remove())
const timeout = { code: 'page.timeout', facts: {} } as const
/** A process id that no process of this machine has. */
const deadPid = 2 ** 22 + 17

describe('a job', () => {
  test('is claimed once, oldest first, and ends', () => {
    const [a, b, c] = ['a', 'b', 'c'].map((name) => saveOne(cache, name).id)
    expect(cache.jobs.claim(2).map((job) => job.itemId)).toEqual([a, b])
    const [last] = cache.jobs.claim(2)
    expect(last).toMatchObject({ itemId: c, kind: 'save', attempts: 0 })
    expect(cache.jobs.claim(2)).toEqual([])
    expect(cache.jobs.list().map((job) => job.state)).toEqual(['running', 'running', 'running'])
    cache.jobs.progress([{ id: last?.id as JobId, stage: 'assets', done: 2, total: 5 }])
    expect(cache.jobs.ofItem(c as ItemId)).toMatchObject({ stage: 'assets', done: 2, total: 5, title: 'desk.test/c' })
    cache.jobs.finish(last?.id as JobId)
    expect(cache.jobs.ofItem(c as ItemId)).toMatchObject({ state: 'done', stage: 'waiting' })
    expect(cache.jobs.list()).toHaveLength(2)
  })

  test('that waits for its time hides neither what is at work nor the failure of what was asked for since', () => {
    const { id } = saveOne(cache, 'a')
    const [saving] = cache.jobs.claim(1)
    cache.jobs.finish(saving?.id as JobId)
    cache.jobs.add([{ itemId: id, kind: 'talk-details', notBefore: temporary.clock.now() + 60_000 }], { lease: false })
    expect(cache.jobs.ofItem(id)).toMatchObject({ kind: 'talk-details', state: 'queued' })
    cache.jobs.add([{ itemId: id, kind: 'transcript' }], { lease: false })
    expect(cache.jobs.ofItem(id)).toMatchObject({ kind: 'transcript', state: 'queued' })
    const [looking] = cache.jobs.claim(1)
    cache.jobs.fail(looking?.id as JobId, timeout, null)
    expect(cache.jobs.ofItem(id)).toMatchObject({ kind: 'transcript', state: 'failed', failure: timeout })
  })

  test('and its row end together or not at all', () => {
    const { id } = saveOne(cache, 'a')
    const [job] = cache.jobs.claim(1)
    const endBoth = (broken: boolean) =>
      cache.together(() => {
        cache.jobs.fail(job?.id as JobId, timeout, null)
        if (broken) throw new Error('cut off')
        cache.items.fail(id, timeout)
      })
    expect(() => endBoth(true)).toThrow('cut off')
    expect(cache.jobs.ofItem(id)).toMatchObject({ state: 'running', failure: null })
    endBoth(false)
    expect(cache.jobs.ofItem(id)).toMatchObject({ state: 'failed', failure: timeout })
    expect(cache.items.get(id).item).toMatchObject({ state: 'failed', failure: timeout })
  })

  test('that failed for now is tried again when its time has come, and counts', () => {
    const { id } = saveOne(cache, 'a')
    const [job] = cache.jobs.claim(1)
    const retryAt = temporary.clock.now() + 60_000
    cache.jobs.fail(job?.id as JobId, timeout, retryAt)
    expect(cache.jobs.claim(1)).toEqual([])
    expect(cache.jobs.nextAt()).toBe(retryAt)
    expect(cache.jobs.ofItem(id)).toMatchObject({ state: 'queued', notBefore: retryAt, failure: timeout, attempts: 1 })
    temporary.clock.advance(60_000)
    expect(cache.jobs.claim(1)).toMatchObject([{ id: job?.id, attempts: 1 }])
    cache.jobs.fail(job?.id as JobId, timeout, null)
    expect(cache.jobs.ofItem(id)).toMatchObject({ state: 'failed', failure: timeout })
    expect(cache.jobs.nextAt()).toBeNull()
  })

  test('that failed stays in the list until it is tried again or its item goes', () => {
    const { id } = saveOne(cache, 'a')
    const other = saveOne(cache, 'b').id
    for (const job of cache.jobs.claim(2)) cache.jobs.fail(job.id, timeout, null)
    expect(cache.jobs.list().map((job) => [job.itemId, job.state])).toEqual(
      expect.arrayContaining([
        [id, 'failed'],
        [other, 'failed'],
      ]),
    )
    cache.jobs.add([{ itemId: id, kind: 'save' }], { lease: false })
    expect(cache.jobs.list().map((job) => [job.itemId, job.state])).toEqual([
      [id, 'queued'],
      [other, 'failed'],
    ])
    cache.items.move([other], 'trash')
    expect(cache.jobs.list().map((job) => job.itemId)).toEqual([id])
  })

  test('is not doubled while one of its kind is queued or running', () => {
    const { id } = saveOne(cache, 'a')
    const [again] = cache.jobs.add([{ itemId: id, kind: 'save' }], { lease: false })
    expect(cache.jobs.claim(5)).toMatchObject([{ id: again?.id }])
    expect(cache.jobs.add([{ itemId: id, kind: 'save' }], { lease: false })).toMatchObject([{ id: again?.id }])
    cache.jobs.add([{ itemId: id, kind: 'refresh' }], { lease: false })
    expect(cache.jobs.claim(5)).toMatchObject([{ kind: 'refresh' }])
  })

  test('that waits for later comes forward when it is asked for again', () => {
    const { id } = saveOne(cache, 'a')
    const [job] = cache.jobs.claim(1)
    cache.jobs.fail(job?.id as JobId, timeout, temporary.clock.now() + 60_000)
    cache.jobs.add([{ itemId: id, kind: 'save' }], { lease: false })
    expect(cache.jobs.claim(1)).toMatchObject([{ id: job?.id }])
  })

  test('that asks for itself again later is queued when it ends, and counts on', () => {
    const { id } = saveOne(cache, 'a')
    const at = temporary.clock.now() + 600_000
    cache.jobs.add([{ itemId: id, kind: 'talk-details' }], { lease: false })
    const details = cache.jobs.claim(5).find((job) => job.kind === 'talk-details')
    cache.jobs.add([{ itemId: id, kind: 'talk-details', notBefore: at }], { lease: false })
    expect(cache.jobs.isCancelled(details?.id as JobId)).toBe(false)
    cache.jobs.finish(details?.id as JobId)
    expect(cache.jobs.nextAt()).toBe(at)
    temporary.clock.advance(600_000)
    expect(cache.jobs.claim(5)).toMatchObject([{ id: details?.id, attempts: 1 }])
    cache.jobs.finish(details?.id as JobId)
    expect(cache.jobs.claim(5)).toEqual([])
  })

  test('for an item that is not there is said', () => {
    expect(() => cache.jobs.add([{ itemId: '0'.repeat(32) as ItemId, kind: 'save' }], { lease: false })).toThrowError(
      expect.objectContaining({ code: 'item.unknown' }),
    )
  })

  test('goes with its item', () => {
    const { id } = saveOne(cache, 'a')
    const [job] = cache.jobs.claim(1)
    cache.items.move([id], 'trash')
    cache.items.deleteForever([id])
    expect(cache.jobs.isCancelled(job?.id as JobId)).toBe(true)
    expect(() => cache.jobs.finish(job?.id as JobId)).not.toThrow()
    expect(() => cache.jobs.fail(job?.id as JobId, timeout, 1)).not.toThrow()
  })
})

describe('cancelling', () => {
  test('ends a queued job at once', () => {
    const { id } = saveOne(cache, 'a')
    const job = cache.jobs.ofItem(id)
    expect(cache.jobs.cancel([job?.id as JobId])).toMatchObject([{ id: job?.id }])
    expect(cache.jobs.claim(1)).toEqual([])
    expect(cache.jobs.cancel([job?.id as JobId])).toEqual([])
  })

  test('is seen by the process that runs the job, and what that says later changes nothing', async () => {
    const { id } = saveOne(cache, 'a')
    const [job] = cache.jobs.claim(1)
    const other = await temporary.open()
    expect(other.jobs.cancel([job?.id as JobId])).toHaveLength(1)
    expect(cache.jobs.isCancelled(job?.id as JobId)).toBe(true)
    cache.jobs.finish(job?.id as JobId)
    cache.jobs.release()
    expect(other.jobs.ofItem(id)?.state).toBe('cancelled')
    const [again] = cache.jobs.add([{ itemId: id, kind: 'save' }], { lease: false })
    expect(again?.id).not.toBe(job?.id)
  })
})

describe('leases', () => {
  test('jobs of a command are its own from birth', async () => {
    const command = await temporary.open({ role: 'short' })
    const [saved] = command.items.save([someLink('a')], { lease: true })
    expect(cache.jobs.claim(5)).toEqual([])
    expect(command.jobs.mine()).toMatchObject([{ id: saved?.jobId, attempts: 0 }])
    command.jobs.finish(saved?.jobId as JobId)
    expect(command.jobs.mine()).toEqual([])
  })

  test('a command takes over what waits in the queue, and leaves what runs elsewhere', async () => {
    const waiting = saveOne(cache, 'running')
    cache.jobs.claim(1)
    saveOne(cache, 'queued')
    const command = await temporary.open({ role: 'short' })
    command.items.save([someLink('running'), someLink('queued')], { lease: true })
    expect(command.jobs.mine().map((job) => job.itemId)).toEqual([command.items.itemIdOf('desk.test/queued')])
    expect(cache.jobs.ofItem(waiting.id)?.state).toBe('running')
  })

  test.each(['save', 'refresh'] as const)('asking again for a %s whose lease ran out takes it over, in a command too', async (kind) => {
    const { id } = saveOne(cache, 'a')
    for (const job of cache.jobs.claim(1)) cache.jobs.finish(job.id)
    cache.items.describe(id, { state: 'complete' })
    const [job] = cache.jobs.add([{ itemId: id, kind }], { lease: true })
    const command = await temporary.open({ role: 'short' })
    const ask = () => command.items.save([someLink('a')], { lease: true })
    expect(ask()).toMatchObject([{ jobId: job?.id }])
    expect(command.jobs.mine()).toEqual([])
    temporary.clock.advance(30_001)
    expect(ask()).toMatchObject([{ jobId: job?.id }])
    expect(command.jobs.mine()).toMatchObject([{ id: job?.id, kind }])
    expect(cache.jobs.isCancelled(job?.id as JobId)).toBe(true)
  })

  test('closing gives running jobs back, and their try is not counted', async () => {
    saveOne(cache, 'a')
    const other = await temporary.open()
    const [job] = other.jobs.claim(1)
    other.close()
    expect(cache.jobs.claim(1)).toMatchObject([{ id: job?.id, attempts: 0 }])
  })

  test('a lease that is renewed is kept; one that ran out is taken over', async () => {
    saveOne(cache, 'a')
    const other = await temporary.open()
    const [job] = other.jobs.claim(1)
    temporary.clock.advance(25_000)
    other.jobs.heartbeat()
    temporary.clock.advance(25_000)
    expect(cache.jobs.recover()).toBe(0)
    temporary.clock.advance(10_000)
    expect(cache.jobs.recover()).toBe(1)
    expect(other.jobs.isCancelled(job?.id as JobId)).toBe(true)
    expect(cache.jobs.claim(1)).toMatchObject([{ id: job?.id, attempts: 1 }])
    other.jobs.finish(job?.id as JobId)
    expect(cache.jobs.isCancelled(job?.id as JobId)).toBe(false)
  })

  test('a job of a dead process is taken over at once', async () => {
    saveOne(cache, 'a')
    const dead = await temporary.open({ pid: deadPid })
    dead.jobs.claim(1)
    expect(cache.jobs.recover()).toBe(1)
    expect(cache.jobs.claim(1)).toHaveLength(1)
  })

  test('a lease from before the clock was moved back does not last for ever', async () => {
    saveOne(cache, 'a')
    const other = await temporary.open()
    other.jobs.claim(1)
    temporary.clock.advance(-3_600_000)
    expect(cache.jobs.recover()).toBe(1)
  })

  test('nobody takes over his own jobs, nor does a command take over any', async () => {
    saveOne(cache, 'a')
    cache.jobs.claim(1)
    temporary.clock.advance(3_600_000)
    expect(cache.jobs.recover()).toBe(0)
    const command = await temporary.open({ role: 'short' })
    expect(command.jobs.recover()).toBe(0)
    expect((await temporary.open()).jobs.recover()).toBe(1)
  })
})

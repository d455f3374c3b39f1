import { afterEach, beforeEach, expect, test } from 'vitest'
import type { JobId } from '../../../shared/job.ts'
import { openTemporaryCache, saveOne, type TemporaryCache } from '../../testing/temporary-library.ts'
import { retryItems } from './retry-items.ts'

let temporary: TemporaryCache
beforeEach(async () => {
  temporary = await openTemporaryCache()
})
afterEach(() => temporary.remove())

test('what waits for another try is tried now, as what it is', () => {
  const { cache, clock } = temporary
  const { id } = saveOne(cache, 'a')
  cache.jobs.finish(cache.jobs.claim(1)[0]?.id as JobId)
  cache.jobs.add([{ itemId: id, kind: 'talk-details' }], { lease: false })
  const [job] = cache.jobs.claim(1)
  cache.jobs.fail(job?.id as JobId, { code: 'page.timeout', facts: {} }, clock.now() + 60_000)
  expect(cache.jobs.claim(5)).toEqual([])
  expect(retryItems([id], cache, { lease: false })).toEqual([job?.id])
  expect(cache.jobs.claim(5)).toMatchObject([{ itemId: id, kind: 'talk-details' }])
})

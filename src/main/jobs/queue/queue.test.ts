import { afterEach, beforeEach, expect, test } from 'vitest'
import { Failure } from '../../../shared/failure.ts'
import type { ItemId } from '../../../shared/item.ts'
import { openPictureRoom } from '../../assets/picture-room.ts'
import type { Cache, JobShelf } from '../../cache/cache.ts'
import { openExtractPool } from '../../extract/pool.ts'
import { openNetwork } from '../../network/request.ts'
import { silentLog } from '../../platform/log.ts'
import { openSearchIndex } from '../../search/open-index.ts'
import { openTemporaryCache, saveOne, type TemporaryCache } from '../../testing/temporary-library.ts'
import type { Tools } from '../tools.ts'
import { openQueue, type Queue } from './queue.ts'

let temporary: TemporaryCache
let queue: Queue | undefined
beforeEach(async () => {
  temporary = await openTemporaryCache()
})
afterEach(async () => {
  await queue?.close()
  await temporary.remove()
})

/** Nothing of it is started by opening it: no process, no connection. */
function toolsOf(cache: Cache): Tools {
  const { clock, folder } = temporary
  const log = silentLog
  return {
    ...{ cache, clock, log, pictures: openPictureRoom() },
    network: openNetwork({ clock, log, version: 'test' }),
    pool: openExtractPool({ size: 1, entry: new URL('../../extract/extract-process.ts', import.meta.url), log, clock }),
    index: openSearchIndex({ folder, workerEntry: new URL('../../search/index-worker.ts', import.meta.url), log }),
  }
}

/** The library as it is while a neighbour keeps it to itself, for one call of one name. */
function heldOnce<N extends 'finish' | 'fail'>(cache: Cache, name: N): Cache {
  let held = true
  const jobs: JobShelf = {
    ...cache.jobs,
    [name]: (...given: Parameters<JobShelf[N]>) => {
      if (held) {
        held = false
        throw new Failure('cache.busy')
      }
      return Reflect.apply(cache.jobs[name], cache.jobs, given)
    },
  }
  return { ...cache, jobs }
}

async function runOne(cache: Cache, journey: () => Promise<unknown>): Promise<ItemId> {
  const { id } = saveOne(temporary.cache, 'a')
  const [job] = temporary.cache.jobs.claim(1)
  if (!job) throw new Error('there is no job')
  queue = openQueue({ tools: toolsOf(cache), role: 'long-lived', changed: () => undefined })
  await queue.run(job, journey)
  return id
}

test('a job that is done is done, also when that could not be written down at once', async () => {
  let runs = 0
  const id = await runOne(heldOnce(temporary.cache, 'finish'), async () => void runs++)
  expect(temporary.cache.jobs.ofItem(id)).toMatchObject({ state: 'done' })
  expect(temporary.cache.items.get(id).item.failure).toBeNull()
  expect(runs).toBe(1)
})

test('a job that failed does not run on for ever when that could not be written down at once', async () => {
  const id = await runOne(heldOnce(temporary.cache, 'fail'), () => Promise.reject(new Failure('page.gone')))
  expect(temporary.cache.jobs.ofItem(id)).toMatchObject({ state: 'failed' })
  expect(temporary.cache.items.get(id).item).toMatchObject({ state: 'failed', failure: { code: 'page.gone' } })
})

test('a library that was held by another is asked again in seconds, not as a server that is down', async () => {
  const id = await runOne(temporary.cache, () => Promise.reject(new Failure('cache.busy')))
  const { notBefore } = temporary.cache.jobs.ofItem(id) ?? {}
  expect(notBefore).toBe(temporary.clock.now() + 5_000)
})

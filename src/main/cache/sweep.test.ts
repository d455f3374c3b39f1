import { existsSync, mkdirSync, statSync, utimesSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { dayMs, openTemporaryCache, saveOne, sha256, someAsset, someCopy, type TemporaryCache } from '../testing/temporary-library.ts'
import { storeBlobs } from './blobs.ts'
import type { Cache } from './cache.ts'
import { removeOldFiles } from './sweep.ts'

let temporary: TemporaryCache
let cache: Cache
beforeEach(async () => {
  temporary = await openTemporaryCache()
  cache = temporary.cache
})
afterEach(() => temporary.remove())

/** A file in the blobs' folder that nobody points to. */
function strayBlob(words: string, daysOld: number): string {
  const bytes = Buffer.from(words)
  const path = cache.blobs.pathOf(sha256(bytes))
  mkdirSync(dirname(path), { recursive: true })
  writeFileSync(path, bytes)
  age(path, daysOld)
  return path
}

function age(path: string, days: number): void {
  const then = new Date(temporary.clock.now() - days * dayMs)
  utimesSync(path, then, then)
}

test('takes what nobody points to and is older than a day, and nothing else', async () => {
  const item = saveOne(cache, 'a')
  const { copyId } = await cache.copies.store(someCopy(item.id, 'kept', { assets: [someAsset('kept')] }), { show: true })
  const pointedTo = cache.blobs.pathOf(cache.copies.assetsOf(copyId)[0]?.sha256 ?? '')
  age(pointedTo, 400)
  const old = strayBlob('old', 1.1)
  const young = strayBlob('young', 0.9)
  const ahead = strayBlob('from a clock that ran ahead', -3)
  expect(await cache.blobs.sweep()).toEqual({ blobs: 1, bytes: 3 })
  expect([old, young, ahead, pointedTo].map(existsSync)).toEqual([false, true, true, true])
  expect(await cache.copies.readHtml(copyId)).toBe('<p>kept</p>')
})

test('takes what a crash left half written, when it is a day old', async () => {
  const folder = dirname(strayBlob('young', 0))
  const stale = join(folder, '.abc.def.tmp')
  const fresh = join(folder, '.abc.ghi.tmp')
  const beside = join(temporary.folder, '.device.abc.tmp')
  for (const path of [stale, fresh, beside]) writeFileSync(path, 'half')
  age(stale, 2)
  age(beside, 2)
  await cache.blobs.sweep()
  expect([stale, fresh, beside].map(existsSync)).toEqual([false, true, false])
})

test('leaves what is not its own alone', async () => {
  const note = join(temporary.folder, 'blobs', 'README')
  const odd = join(dirname(strayBlob('young', 0)), 'not-a-hash')
  for (const path of [note, odd]) {
    writeFileSync(path, 'mine')
    age(path, 9)
  }
  await cache.blobs.sweep()
  expect([note, odd].map(existsSync)).toEqual([true, true])
})

test('a command that comes and goes sweeps nothing', async () => {
  const old = strayBlob('old', 2)
  const command = await temporary.open({ role: 'short' })
  expect(await command.blobs.sweep()).toEqual({ blobs: 0, bytes: 0 })
  expect(existsSync(old)).toBe(true)
})

test('an old file that a save uses again becomes young before it commits', async () => {
  const asset = someAsset('again')
  const path = cache.blobs.pathOf(asset.sha256)
  mkdirSync(dirname(path), { recursive: true })
  writeFileSync(path, asset.bytes)
  age(path, 30)
  const other = await temporary.open()
  const item = saveOne(cache, 'a')
  // Another process sweeps at every moment the save gives away.
  const storing = cache.copies.store(someCopy(item.id, 'words', { assets: [asset] }), { show: true })
  let swept = 0
  const sweeping = (async () => {
    for (let n = 0; n < 20; n++) swept += (await other.blobs.sweep()).blobs
  })()
  await Promise.all([storing, sweeping])
  expect(existsSync(path)).toBe(true)
  expect(temporary.clock.now() - statSync(path).mtimeMs).toBeLessThan(dayMs)
  expect(swept).toBeLessThanOrEqual(1)
})

test('a blob that another process swept between its writing and the commit is written again', async () => {
  const asset = someAsset('unlucky')
  const path = cache.blobs.pathOf(asset.sha256)
  const { library } = temporary
  let turns = 0
  const unlucky = {
    ...library,
    database: {
      ...library.database,
      transaction<T>(work: () => T): T {
        turns += 1
        if (turns === 1) {
          age(path, 2)
          removeOldFiles(library, [asset.sha256])
        }
        return library.database.transaction(work)
      },
    },
  }
  await storeBlobs(unlucky, [asset], () => expect(existsSync(path)).toBe(true))
  expect(turns).toBe(2)
})

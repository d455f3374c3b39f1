import { existsSync, mkdirSync, readFileSync, statSync, utimesSync, writeFileSync } from 'node:fs'
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

test('takes what a backup that was cut off left, with the journal of it', async () => {
  const backups = join(temporary.folder, 'backups')
  mkdirSync(backups, { recursive: true })
  const left = ['library-version-1.db.abc.tmp', 'library-version-1.db.abc.tmp-journal'].map((name) => join(backups, name))
  const whole = join(backups, 'library-version-1.db')
  for (const path of [...left, whole]) {
    writeFileSync(path, 'bytes')
    age(path, 1.1)
  }
  await cache.blobs.sweep()
  expect(left.filter((path) => existsSync(path))).toEqual([])
  expect(existsSync(whole)).toBe(true)
})

test('takes the record of a copy that was deleted while the record was written', async () => {
  const item = saveOne(cache, 'a')
  const { copyId } = await cache.copies.store(someCopy(item.id, 'words'), { show: true })
  const path = join(temporary.folder, 'copies', copyId.slice(0, 2), `${copyId}.json`)
  const record = readFileSync(path)
  cache.items.move([item.id], 'trash')
  cache.items.deleteForever([item.id])
  expect(existsSync(path)).toBe(false)
  writeFileSync(path, record)
  await cache.blobs.sweep()
  expect(existsSync(path)).toBe(false)
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

/** The library as another process meets it: `meanwhile` happens just before the nth write transaction. */
function interrupted(meanwhile: (turn: number) => void) {
  const { library } = temporary
  let turns = 0
  const database = {
    ...library.database,
    transaction<T>(work: () => T): T {
      turns += 1
      meanwhile(turns)
      return library.database.transaction(work)
    },
  }
  return { library: { ...library, database }, turns: () => turns }
}

test('an old file that a save uses again becomes young before it commits', async () => {
  const asset = someAsset('again')
  const path = cache.blobs.pathOf(asset.sha256)
  mkdirSync(dirname(path), { recursive: true })
  writeFileSync(path, asset.bytes)
  age(path, 30)
  const written = statSync(path).ino
  const { library, turns } = interrupted(() => removeOldFiles(temporary.library, [asset.sha256]))
  await storeBlobs(library, [asset], () => undefined)
  expect(turns()).toBe(1)
  expect(statSync(path).ino).toBe(written)
})

test('a blob that another process swept between its writing and the commit is written again', async () => {
  const asset = someAsset('unlucky')
  const path = cache.blobs.pathOf(asset.sha256)
  const { library, turns } = interrupted((turn) => {
    if (turn > 1) return
    age(path, 2)
    removeOldFiles(temporary.library, [asset.sha256])
  })
  await storeBlobs(library, [asset], () => expect(existsSync(path)).toBe(true))
  expect(turns()).toBe(2)
})

test('a blob that was pointed to after the sweep had looked stays', async () => {
  const item = saveOne(cache, 'a')
  const asset = someAsset('late')
  await cache.copies.store(someCopy(item.id, 'words', { assets: [asset] }), { show: true })
  age(cache.blobs.pathOf(asset.sha256), 30)
  expect(removeOldFiles(temporary.library, [asset.sha256])).toEqual({ blobs: 0, bytes: 0 })
  expect(existsSync(cache.blobs.pathOf(asset.sha256))).toBe(true)
})

test('saves and sweeps of two processes at once lose nothing', async () => {
  const other = await temporary.open()
  const { id } = saveOne(cache, 'a')
  const assets = Array.from({ length: 10 }, (_, n) => someAsset(`picture ${n}`))
  for (const asset of assets) {
    strayBlob(String(asset.bytes), 30)
  }
  let storing = true
  const sweeping = (async () => {
    while (storing) await other.blobs.sweep()
  })()
  const { copyId } = await cache.copies.store(someCopy(id, 'words', { assets }), { show: true })
  storing = false
  await sweeping
  for (const asset of cache.copies.assetsOf(copyId)) expect(Buffer.from(await cache.blobs.read(asset.sha256))).toHaveLength(100)
})

test('forgets tags nobody uses, and none that something in the trash may bring back', async () => {
  const [gone, trashed] = [saveOne(cache, 'gone'), saveOne(cache, 'trashed')]
  cache.tags.change([gone.id], ['once'], [])
  cache.tags.change([trashed.id], ['twice'], [])
  cache.items.move([gone.id, trashed.id], 'trash')
  cache.items.deleteForever([gone.id])
  await cache.blobs.sweep()
  expect(temporary.library.database.all('SELECT tag FROM tag_counts').map(({ tag }) => tag)).toEqual(['twice'])
  cache.items.move([trashed.id], 'inbox')
  expect(cache.tags.list()).toEqual([{ tag: 'twice', items: 1 }])
})

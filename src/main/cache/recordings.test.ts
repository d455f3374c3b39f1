import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { ItemId } from '../../shared/item.ts'
import type { Recording } from '../../shared/recording.ts'
import { dayMs, openTemporaryCache, saveOne, sha256, type TemporaryCache } from '../testing/temporary-library.ts'
import type { Cache } from './cache.ts'

let temporary: TemporaryCache
let cache: Cache
beforeEach(async () => {
  temporary = await openTemporaryCache()
  cache = temporary.cache
})
afterEach(() => temporary.remove())

const facts = { mime: 'video/webm', name: 'talk.webm', url: null } as const

async function give(id: ItemId, words: readonly string[]): Promise<Recording> {
  const file = await cache.recordings.begin('one')
  for (const part of words) await file.write(Buffer.from(part))
  return cache.recordings.keep(id, file, facts)
}
const fileOf = ({ hash }: Recording) => cache.blobs.pathOf(hash)

test('a recording lies on the shelf under the hash of its bytes, weighs, and is known with its item', async () => {
  const { id } = saveOne(cache, 'talk')
  const kept = await give(id, ['film ', 'and sound'])
  expect(kept).toMatchObject({ ...facts, itemId: id, hash: sha256(Buffer.from('film and sound')), bytes: 14, stoppedAt: 0 })
  expect(readFileSync(fileOf(kept), 'utf8')).toBe('film and sound')
  expect([cache.storage.bytesOf(id), (await cache.storage.use()).bytes]).toEqual([14, 14])
  expect(cache.recordings.stopAt(id, 34.5)).toBe(true)
  expect(cache.recordings.of(id)).toEqual({ ...kept, stoppedAt: 34.5 })
  temporary.clock.advance(3 * dayMs)
  await cache.blobs.sweep()
  expect(existsSync(fileOf(kept))).toBe(true)
  expect(await cache.rereadFiles()).toMatchObject({ files: { missing: 0, damaged: 0 } })
})

test('one that is removed can be brought back for a day, and is swept then', async () => {
  const { id } = saveOne(cache, 'talk')
  const kept = await give(id, ['film'])
  temporary.clock.advance(3 * dayMs)
  expect(cache.recordings.remove(id)).toEqual(kept)
  expect([cache.recordings.of(id), cache.recordings.remove(id), cache.storage.bytesOf(id), (await cache.storage.use()).bytes]).toEqual([
    null,
    null,
    0,
    0,
  ])
  temporary.clock.advance(0.9 * dayMs)
  await cache.blobs.sweep()
  expect(cache.recordings.restore(id, kept.hash, facts)).toMatchObject({ hash: kept.hash, bytes: 4 })
  expect(cache.recordings.remove(id)?.hash).toBe(kept.hash)
  temporary.clock.advance(1.1 * dayMs)
  await cache.blobs.sweep()
  expect(existsSync(fileOf(kept))).toBe(false)
  expect(() => cache.recordings.restore(id, kept.hash, facts)).toThrow(expect.objectContaining({ code: 'recording.unknown' }))
})

test('another one takes its place; two items may share the same bytes; what is deleted for good takes its file along', async () => {
  const { id } = saveOne(cache, 'talk')
  const other = saveOne(cache, 'other').id
  const first = await give(id, ['first'])
  const second = await give(id, ['second'])
  expect(cache.recordings.of(id)?.hash).toBe(second.hash)
  await give(other, ['second'])
  temporary.clock.advance(2 * dayMs)
  await cache.blobs.sweep()
  expect([existsSync(fileOf(first)), existsSync(fileOf(second))]).toEqual([false, true])
  cache.items.move([id, other], 'trash')
  cache.items.deleteForever([id])
  expect(existsSync(fileOf(second))).toBe(true)
  cache.items.deleteForever([other])
  expect(existsSync(fileOf(second))).toBe(false)
})

test('what a crash left half written is begun anew under the same name, and swept after a day', async () => {
  const { id } = saveOne(cache, 'talk')
  const left = await cache.recordings.begin('one')
  await left.write(Buffer.from('much longer than what comes then'))
  expect((await give(id, ['whole'])).bytes).toBe(5)
  await left.drop()
  const again = await cache.recordings.begin('two')
  await again.close()
  const names = () => readdirSync(temporary.folder).filter((name) => name.startsWith('.recording'))
  expect(names()).toEqual(['.recording.two.tmp'])
  temporary.clock.advance(2 * dayMs)
  await cache.blobs.sweep()
  expect(names()).toEqual([])
})

test('a file that was damaged on the disk is said to be missing', async () => {
  const { id } = saveOne(cache, 'talk')
  const kept = await give(id, ['film'])
  writeFileSync(fileOf(kept), 'filn')
  expect(await cache.rereadFiles()).toMatchObject({ files: { damaged: 1 } })
  expect(cache.items.get(id).item.remarks).toEqual([{ about: 'recording', what: 'cache.missing-blob' }])
})

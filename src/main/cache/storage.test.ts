import { afterEach, beforeEach, expect, test } from 'vitest'
import { openTemporaryCache, saveOne, someAsset, someCopy, type TemporaryCache } from '../testing/temporary-library.ts'
import type { Cache } from './cache.ts'

let temporary: TemporaryCache
let cache: Cache
let freeBytes: number | null = null
beforeEach(async () => {
  freeBytes = 100_000_000_000
  temporary = await openTemporaryCache({ freeBytes: async () => freeBytes })
  cache = temporary.cache
})
afterEach(() => temporary.remove())

const megabytes = (n: number) => n * 1_000_000
/** Brings the library to some weight without writing so much: the limit cannot be set below 50 MB. */
async function storeWeighing(name: string, bytes: number, fetchedAt: number): Promise<void> {
  const item = cache.items.byComparisonKey('desk.test/a') ?? saveOne(cache, 'a')
  await cache.copies.store(someCopy(item.id, name, { fetchedAt, assets: [someAsset(name, bytes)] }), { show: true })
}

test('what each item weighs, the heaviest first, what two share counted for both and once in all', async () => {
  const shared = someAsset('shared', 3_000)
  for (const [name, own] of [
    ['light', 100],
    ['heavy', 9_000],
  ] as const) {
    const { id } = saveOne(cache, name)
    await cache.copies.store(someCopy(id, name, { assets: [shared, someAsset(name, own)] }), { show: true })
  }
  const { heaviest, bytes, items, copies, maxBytes } = await cache.storage.use()
  expect(heaviest.map((one) => one.title)).toEqual(['Title of heavy', 'Title of light'])
  expect(heaviest.map((one) => one.bytes)).toEqual(heaviest.map((one) => cache.storage.bytesOf(one.id)))
  expect(bytes).toBe((heaviest[0]?.bytes ?? 0) + (heaviest[1]?.bytes ?? 0) - 3_000)
  expect({ items, copies, maxBytes }).toEqual({ items: 2, copies: 2, maxBytes: 20_000_000_000 })
})

test('at the limit earlier copies make room; when none is left it is said, and nothing is stored', async () => {
  cache.settings.change({ maxBytes: megabytes(50) })
  await storeWeighing('first', megabytes(15), 1)
  await storeWeighing('second', megabytes(15), 2)
  await storeWeighing('third', megabytes(15), 3)
  const titles = () => cache.copies.ofItem(cache.items.itemIdOf('desk.test/a')).map((copy) => copy.title)
  await storeWeighing('fourth', megabytes(15), 4)
  expect(titles()).toEqual(['Title of fourth', 'Title of third', 'Title of second'])
  await expect(storeWeighing('too much', megabytes(51), 5)).rejects.toMatchObject({ code: 'cache.full', facts: { disk: false } })
  expect(titles()).toHaveLength(3)
  await expect(storeWeighing('too much', megabytes(40), 5)).rejects.toMatchObject({ code: 'cache.full', facts: { disk: false } })
  expect(titles()).toEqual(['Title of fourth'])
  expect((await cache.storage.use()).bytes).toBeLessThan(megabytes(16))
})

test('the disk is never filled: 200 MB stay free, or twice what is to come', async () => {
  freeBytes = megabytes(199)
  await expect(storeWeighing('a little', 1_000, 1)).rejects.toMatchObject({ code: 'cache.full', facts: { disk: true } })
  freeBytes = megabytes(300)
  await expect(cache.storage.makeRoom(megabytes(151))).rejects.toMatchObject({ code: 'cache.full', facts: { disk: true } })
  await expect(cache.storage.makeRoom(megabytes(149))).resolves.toBeUndefined()
  freeBytes = null
  await expect(cache.storage.makeRoom(megabytes(149))).resolves.toBeUndefined()
  expect(cache.copies.ofItem(cache.items.itemIdOf('desk.test/a'))).toEqual([])
})

import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { dayMs, openTemporaryCache, saveOne, type TemporaryCache } from '../testing/temporary-library.ts'

let temporary: TemporaryCache
beforeEach(async () => {
  temporary = await openTemporaryCache()
})
afterEach(() => temporary.remove())

test('a clock that jumps ahead for an hour does not empty the trash', () => {
  const { cache, clock } = temporary
  const { id } = saveOne(cache, 'a')
  cache.items.move([id], 'trash')
  cache.houseTime()
  clock.advance(50 * 365 * dayMs)
  expect(cache.emptyOldTrash(cache.houseTime())).toBe(0)
  clock.advance(-50 * 365 * dayMs)
  expect(cache.emptyOldTrash(cache.houseTime())).toBe(0)
  expect(cache.items.get(id).item.place).toBe('trash')
})

test('time that passes is caught up with, so what is old goes at last', () => {
  const { cache, clock } = temporary
  const { id } = saveOne(cache, 'a')
  cache.items.move([id], 'trash')
  cache.houseTime()
  clock.advance(60 * dayMs)
  const deleted = Array.from({ length: 20 }, () => cache.emptyOldTrash(cache.houseTime()))
  expect(deleted.reduce((sum, one) => sum + one, 0)).toBe(1)
  expect(deleted.indexOf(1)).toBeGreaterThan(10)
})

test('a clock put back is followed at once, and a file of nonsense is no time', () => {
  const { cache, clock, folder } = temporary
  const begun = cache.houseTime()
  clock.advance(-400 * dayMs)
  expect(cache.houseTime()).toBe(begun - 400 * dayMs)
  writeFileSync(join(folder, 'house-time'), 'yesterday')
  expect(cache.houseTime()).toBe(clock.now())
})

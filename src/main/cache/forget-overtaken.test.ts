import { afterEach, beforeEach, expect, test } from 'vitest'
import { openTemporaryCache, saveOne, someCopy, type TemporaryCache } from '../testing/temporary-library.ts'
import { forgetOvertaken } from './forget-overtaken.ts'

let temporary: TemporaryCache
beforeEach(async () => {
  temporary = await openTemporaryCache()
})
afterEach(() => temporary.remove())

const rows = (): readonly Readonly<Record<string, unknown>>[] =>
  temporary.library.database.all('SELECT entity, id, field, value, hlc, seen_hlc FROM operations ORDER BY seq')

test('of many writes of one field the newest stays, and knows what the first of them knew', async () => {
  const { cache, library } = temporary
  const { id } = saveOne(cache, 'a')
  const [first] = rows().filter(({ field }) => field === 'place')
  for (let line = 1; line <= 50; line += 1) cache.items.setReading(id, line * 10, line / 100)
  for (const place of ['later', 'archive', 'inbox'] as const) cache.items.move([id], place)
  const before = rows()
  expect(await forgetOvertaken(library)).toBe(3 * 49 + 3)
  const after = rows()
  // Exactly the newest of each field, in their order, with their values and stamps.
  const newest = before.filter(({ field }, at) => before.findLastIndex((row) => row.field === field) === at)
  expect(after.map(({ seen_hlc: _, ...row }) => row)).toEqual(newest.map(({ seen_hlc: _, ...row }) => row))
  expect(after.find(({ field }) => field === 'place')).toMatchObject({ value: '"inbox"', seen_hlc: first?.seen_hlc })
  expect(await forgetOvertaken(library)).toBe(0)
  expect(rows()).toEqual(after)
})

test('of a thing deleted forever only the deletion is told', async () => {
  const { cache, library } = temporary
  const kept = saveOne(cache, 'kept')
  const { id } = saveOne(cache, 'a')
  await cache.copies.store(someCopy(id, 'words'), { show: true })
  const others = rows().filter((row) => row.id === kept.id)
  cache.items.move([id], 'trash')
  cache.items.deleteForever([id])
  await forgetOvertaken(library)
  expect(rows().filter((row) => row.id === kept.id)).toEqual(others)
  expect(rows().filter((row) => row.id !== kept.id)).toEqual([
    expect.objectContaining({ entity: 'copy', field: 'deleted', value: 'true' }),
    expect.objectContaining({ entity: 'item', id, field: 'deleted', value: 'true' }),
  ])
  // Saved once more, it is written anew.
  saveOne(cache, 'a')
  await forgetOvertaken(library)
  expect(rows().find((row) => row.id === id && row.field === 'deleted')).toMatchObject({ value: 'false' })
  expect(rows().some((row) => row.id === id && row.field === 'url')).toBe(true)
})

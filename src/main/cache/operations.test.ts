import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { openTemporaryCache, saveOne, someCopy, type TemporaryCache } from '../testing/temporary-library.ts'
import { readStamp } from './hybrid-clock.ts'

let temporary: TemporaryCache
beforeEach(async () => {
  temporary = await openTemporaryCache()
})
afterEach(() => temporary.remove())

type Written = { field: string; value: unknown; hlc: string; seen: string | null; entity: string; id: string }
const operations = (): readonly Written[] =>
  temporary.library.database.all('SELECT * FROM operations ORDER BY seq').map((row) => ({
    entity: String(row.entity),
    id: String(row.id),
    field: String(row.field),
    value: JSON.parse(String(row.value)),
    hlc: String(row.hlc),
    seen: row.seen_hlc === null ? null : String(row.seen_hlc),
  }))
/** What was written since the last look. */
function since(before: readonly Written[]): readonly Written[] {
  return operations().slice(before.length)
}

describe('every change writes its operations with it', () => {
  test('a saved link writes one for each field that says something', () => {
    saveOne(temporary.cache, 'a')
    const fields = Object.fromEntries(operations().map(({ field, value }) => [field, value]))
    expect(fields).toEqual({
      comparisonKey: 'desk.test/a',
      url: 'https://desk.test/a',
      originalLink: 'https://desk.test/a?utm_source=friend',
      kind: 'article',
      title: 'desk.test/a',
      place: 'inbox',
      addedAt: temporary.clock.now(),
    })
  })

  test('one changed field is one operation, with the stamp its writer saw', () => {
    const { id } = saveOne(temporary.cache, 'a')
    const before = operations()
    temporary.cache.items.move([id], 'later')
    const [moved, ...more] = since(before)
    expect(more).toEqual([])
    expect(moved).toMatchObject({ entity: 'item', id, field: 'place', value: 'later' })
    expect(moved?.seen).toBe(before.find((written) => written.field === 'place')?.hlc)
    expect(temporary.library.database.get('SELECT hlc FROM cells WHERE id = ? AND field = ?', id, 'place')?.hlc).toBe(moved?.hlc)
  })

  test('what does not change writes nothing', () => {
    const { id } = saveOne(temporary.cache, 'a')
    temporary.cache.items.setFavourite([id], true)
    const before = operations()
    const seq = temporary.cache.currentSeq()
    temporary.cache.items.setFavourite([id], true)
    temporary.cache.items.move([id], 'inbox')
    temporary.cache.items.describe(id, { title: 'desk.test/a', words: 0 })
    saveOne(temporary.cache, 'a')
    expect(since(before)).toEqual([])
    expect(temporary.cache.items.get(id).item.favourite).toBe(true)
    // Saving again asks for a waiting item's job again, which is there: only the job is told of.
    expect(temporary.cache.changesSince(seq, 10).items).toEqual([])
  })

  test('what is of this machine alone writes nothing', () => {
    const { id } = saveOne(temporary.cache, 'a')
    const before = operations()
    temporary.cache.items.describe(id, { state: 'partial', remarks: [{ about: 'image', what: 'missing' }] })
    temporary.cache.items.fail(id, { code: 'page.timeout', facts: {} })
    temporary.cache.jobs.claim(1)
    temporary.cache.settings.change({ theme: 'dark' })
    expect(since(before)).toEqual([])
  })

  test('a copy is one operation and the row’s facts are theirs', async () => {
    const { id } = saveOne(temporary.cache, 'a')
    const before = operations()
    const { copyId } = await temporary.cache.copies.store(someCopy(id, 'words'), { show: true })
    const written = since(before)
    expect(written.filter((one) => one.entity === 'copy')).toMatchObject([{ id: copyId, field: 'record', value: { item_id: id } }])
    expect(
      written
        .filter((one) => one.entity === 'item')
        .map((one) => one.field)
        .sort(),
    ).toEqual(['minutes', 'shownCopy', 'title', 'words'])
  })

  test('reading keeps the furthest point beside the place', () => {
    const { id } = saveOne(temporary.cache, 'a')
    temporary.cache.items.setReading(id, 800, 0.8)
    const before = operations()
    temporary.cache.items.setReading(id, 100, 0.1)
    expect(since(before).map(({ field, value }) => [field, value])).toEqual([
      ['position', 100],
      ['progress', 0.1],
    ])
    expect(temporary.library.database.get('SELECT furthest FROM items')?.furthest).toBe(0.8)
  })
})

describe('the clock of the operations', () => {
  test('grows from one to the next, in one transaction too', () => {
    for (const name of ['a', 'b', 'c']) saveOne(temporary.cache, name)
    const stamps = operations().map((written) => written.hlc)
    expect(stamps).toEqual([...new Set(stamps)].sort())
  })

  test('goes on after a restart with a clock moved back', async () => {
    const { id } = saveOne(temporary.cache, 'a')
    const before = operations()
    temporary.clock.advance(-365 * 86_400_000)
    const again = await temporary.open()
    again.items.move([id], 'archive')
    expect((since(before)[0]?.hlc ?? '') > (before.at(-1)?.hlc ?? '')).toBe(true)
  })

  test('two processes of one machine write under one device and never the same stamp', async () => {
    const other = await temporary.open()
    for (const name of ['a', 'b', 'c']) {
      saveOne(temporary.cache, name)
      saveOne(other, `${name}2`)
    }
    const stamps = operations().map((written) => written.hlc)
    expect(new Set(stamps).size).toBe(stamps.length)
    expect(new Set(stamps.map((stamp) => readStamp(stamp).device)).size).toBe(1)
  })

  test('a library without its device file goes on under a new name', async () => {
    saveOne(temporary.cache, 'a')
    rmSync(join(temporary.folder, 'device'))
    const restored = await temporary.open()
    saveOne(restored, 'b')
    const devices = new Set(operations().map((written) => readStamp(written.hlc).device))
    expect(devices.size).toBe(2)
  })
})

import { afterEach, beforeEach, expect, test } from 'vitest'
import {
  dayMs,
  openTemporaryCache,
  saveOne,
  someAsset,
  someCopy,
  someHighlight,
  someLink,
  type TemporaryCache,
} from '../testing/temporary-library.ts'
import type { Cache } from './cache.ts'

let temporary: TemporaryCache
let cache: Cache
beforeEach(async () => {
  temporary = await openTemporaryCache()
  cache = temporary.cache
})
afterEach(() => temporary.remove())
const count = (table: string) => temporary.library.database.get(`SELECT count(*) AS n FROM ${table}`)?.n

async function keptItem(name: string) {
  const item = saveOne(cache, name)
  cache.items.setFavourite([item.id], true)
  cache.items.setReading(item.id, 120, 0.4)
  const { copyId } = await cache.copies.store(someCopy(item.id, name, { assets: [someAsset(name)] }), { show: true })
  cache.highlights.add(someHighlight(copyId, name))
  return { id: item.id, copyId }
}

test('in the trash everything that belonged to an item stays, and comes back with it', async () => {
  const { id, copyId } = await keptItem('a')
  const [trashed] = cache.items.move([id], 'trash')
  expect(trashed).toMatchObject({ place: 'trash', favourite: true })
  temporary.clock.advance(29 * dayMs)
  expect(cache.emptyOldTrash()).toBe(0)
  const [restored] = cache.items.save([someLink('a', { place: 'later' })], { lease: false })
  expect(restored).toMatchObject({
    already: true,
    jobId: expect.anything(),
    item: { place: 'later', favourite: true, progress: 0.4, state: 'complete' },
  })
  expect(await cache.copies.readHtml(copyId)).toBe('<p>a</p>')
  expect(cache.highlights.ofItem(id)).toMatchObject([{ copyId, anchor: { exact: 'a' } }])
  temporary.clock.advance(2 * dayMs)
  expect(cache.emptyOldTrash()).toBe(0)
})

test('after 30 days it becomes a tombstone, with all that belonged to it', async () => {
  const { id } = await keptItem('a')
  cache.items.move([id], 'trash')
  temporary.clock.advance(30 * dayMs)
  expect(cache.emptyOldTrash()).toBe(1)
  expect(() => cache.items.get(id)).toThrowError(expect.objectContaining({ code: 'item.unknown' }))
  for (const table of ['items', 'copies', 'assets', 'copy_blobs', 'item_blobs', 'blobs', 'highlights', 'jobs'])
    expect([table, count(table)]).toEqual([table, 0])
  const tombstones = temporary.library.database.all('SELECT entity FROM tombstones ORDER BY entity').map((row) => row.entity)
  expect(tombstones).toEqual(['copy', 'highlight', 'item'])
  const last = temporary.library.database.get(`SELECT value, field FROM operations WHERE entity = 'item' ORDER BY seq DESC LIMIT 1`)
  expect(last).toMatchObject({ field: 'deleted', value: 'true' })
  expect(temporary.library.database.all(`SELECT field FROM cells WHERE entity = 'item'`)).toMatchObject([{ field: 'deleted' }])
})

test('the trash says since when each thing rests there, and lists what came last first', () => {
  const [one, other] = [saveOne(cache, 'one'), saveOne(cache, 'other')]
  cache.items.move([other.id], 'trash')
  temporary.clock.advance(dayMs)
  cache.items.move([one.id], 'trash')
  const { items } = cache.items.list({ place: 'trash', sort: 'deleted', offset: 0, limit: 9 })
  expect(items.map(({ id }) => id)).toEqual([one.id, other.id])
  expect((items[0]?.trashedAt ?? 0) - (items[1]?.trashedAt ?? 0)).toBe(dayMs)
  cache.items.move([one.id], 'inbox')
  expect(cache.items.summaries([one.id])[0]?.trashedAt).toBeNull()
})

test('only what is in the trash can be deleted forever', async () => {
  const { id } = await keptItem('a')
  expect(cache.items.deleteForever([id])).toBe(0)
  cache.items.move([id], 'trash')
  expect(cache.items.deleteForever([id, id])).toBe(1)
  expect(cache.items.deleteForever([id])).toBe(0)
})

test('a link that was deleted forever is saved anew, as if it had never been here', async () => {
  const { id } = await keptItem('a')
  cache.items.move([id], 'trash')
  cache.items.deleteForever([id])
  const [again] = cache.items.save([someLink('a')], { lease: false })
  expect(again).toMatchObject({ already: false, item: { id, favourite: false, progress: 0, state: 'waiting', shownCopy: null } })
  expect(again?.jobId).not.toBeNull()
  expect(count(`tombstones WHERE entity = 'item'`)).toBe(0)
  // Others who remember the item as it was are told every field, also those that are at their default.
  const fields = temporary.library.database.all(`SELECT field, value FROM operations WHERE entity = 'item' ORDER BY seq`)
  const afterwards = fields.slice(fields.findLastIndex((row) => row.field === 'deleted')).map((row) => [row.field, row.value])
  expect(afterwards).toContainEqual(['deleted', 'false'])
  expect(afterwards).toContainEqual(['favourite', 'false'])
  expect(afterwards).toContainEqual(['progress', '0'])
})

test('blobs of a deleted item go when they are a day old; what others share stays', async () => {
  const one = await keptItem('a')
  const other = saveOne(cache, 'b')
  const shared = someAsset('a')
  await cache.copies.store(someCopy(other.id, 'b', { assets: [shared] }), { show: true })
  const html = cache.copies.assetsOf(one.copyId)[0]?.sha256 ?? ''
  cache.items.move([one.id], 'trash')
  temporary.clock.advance(2 * dayMs)
  const own = temporary.library.database.get('SELECT html_blob FROM copies WHERE id = ?', one.copyId)?.html_blob
  cache.items.deleteForever([one.id])
  expect(await cache.blobs.has(String(own))).toBe(false)
  expect(html).toBe(shared.sha256)
  expect(await cache.blobs.has(shared.sha256)).toBe(true)
})

test('work on what lies in the trash rests, and goes on when it is put back', () => {
  const item = saveOne(cache, 'a')
  cache.items.move([item.id], 'trash')
  expect(cache.jobs.claim(5)).toEqual([])
  expect(cache.jobs.nextAt()).toBeNull()
  cache.items.move([item.id], 'inbox')
  expect(cache.jobs.claim(5)).toMatchObject([{ itemId: item.id }])
})

test('a command that comes and goes does not empty the trash', async () => {
  const { id } = await keptItem('a')
  cache.items.move([id], 'trash')
  temporary.clock.advance(40 * dayMs)
  const command = await temporary.open({ role: 'short' })
  expect(command.emptyOldTrash()).toBe(0)
  expect(cache.emptyOldTrash()).toBe(1)
})

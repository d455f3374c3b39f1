import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { ItemId, ItemState, ItemSummary } from '../../shared/item.ts'
import { openTemporaryCache, saveOne, sha256, someAsset, someCopy, someLink, type TemporaryCache } from '../testing/temporary-library.ts'
import type { Cache, ItemQuery } from './cache.ts'
import { filtersOf, whereOf } from './item-filter.ts'
import { listSql, walkedSource } from './item-list.ts'

let temporary: TemporaryCache
let cache: Cache
beforeEach(async () => {
  temporary = await openTemporaryCache()
  cache = temporary.cache
})
afterEach(() => temporary.remove())

const nobody = '0'.repeat(32) as ItemId
const unknown = expect.objectContaining({ code: 'item.unknown' })

describe('saving links', () => {
  test('a row is there at once, waiting, with its job', () => {
    const [saved] = cache.items.save([someLink('a', { typed: true, startSeconds: 2045 })], { lease: false })
    expect(saved).toMatchObject({
      already: false,
      jobId: expect.stringMatching(/^[0-9a-f]{32}$/),
      item: {
        url: 'https://desk.test/a',
        host: 'desk.test',
        state: 'waiting',
        place: 'inbox',
        startSeconds: 2045,
        progress: 0,
        favourite: false,
      },
    })
    expect(cache.items.get(saved?.item.id ?? nobody)).toMatchObject({
      comparisonKey: 'desk.test/a',
      originalLink: 'https://desk.test/a?utm_source=friend',
      typed: true,
    })
  })

  test('the id is told by the comparison key alone', () => {
    expect(saveOne(cache, 'a').id).toBe(sha256(Buffer.from('desk.test/a')).slice(0, 32))
    expect(cache.items.byComparisonKey('desk.test/a')?.id).toBe(cache.items.itemIdOf('desk.test/a'))
    expect(cache.items.byComparisonKey('desk.test/b')).toBeNull()
  })

  test('a duplicate is the row that is there, in one call as well', () => {
    const [first, second] = cache.items.save([someLink('a'), someLink('a', { title: 'Another title' })], { lease: false })
    expect(second).toMatchObject({ already: true, jobId: first?.jobId, item: { id: first?.item.id, title: 'desk.test/a' } })
    expect(cache.items.list({ sort: 'added', offset: 0, limit: 10 }).total).toBe(1)
  })

  test('a complete one is answered without any work', async () => {
    const item = saveOne(cache, 'a')
    await cache.copies.store(someCopy(item.id, 'words'), { show: true })
    for (const job of cache.jobs.claim(1)) cache.jobs.finish(job.id)
    expect(cache.items.save([someLink('a')], { lease: false })).toMatchObject([{ already: true, jobId: null, item: { state: 'complete' } }])
  })

  test('one that failed is tried again when it is saved again', () => {
    const item = saveOne(cache, 'a')
    const [job] = cache.jobs.claim(1)
    if (job) cache.jobs.fail(job.id, { code: 'page.gone', facts: {} }, null)
    cache.items.fail(item.id, { code: 'page.gone', facts: {} })
    const [again] = cache.items.save([someLink('a')], { lease: false })
    expect(again?.jobId).not.toBeNull()
    expect(again?.jobId).not.toBe(job?.id)
  })

  test('nothing of a save is there when one row cannot be written', () => {
    const broken = someLink('b', { title: null as unknown as string })
    expect(() => cache.items.save([someLink('a'), broken], { lease: false })).toThrow()
    expect(cache.items.byComparisonKey('desk.test/a')).toBeNull()
    expect(cache.jobs.list()).toEqual([])
  })
})

describe('what jobs learn about a row', () => {
  test('an item of which nothing is here becomes failed', () => {
    const item = saveOne(cache, 'a')
    expect(cache.items.fail(item.id, { code: 'page.gone', facts: { status: 404 } })).toMatchObject({
      state: 'failed',
      failure: { code: 'page.gone', facts: { status: 404 } },
    })
  })

  test('an item that is here stays what it is, with the failure beside it', async () => {
    const item = saveOne(cache, 'a')
    await cache.copies.store(someCopy(item.id, 'words'), { show: true })
    const remarks = [{ about: 'copy', what: 'kept-earlier' }] as const
    expect(cache.items.fail(item.id, { code: 'page.gone', facts: {} }, remarks)).toMatchObject({
      state: 'complete',
      failure: { code: 'page.gone' },
      remarks,
    })
    expect(cache.items.describe(item.id, { failure: null }).failure).toBeNull()
  })

  test('facts that are absent stay as they are', () => {
    const item = saveOne(cache, 'a')
    cache.items.describe(item.id, { title: 'A talk', kind: 'talk', byline: 'Ada', durationSeconds: 60 })
    expect(cache.items.describe(item.id, { byline: null, minutes: 1 })).toMatchObject({
      title: 'A talk',
      kind: 'talk',
      byline: null,
      durationSeconds: 60,
      minutes: 1,
    })
  })

  test('the reader’s own title outlives every page’s', async () => {
    const item = saveOne(cache, 'a')
    expect(cache.items.rename(item.id, 'My title').title).toBe('My title')
    await cache.copies.store(someCopy(item.id, 'words'), { show: true })
    expect(cache.items.get(item.id).item.title).toBe('My title')
  })

  test('a thumbnail is kept with the row and served as what it is', async () => {
    const item = saveOne(cache, 'a')
    const { sha256: hash, bytes, mime } = someAsset('thumbnail')
    const described = cache.items.describe(item.id, { leadImage: hash, blobs: [{ sha256: hash, bytes, mime }] })
    expect(described.leadImage).toBe(hash)
    expect(Buffer.from(await cache.blobs.read(hash))).toEqual(bytes)
    expect(cache.blobs.mimeOf(hash)).toBe('image/png')
    expect(cache.storage.bytesOf(item.id)).toBe(bytes.length)
  })

  test('a picture the library does not have is not pointed to', () => {
    const item = saveOne(cache, 'a')
    expect(cache.items.describe(item.id, { leadImage: 'a'.repeat(64), title: 'T' })).toMatchObject({ leadImage: null, title: 'T' })
  })

  test('an item that is not there is said', () => {
    expect(() => cache.items.get(nobody)).toThrowError(unknown)
    expect(() => cache.items.describe(nobody, { title: 'T' })).toThrowError(unknown)
    expect(() => cache.items.fail(nobody, { code: 'page.gone', facts: {} })).toThrowError(unknown)
    expect(() => cache.items.rename(nobody, 'T')).toThrowError(unknown)
    expect(() => cache.items.setReading(nobody, 0, 0)).toThrowError(unknown)
    expect(cache.items.move([nobody], 'later')).toEqual([])
    expect(cache.items.summaries([nobody])).toEqual([])
  })
})

describe('lists', () => {
  const names = (query: Partial<ItemQuery>): readonly string[] =>
    cache.items.list({ sort: 'added', offset: 0, limit: 100, ...query }).items.map((item: ItemSummary) => item.title)

  beforeEach(() => {
    const rows = [
      ['Beta', 'article', 'inbox', 30, 0.5],
      ['alpha', 'talk', 'later', 10, 1],
      ['Gamma', 'article', 'archive', 20, 0],
      ['delta', 'talk', 'inbox', 5, 0.2],
    ] as const
    for (const [title, kind, place, minutes, progress] of rows) {
      const { id } = saveOne(cache, title, { kind, place, title })
      cache.items.describe(id, { minutes })
      cache.items.setReading(id, 0, progress)
      temporary.clock.advance(1_000)
    }
    const thrown = saveOne(cache, 'thrown', { title: 'Thrown away', kind: 'talk' })
    cache.items.move([thrown.id], 'trash')
    cache.items.setFavourite([cache.items.itemIdOf('desk.test/Beta')], true)
  })

  test('in each order', () => {
    expect(names({ sort: 'added' })).toEqual(['delta', 'Gamma', 'alpha', 'Beta'])
    expect(names({ sort: 'title' })).toEqual(['alpha', 'Beta', 'delta', 'Gamma'])
    expect(names({ sort: 'length' })).toEqual(['delta', 'alpha', 'Gamma', 'Beta'])
    expect(names({ sort: 'progress' })).toEqual(['alpha', 'Beta', 'delta', 'Gamma'])
  })

  test('with each filter, and the trash only when asked for', () => {
    expect(names({ place: 'inbox' })).toEqual(['delta', 'Beta'])
    expect(names({ kind: 'talk' })).toEqual(['delta', 'alpha'])
    expect(names({ kind: 'talk', place: 'later' })).toEqual(['alpha'])
    expect(names({ favourite: true })).toEqual(['Beta'])
    expect(names({ favourite: false, place: 'inbox' })).toEqual(['delta'])
    expect(names({ state: 'complete' })).toEqual([])
    expect(names({ place: 'trash' })).toEqual(['Thrown away'])
  })

  test('by pages, with the total of all', () => {
    expect(cache.items.list({ sort: 'title', offset: 1, limit: 2 })).toMatchObject({
      total: 4,
      items: [{ title: 'Beta' }, { title: 'delta' }],
    })
    expect(cache.items.list({ sort: 'title', offset: 9, limit: 2, kind: 'talk' })).toEqual({ total: 2, items: [] })
  })

  test('states add up to what the lists of each state hold, for plain places and for tags alike', () => {
    const ids = cache.items.list({ sort: 'added', offset: 0, limit: 10 }).items.map((item) => item.id)
    cache.items.fail(ids[0] as ItemId, { code: 'page.gone', facts: {} })
    cache.tags.change(ids.slice(0, 3), ['craft'], [])
    const asked = [
      {},
      { place: 'inbox' },
      { kind: 'talk' },
      { favourite: true },
      { place: 'trash' },
      { tag: 'craft' },
      { tag: 'craft', state: 'failed' },
    ] as const
    for (const query of asked) {
      for (const [state, items] of Object.entries(cache.items.states(query))) {
        const both = 'state' in query && query.state !== state
        const { total } = cache.items.list({ ...query, state: state as ItemState, sort: 'added', offset: 0, limit: 1 })
        expect([query, state, items]).toEqual([query, state, both ? 0 : total])
      }
    }
    expect(cache.items.states({ tag: 'craft' })).toMatchObject({ failed: 1, waiting: 2 })
  })

  test('counts follow every change', () => {
    expect(cache.items.counts()).toEqual({
      places: { inbox: 2, later: 1, archive: 1, trash: 1 },
      states: { complete: 0, partial: 0, waiting: 4, failed: 0, 'to-find': 0 },
      talks: 2,
      favourites: 1,
    })
    const ids = cache.items.list({ sort: 'added', offset: 0, limit: 10 }).items.map((item) => item.id)
    cache.items.move(ids, 'archive')
    cache.items.fail(ids[0] as ItemId, { code: 'page.gone', facts: {} })
    cache.items.deleteForever([cache.items.itemIdOf('desk.test/thrown')])
    expect(cache.items.counts()).toMatchObject({ places: { inbox: 0, archive: 4, trash: 0 }, states: { waiting: 3, failed: 1 } })
    // The triggers' account and the rows themselves agree.
    const counted = temporary.library.database.get('SELECT sum(items) AS n FROM item_counts')?.n
    expect(counted).toBe(temporary.library.database.get('SELECT count(*) AS n FROM items')?.n)
  })

  test('every order walks its index and sorts nothing, whatever the filter', () => {
    for (const sort of ['added', 'title', 'length', 'progress', 'opened'] as const) {
      for (const filter of [
        {},
        { place: 'inbox' },
        { kind: 'talk', state: 'failed', favourite: true },
        { unread: true, begun: false },
      ] as const) {
        const { where, values } = whereOf(temporary.library, filtersOf(filter))
        const sql = listSql(sort, `items INDEXED BY items_by_${sort}`, where)
        const plan = temporary.library.database.all(`EXPLAIN QUERY PLAN ${sql}`, ...values, 10, 0)
        // A title is worked out from two columns, so SQLite calls no index covering that has one; the rows are not touched all the same.
        const covering = sort === 'title' ? '' : 'COVERING '
        expect(plan.map((row) => row.detail)).toEqual([`SCAN items USING ${covering}INDEX items_by_${sort}`])
      }
    }
    const trash = filtersOf({ place: 'trash' })
    const sql = listSql('deleted', walkedSource('deleted', trash) ?? '', whereOf(temporary.library, trash).where)
    const plan = temporary.library.database.all(`EXPLAIN QUERY PLAN ${sql}`, 'trash', 10, 0)
    expect(plan.map((row) => row.detail)).toEqual(['SEARCH items USING INDEX items_trashed (trashed_at>?)'])
    expect(walkedSource('deleted', filtersOf({}))).toBeNull()
  })
})

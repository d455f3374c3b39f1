import { rmSync } from 'node:fs'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { defaultSettings } from '../../shared/settings.ts'
import type { Talk } from '../../shared/talk.ts'
import { openTemporaryCache, saveOne, someCopy, type TemporaryCache } from '../testing/temporary-library.ts'
import type { Cache } from './cache.ts'

let temporary: TemporaryCache
let cache: Cache
beforeEach(async () => {
  temporary = await openTemporaryCache()
  cache = temporary.cache
})
afterEach(() => temporary.remove())

describe('what changed', () => {
  test('each thing once and as it is now, whoever changed it', async () => {
    const other = await temporary.open()
    const begin = cache.currentSeq()
    const a = saveOne(other, 'a')
    const b = saveOne(cache, 'b')
    other.items.setFavourite([a.id], true)
    cache.jobs.claim(1)
    other.settings.change({ theme: 'sepia' })
    const news = cache.changesSince(begin, 100)
    expect(news.items.map((item) => [item.title, item.favourite])).toEqual([
      ['desk.test/b', false],
      ['desk.test/a', true],
    ])
    expect(news.jobs.map((job) => [job.itemId, job.state])).toEqual([
      [b.id, 'queued'],
      [a.id, 'running'],
    ])
    expect(news.settings).toBe(true)
    expect(news.seq).toBe(other.currentSeq())
    expect(cache.changesSince(news.seq, 100)).toEqual({
      seq: news.seq,
      items: [],
      removed: [],
      jobs: [],
      highlights: [],
      lists: [],
      settings: false,
    })
  })

  test('what is gone is told as removed', () => {
    const { id } = saveOne(cache, 'a')
    cache.items.move([id], 'trash')
    const begin = cache.currentSeq()
    cache.items.deleteForever([id])
    expect(cache.changesSince(begin, 100)).toMatchObject({ items: [], removed: [id] })
  })

  test('many at once are cut, and the number is that of the last all the same', () => {
    for (let n = 0; n < 8; n++) saveOne(cache, `a${n}`)
    const news = cache.changesSince(0, 5)
    expect(news.items).toHaveLength(5)
    expect(news.seq).toBe(cache.currentSeq())
  })

  test('another process’s write is noticed once, one’s own never', async () => {
    const other = await temporary.open()
    cache.changedElsewhere()
    saveOne(cache, 'a')
    expect(cache.changedElsewhere()).toBe(false)
    saveOne(other, 'b')
    expect(cache.changedElsewhere()).toBe(true)
    expect(cache.changedElsewhere()).toBe(false)
  })

  test('the number never goes back, also when old jobs are forgotten', async () => {
    saveOne(cache, 'a')
    for (const job of cache.jobs.claim(1)) cache.jobs.finish(job.id)
    const before = cache.currentSeq()
    temporary.clock.advance(2 * 86_400_000)
    await cache.blobs.sweep()
    expect(cache.jobs.ofItem(cache.items.itemIdOf('desk.test/a'))).toBeNull()
    expect(cache.currentSeq()).toBe(before)
  })
})

describe('what the index has to learn', () => {
  test('a row is told at once, its text when there is one', async () => {
    const { id } = saveOne(cache, 'a')
    expect(await cache.outbox.take(10)).toMatchObject([{ itemId: id, doc: { title: 'desk.test/a', text: '', url: 'https://desk.test/a' } }])
    await cache.copies.store(someCopy(id, 'the quiet desk', { facts: { title: 'T', byline: 'Ada', siteName: 'Desk', lang: 'en' } }), {
      show: true,
    })
    const [line, ...more] = await cache.outbox.take(10)
    expect(more).toEqual([])
    expect(line?.doc).toMatchObject({ title: 'T', byline: 'Ada', siteName: 'Desk', lang: 'en', text: 'the quiet desk' })
    expect(cache.outbox.pending(id)).toBe(true)
    cache.outbox.done([line?.seq ?? -1])
    expect(cache.outbox.pending(id)).toBe(false)
  })

  test('what changes while it is being indexed stays in the outbox', async () => {
    const { id } = saveOne(cache, 'a')
    const taken = await cache.outbox.take(10)
    cache.items.rename(id, 'Another')
    cache.outbox.done(taken.map((line) => line.seq))
    expect(await cache.outbox.take(10)).toMatchObject([{ doc: { title: 'Another' } }])
  })

  test('reading and favourites do not trouble the index; the trash takes out, and putting back brings back', async () => {
    const { id } = saveOne(cache, 'a')
    cache.outbox.done((await cache.outbox.take(10)).map((line) => line.seq))
    cache.items.setReading(id, 1, 0.5)
    cache.items.setFavourite([id], true)
    expect(cache.outbox.pending(id)).toBe(false)
    cache.items.move([id], 'trash')
    expect(await cache.outbox.take(10)).toMatchObject([{ itemId: id, doc: null }])
    cache.items.move([id], 'inbox')
    expect(await cache.outbox.take(10)).toMatchObject([{ doc: { title: 'desk.test/a' } }])
  })

  test('a talk is found by what is known of it', async () => {
    const { id } = saveOne(cache, 'a', { kind: 'talk' })
    const talk: Talk = {
      provider: 'youtube',
      identity: 'aaaaaaaaaaa',
      title: 'A talk',
      speakers: ['Ada Lovelace'],
      event: 'EngineConf',
      recordedOn: null,
      durationSeconds: 60,
      description: 'On punched cards',
      lang: null,
      licence: null,
      chapters: [{ startSeconds: 0, title: 'Weaving' }],
      thumbnailUrl: null,
    }
    cache.items.describe(id, { talk })
    expect((await cache.outbox.take(1))[0]?.doc?.text).toBe('Ada Lovelace\nEngineConf\nOn punched cards\nWeaving')
    expect(cache.items.get(id).talk).toEqual(talk)
  })

  test('a text that is gone does not hold up the others', async () => {
    const { id } = saveOne(cache, 'a')
    await cache.copies.store(someCopy(id, 'words'), { show: true })
    rmSync(`${temporary.folder}/blobs`, { recursive: true })
    expect(await cache.outbox.take(10)).toMatchObject([{ doc: { title: 'Title of words', text: '' } }])
  })

  test('a new index is given every item again but the trash', async () => {
    const [, b] = [saveOne(cache, 'a'), saveOne(cache, 'b')]
    cache.outbox.done((await cache.outbox.take(10)).map((line) => line.seq))
    cache.items.move([b.id], 'trash')
    cache.outbox.done((await cache.outbox.take(10)).map((line) => line.seq))
    expect(cache.outbox.fill()).toBe(1)
    expect((await cache.outbox.take(10)).map((line) => line.doc?.title)).toEqual(['desk.test/a'])
  })
})

describe('settings', () => {
  test('are the defaults until changed, for every process, and after a restart', async () => {
    expect(cache.settings.get()).toEqual(defaultSettings)
    expect(cache.settings.change({ theme: 'dark', jobsAtOnce: 2, proxy: undefined })).toEqual({
      ...defaultSettings,
      theme: 'dark',
      jobsAtOnce: 2,
    })
    const other = await temporary.open()
    expect(other.settings.get()).toMatchObject({ theme: 'dark', jobsAtOnce: 2 })
    cache.settings.change({ theme: 'system', jobsAtOnce: 4 })
    expect(other.settings.get()).toEqual(defaultSettings)
  })

  test('what is not allowed is refused and changes nothing', () => {
    expect(() => cache.settings.change({ jobsAtOnce: 99 })).toThrow()
    expect(cache.settings.get()).toEqual(defaultSettings)
  })

  test('a value of another version does not take the others with it', () => {
    cache.settings.change({ theme: 'dark' })
    temporary.library.database.run(`INSERT INTO settings VALUES ('density', '"roomy"'), ('unheard-of', '1')`)
    expect(cache.settings.get()).toEqual({ ...defaultSettings, theme: 'dark' })
  })
})

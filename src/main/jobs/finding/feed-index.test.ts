import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { Failure } from '../../../shared/failure.ts'
import type { OutboxShelf } from '../../cache/cache.ts'
import { silentLog } from '../../platform/log.ts'
import { openSearchIndex } from '../../search/open-index.ts'
import type { SearchIndex } from '../../search/search-index.ts'
import { openTemporaryCache, saveOne, type TemporaryCache } from '../../testing/temporary-library.ts'
import { openIndexFeed } from './feed-index.ts'

let temporary: TemporaryCache
let folder = ''
let index: SearchIndex
beforeEach(async () => {
  temporary = await openTemporaryCache()
  folder = mkdtempSync(join(tmpdir(), 'carrel-index-'))
  index = openSearchIndex({ folder, workerEntry: new URL('../../search/index-worker.ts', import.meta.url), log: silentLog })
})
afterEach(async () => {
  await index.close()
  await temporary.remove()
  rmSync(folder, { recursive: true })
})
const find = async (words: string) => (await index.find({ words, limit: 9, order: 'newest' })).hits.map((hit) => hit.title)
const feedOf = (outbox: OutboxShelf) => openIndexFeed({ outbox, index, log: silentLog })

test('a slower neighbour with an older text does not put it over the newer one', async () => {
  const { id } = saveOne(temporary.cache, 'a', { title: 'Older words' })
  const { outbox } = temporary.cache
  await feedOf(outbox).feed()
  temporary.cache.items.rename(id, 'Old words')
  const neighbour = await temporary.open()
  let takes = 0
  // The neighbour has read the line; before it writes, the title changes and we feed the newer one.
  const slow: OutboxShelf = {
    ...neighbour.outbox,
    async take(limit) {
      const lines = await neighbour.outbox.take(limit)
      if (takes++ === 0) {
        temporary.cache.items.rename(id, 'New words')
        await feedOf(outbox).feed()
      }
      return lines
    },
  }
  await feedOf(slow).feed()
  expect(await find('words')).toEqual(['New words'])
  expect(outbox.pending(id)).toBe(false)
})

test('a slower neighbour does not bring back what was thrown away', async () => {
  const { id } = saveOne(temporary.cache, 'a', { title: 'Thrown words' })
  const lines = await temporary.cache.outbox.take(9)
  temporary.cache.items.move([id], 'trash')
  await feedOf(temporary.cache.outbox).feed()
  await index.put(lines.flatMap(({ seq, itemId, doc }) => (doc ? [{ ...doc, seq, itemId }] : [])))
  expect(await find('words')).toEqual([])
})

test('an index from the future of a restored library is thrown away and filled again', async () => {
  saveOne(temporary.cache, 'a', { title: 'Kept words' })
  await feedOf(temporary.cache.outbox).feed()
  const future = temporary.cache.outbox.lastSeq() + 1_000
  await index.put([
    {
      seq: future,
      ordinal: 99,
      itemId: 'f'.repeat(32),
      title: 'Future words',
      byline: null,
      siteName: null,
      url: 'https://x.test/',
      lang: null,
      text: '',
    },
  ])
  expect(await find('words')).toEqual(['Future words', 'Kept words'])
  await feedOf(temporary.cache.outbox).feed()
  expect(await find('words')).toEqual(['Kept words'])
  expect(await index.newestSeq()).toBe(temporary.cache.outbox.lastSeq())
  expect(await index.needsFill()).toBe(false)
})

test('what could not be fed is fed later, although nothing changes any more', async () => {
  saveOne(temporary.cache, 'a', { title: 'Late words' })
  const { outbox } = temporary.cache
  let takes = 0
  // A neighbour has the library to itself when the lines are read.
  const held: OutboxShelf = {
    ...outbox,
    async take(limit) {
      if (takes++ === 0) throw new Failure('cache.busy')
      return outbox.take(limit)
    },
  }
  const feed = feedOf(held)
  await feed.feed()
  expect(await find('words')).toEqual([])
  await expect.poll(() => find('words'), { timeout: 20_000 }).toEqual(['Late words'])
  await feed.close()
})

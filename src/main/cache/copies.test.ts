import { existsSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { CompletenessReport, CopyId, ItemId } from '../../shared/item.ts'
import {
  dayMs,
  openTemporaryCache,
  saveOne,
  sha256,
  someAsset,
  someCopy,
  someHighlight,
  type TemporaryCache,
} from '../testing/temporary-library.ts'
import type { Cache } from './cache.ts'

let temporary: TemporaryCache
let cache: Cache
let id: ItemId
beforeEach(async () => {
  temporary = await openTemporaryCache()
  cache = temporary.cache
  id = saveOne(cache, 'a').id
})
afterEach(() => temporary.remove())

const pair = { source: 0, copy: 0 }
const report: CompletenessReport = {
  counts: { images: { source: 2, copy: 1 }, codeBlocks: pair, tables: pair, headings: pair, formulas: pair, footnotes: pair, embeds: pair },
  missing: [{ about: 'image', what: 'missing', url: 'https://desk.test/gone.png' }],
}
const blobOf = (copyId: CopyId, column: string) =>
  String(temporary.library.database.get(`SELECT ${column} AS b FROM copies WHERE id = ?`, copyId)?.b)

describe('storing a copy', () => {
  test('keeps the page, the article, its text and its pictures, and shows them in the row', async () => {
    const picture = someAsset('picture')
    const copy = someCopy(id, 'the quiet desk', {
      assets: [picture, { ...picture, url: 'https://desk.test/again.png' }],
      report,
      facts: { title: 'T', leadImage: picture.sha256 },
    })
    const { copyId, item } = await cache.copies.store(copy, { show: true })
    expect(item).toMatchObject({ state: 'partial', title: 'T', shownCopy: copyId, report, leadImage: picture.sha256, failure: null })
    expect(cache.copies.get(copyId)).toMatchObject({
      itemId: id,
      shown: true,
      etag: '"1"',
      lang: 'en',
      dir: 'ltr',
      report,
      form: 'article',
      documentBlob: null,
    })
    expect(await cache.copies.readHtml(copyId)).toBe('<p>the quiet desk</p>')
    expect(await cache.copies.readText(copyId)).toBe('the quiet desk')
    expect(Buffer.from(await cache.copies.readRaw(copyId))).toEqual(Buffer.from(copy.raw))
    expect(cache.copies.assetsOf(copyId).map((asset) => asset.url)).toEqual([
      'https://desk.test/picture.png',
      'https://desk.test/again.png',
    ])
    expect(Buffer.from(await cache.blobs.read(picture.sha256))).toEqual(picture.bytes)
  })

  test('writes each file for its owner alone, and a long page small', async () => {
    const { copyId } = await cache.copies.store(someCopy(id, 'many words '.repeat(5_000)), { show: true })
    const path = cache.blobs.pathOf(blobOf(copyId, 'html_blob'))
    expect(statSync(path).mode & 0o777).toBe(0o600)
    expect(statSync(path).size).toBeLessThan(5_000)
    expect(sha256(readFileSync(path))).toBe(blobOf(copyId, 'html_blob'))
  })

  test('is complete when nothing is missing and nobody says otherwise', async () => {
    cache.items.fail(id, { code: 'page.timeout', facts: {} })
    const { item } = await cache.copies.store(someCopy(id, 'words', { facts: {} }), { show: true })
    expect(item).toMatchObject({ state: 'complete', failure: null })
  })

  test('a worse one is kept and not shown', async () => {
    const good = await cache.copies.store(someCopy(id, 'good'), { show: true })
    const worse = await cache.copies.store(someCopy(id, 'worse'), { show: false })
    expect(worse.item).toMatchObject({ shownCopy: good.copyId, title: 'Title of good' })
    expect(cache.copies.ofItem(id).map((copy) => [copy.title, copy.shown])).toEqual([
      ['Title of worse', false],
      ['Title of good', true],
    ])
    expect(await cache.copies.readText(worse.copyId)).toBe('worse')
  })

  test('the first one is shown however poor: something is better than nothing', async () => {
    const { copyId, item } = await cache.copies.store(someCopy(id, 'poor'), { show: false })
    expect(item.shownCopy).toBe(copyId)
  })

  test('an earlier one can be shown again, with what the row said of it', async () => {
    const first = await cache.copies.store(someCopy(id, 'first', { report, facts: { title: 'First', state: 'partial' } }), { show: true })
    await cache.copies.store(someCopy(id, 'second'), { show: true })
    expect(cache.items.get(id).item).toMatchObject({ title: 'Title of second', report: null, state: 'complete' })
    expect(cache.copies.show(id, first.copyId)).toMatchObject({ shownCopy: first.copyId, title: 'First', state: 'partial', report })
    const other = saveOne(cache, 'other')
    expect(() => cache.copies.show(other.id, first.copyId)).toThrowError(expect.objectContaining({ code: 'copy.unknown' }))
  })

  test('a document is kept once and as it is', async () => {
    const pdf = Buffer.from('%PDF-1.7 pretend')
    const copy = someCopy(id, 'words of the paper', {
      form: 'document',
      mime: 'application/pdf',
      raw: new Uint8Array(),
      html: null,
      document: pdf,
    })
    const { copyId } = await cache.copies.store(copy, { show: true })
    expect(cache.copies.get(copyId).documentBlob).toBe(sha256(pdf))
    expect(readFileSync(cache.blobs.pathOf(sha256(pdf)))).toEqual(pdf)
    expect(cache.blobs.mimeOf(sha256(pdf))).toBe('application/pdf')
    expect(await cache.copies.readHtml(copyId)).toBe('')
    expect(Buffer.from(await cache.copies.readRaw(copyId))).toEqual(pdf)
  })

  test('for an item that is gone says so and leaves no row', async () => {
    cache.items.move([id], 'trash')
    cache.items.deleteForever([id])
    await expect(cache.copies.store(someCopy(id, 'late'), { show: true })).rejects.toMatchObject({ code: 'item.unknown' })
    expect(temporary.library.database.get('SELECT count(*) AS n FROM copies')?.n).toBe(0)
  })

  test('for an item that goes while its blobs are written says the same', async () => {
    const storing = cache.copies.store(someCopy(id, 'late'), { show: true })
    cache.items.move([id], 'trash')
    cache.items.deleteForever([id])
    await expect(storing).rejects.toMatchObject({ code: 'item.unknown' })
    expect(temporary.library.database.get('SELECT count(*) AS n FROM copies')?.n).toBe(0)
  })

  test('a copy that is not there is said', () => {
    const nobody = '0'.repeat(32) as CopyId
    expect(() => cache.copies.get(nobody)).toThrowError(expect.objectContaining({ code: 'copy.unknown' }))
    expect(cache.copies.assetsOf(nobody)).toEqual([])
  })
})

describe('blobs', () => {
  test('the same bytes are written once, and weigh once', async () => {
    const picture = someAsset('shared', 1_000)
    const one = await cache.copies.store(someCopy(id, 'one', { assets: [picture] }), { show: true })
    const written = statSync(cache.blobs.pathOf(picture.sha256)).ino
    const other = saveOne(cache, 'other')
    await cache.copies.store(someCopy(other.id, 'one', { assets: [picture] }), { show: true })
    expect(statSync(cache.blobs.pathOf(picture.sha256)).ino).toBe(written)
    expect((await cache.storage.use()).bytes).toBe(cache.copies.get(one.copyId).bytes)
    expect((await cache.storage.use()).blobs).toBe(4)
  })

  test.each([
    ['gone', (path: string) => rmSync(path)],
    ['cut', (path: string) => writeFileSync(path, readFileSync(path).subarray(0, 5))],
    [
      'changed',
      (path: string) =>
        writeFileSync(
          path,
          readFileSync(path).map((byte) => byte ^ 1),
        ),
    ],
  ])('one that is %s is said, and healed by storing the same again', async (_name, harm) => {
    const { copyId } = await cache.copies.store(someCopy(id, 'words'), { show: true })
    harm(cache.blobs.pathOf(blobOf(copyId, 'html_blob')))
    await expect(cache.copies.readHtml(copyId)).rejects.toMatchObject({ code: 'cache.missing-blob' })
    await cache.copies.store(someCopy(id, 'words'), { show: true })
    expect(await cache.copies.readHtml(copyId)).toBe('<p>words</p>')
  })
})

describe('earlier copies', () => {
  const storeDated = async (words: string, fetchedAt: number) =>
    (await cache.copies.store(someCopy(id, words, { fetchedAt, assets: [someAsset(words, 5_000)] }), { show: true })).copyId

  test('go oldest first, until there is room; never one that is shown or that a highlight points to', async () => {
    const marked = await storeDated('marked', 1)
    const older = await storeDated('older', 3)
    const oldest = await storeDated('oldest', 2)
    const shown = await storeDated('shown', 4)
    cache.highlights.add(someHighlight(marked, 'marked'))
    const { bytes } = cache.copies.get(oldest)
    expect(cache.copies.dropEarlier(1)).toEqual({ copies: 1, bytes })
    expect(cache.copies.ofItem(id).map((copy) => copy.id)).toEqual([shown, older, marked])
    expect(cache.copies.dropEarlier(0)).toMatchObject({ copies: 1 })
    expect(cache.copies.dropEarlier(0)).toEqual({ copies: 0, bytes: 0 })
    expect(cache.copies.ofItem(id).map((copy) => copy.id)).toEqual([shown, marked])
    expect(await cache.copies.readText(marked)).toBe('marked')
  })

  test('the database itself refuses to lose a copy with a highlight', async () => {
    const copyId = await storeDated('marked', 1)
    cache.highlights.add(someHighlight(copyId, 'marked'))
    expect(() => temporary.library.database.run('DELETE FROM copies WHERE id = ?', copyId)).toThrow(/FOREIGN KEY/)
  })

  test('young files stay a day, old ones leave the disk at once', async () => {
    const young = await storeDated('young', 1)
    await storeDated('shown', 2)
    const path = cache.blobs.pathOf(blobOf(young, 'html_blob'))
    const asset = cache.blobs.pathOf(cache.copies.assetsOf(young)[0]?.sha256 ?? '')
    cache.copies.dropEarlier(0)
    expect(existsSync(path)).toBe(true)
    temporary.clock.advance(2 * dayMs)
    const old = await storeDated('young', 3)
    expect(existsSync(asset)).toBe(true)
    await storeDated('newest', 4)
    temporary.clock.advance(2 * dayMs)
    cache.copies.dropEarlier(0)
    expect(cache.copies.ofItem(id)).toHaveLength(1)
    expect(existsSync(path)).toBe(false)
    expect(old).not.toBe(young)
  })
})

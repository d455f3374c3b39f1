import { execFile } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { silentLog } from '../platform/log.ts'
import { openSearchIndex } from './open-index.ts'
import type { IndexDoc, SearchIndex } from './search-index.ts'

const workerEntry = new URL('./index-worker.ts', import.meta.url)
let folder = ''
let index: SearchIndex
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'carrel-index-'))
  index = openSearchIndex({ folder, workerEntry, log: silentLog })
})
afterEach(async () => {
  await index.close()
  rmSync(folder, { recursive: true })
})

const doc = (n: number): IndexDoc => ({
  ...{ seq: 0, ordinal: n, itemId: String(n).padStart(32, '0'), title: 'Title', byline: null, siteName: null },
  ...{ url: 'https://example.org/', lang: 'en', text: `neighbour ${n}` },
})
const find = async () => (await index.find({ words: 'neighbour', limit: 500, order: 'newest' })).hits.length

/** Another process with an index of its own on the same folder; what it says on stderr. */
async function neighbour(work: string): Promise<string> {
  const program = `
    import { openSearchIndex } from ${JSON.stringify(new URL('./open-index.ts', import.meta.url).href)}
    const index = openSearchIndex({ folder: ${JSON.stringify(folder)}, workerEntry: ${JSON.stringify(workerEntry.href)}, log: { write() {} } })
    const doc = (n) => ({ ...${JSON.stringify(doc(0))}, ordinal: n, itemId: String(n).padStart(32, '0') })
    ${work}
    await index.close()`
  return (await promisify(execFile)(process.execPath, ['--input-type=module', '-e', program])).stderr
}

test('write and read one index at once, and lose nothing', async () => {
  const theirs = [1_000, 2_000].map((first) => neighbour(`for (let n = 0; n < 60; n++) await index.put([doc(${first} + n)])`))
  for (let n = 0; n < 60; n++) await index.put([doc(n + 1)])
  expect(await Promise.all(theirs)).toEqual(['', ''])
  expect(await find()).toBe(180)
})

test('meet a damaged file at once: one new file, and everything put into it is there', async () => {
  writeFileSync(join(folder, 'index.db'), randomBytes(100_000))
  const theirs = [1_000, 2_000, 3_000].map((first) => neighbour(`await index.put([doc(${first})])`))
  expect(await Promise.all(theirs)).toEqual(['', '', ''])
  expect(await find()).toBe(3)
  expect(await index.needsFill()).toBe(true)
})

test('one that is killed while writing leaves an index that can be used', async () => {
  const work = `
    await index.put([doc(1)])
    setTimeout(() => process.kill(process.pid, 'SIGKILL'), 50)
    await index.put(Array.from({ length: 20_000 }, (_, n) => doc(n + 10)))`
  await expect(neighbour(work)).rejects.toMatchObject({ signal: 'SIGKILL' })
  await index.put([doc(2)])
  expect((await index.find({ words: 'neighbour', limit: 50_000, order: 'newest' })).hits).toEqual(
    expect.arrayContaining([1, 2].map((n) => expect.objectContaining({ itemId: doc(n).itemId }))),
  )
})

import { execFile } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
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
  index = open()
})
afterEach(async () => {
  await index.close()
  rmSync(folder, { recursive: true })
})
const open = () => openSearchIndex({ folder, workerEntry, log: silentLog })

function doc(ordinal: number, text: string, more: Partial<IndexDoc> = {}): IndexDoc {
  const itemId = ordinal.toString(16).padStart(32, '0')
  return {
    seq: 0,
    ordinal,
    itemId,
    title: `Title ${ordinal}`,
    byline: null,
    siteName: null,
    url: `https://example.org/${ordinal}`,
    lang: 'en',
    text,
    ...more,
  }
}
async function found(words: string, order: 'newest' | 'best' = 'newest', limit = 20) {
  return (await index.find({ words, limit, order })).hits.map((hit) => Number.parseInt(hit.itemId, 16))
}

test('finds what was put, newest first, with snippets', async () => {
  await index.put([doc(1, 'The quiet desk.'), doc(2, 'Quiet, a desk and more words.'), doc(3, 'Nothing of it.')])
  expect((await index.find({ words: 'quiet desk', limit: 20, order: 'newest' })).hits).toEqual([
    {
      itemId: '2'.padStart(32, '0'),
      title: 'Title 2',
      url: 'https://example.org/2',
      snippet: '\u0002Quiet\u0003, a \u0002desk\u0003 and more words.',
    },
    { itemId: '1'.padStart(32, '0'), title: 'Title 1', url: 'https://example.org/1', snippet: 'The \u0002quiet\u0003 \u0002desk\u0003.' },
  ])
  expect(await found('desk', 'newest', 1)).toEqual([2])
  expect(await found('')).toEqual([])
  expect(await found('"')).toEqual([])
})

test('best first weighs the title above the text, and the author and site between', async () => {
  await index.put([
    doc(1, 'words words', { title: 'The garden' }),
    doc(2, 'words words', { byline: 'A. Garden' }),
    doc(3, 'a garden and many more words that thin it out, on and on and on'),
    doc(4, 'jardin', { lang: 'fr', siteName: 'Garden' }),
  ])
  const best = await found('garden', 'best')
  expect(best[0]).toBe(1)
  expect(best.indexOf(2)).toBeLessThan(best.indexOf(3))
  expect(best.toSorted()).toEqual([1, 2, 3, 4])
  expect(await found('example.org')).toEqual([4, 3, 2, 1])
})

test('other languages are found as they are written', async () => {
  await index.put([
    doc(1, 'Die Läufer laufen in den Straßen', { lang: 'de' }),
    doc(2, '今日は東京で機械学習を勉強します', { lang: 'ja' }),
    doc(3, 'Привет, тихий читальный зал', { lang: 'ru' }),
    doc(4, 'मशीन से सीखना', { lang: 'hi' }),
  ])
  expect(await found('laufer')).toEqual([1])
  expect(await found('機械学習')).toEqual([2])
  expect(await found('東京')).toEqual([2])
  expect(await found('читал')).toEqual([3])
  expect(await found('सीख')).toEqual([4])
})

test('putting again replaces, removing removes, also into another language', async () => {
  await index.put([doc(1, 'first words'), doc(2, 'second words')])
  await index.put([doc(1, 'changed', { lang: 'fr' }), doc(7, 'moved words', { itemId: doc(2, '').itemId })])
  expect(await found('words')).toEqual([2])
  expect(await found('first')).toEqual([])
  expect(await found('second')).toEqual([])
  await index.remove([doc(2, ''), doc(99, '')])
  expect(await found('words')).toEqual([])
  expect(await found('changed')).toEqual([1])
})

test('needs filling until it is marked filled, also after it was closed', async () => {
  expect(await index.needsFill()).toBe(true)
  await index.put([doc(1, 'words')])
  await index.close()
  index = open()
  expect(await index.needsFill()).toBe(true)
  await index.markFilled()
  await index.close()
  index = open()
  expect(await index.needsFill()).toBe(false)
  expect(await found('words')).toEqual([1])
})

test('a question is answered while the index is being filled', async () => {
  await index.put([doc(1, 'needle')])
  let filled = false
  const filling = index.put(Array.from({ length: 600 }, (_, n) => doc(n + 2, `hay ${'straw and more straw '.repeat(200)}`))).then(() => {
    filled = true
  })
  expect(await found('needle')).toEqual([1])
  expect(filled).toBe(false)
  await filling
  expect(await found('straw', 'newest', 1)).toEqual([601])
})

test('every question gets its own answer; the newest comes first', async () => {
  await index.put([doc(1, 'alpha'), doc(2, 'alphabet'), doc(3, 'beta')])
  const order: string[] = []
  const asked = ['al', 'alpha', 'alphabet', 'beta'].map(async (words) => {
    const hits = await found(words, 'best')
    order.push(words)
    return hits.toSorted()
  })
  expect(await Promise.all(asked)).toEqual([[1, 2], [1, 2], [2], [3]])
  expect(order.indexOf('beta')).toBeLessThan(order.indexOf('alpha'))
})

test('after closing it says so, and closing twice is nothing', async () => {
  await index.needsFill()
  await Promise.all([index.close(), index.close()])
  await expect(index.needsFill()).rejects.toThrow('closed')
})

test('a folder that cannot be written is a failure with a name', async () => {
  const other = openSearchIndex({ folder: join(folder, 'missing'), workerEntry, log: silentLog })
  await expect(other.needsFill()).rejects.toMatchObject({ code: 'cache.read-only' })
  await other.close()
})

test('a forgotten index does not keep a process alive', async () => {
  const program = `
    import { openSearchIndex } from ${JSON.stringify(new URL('./open-index.ts', import.meta.url).href)}
    const index = openSearchIndex({ folder: ${JSON.stringify(folder)}, workerEntry: ${JSON.stringify(workerEntry.href)}, log: { write() {} } })
    console.log(await index.needsFill())`
  const { stdout, stderr } = await promisify(execFile)(process.execPath, ['--input-type=module', '-e', program], { timeout: 15_000 })
  expect([stdout, stderr]).toEqual(['true\n', ''])
})

test('a worker killed with questions in its hands: the next one is asked the same, and answers', async () => {
  await index.put([doc(1, 'The quiet desk.')])
  // Asked and killed in one breath: whatever the worker was doing, each of these is answered by somebody.
  for (let time = 0; time < 3; time++) {
    const asked = Promise.all([found('quiet'), index.put([doc(2 + time, 'Another quiet lamp.')]), found('desk')])
    for (const pid of await childrenNamed('index-worker')) process.kill(pid, 'SIGKILL')
    expect((await asked)[2]).toEqual([1])
    // One death a question: when all were answered before the kill, the next ones would meet the dead worker and then be killed with its heir.
    expect(await found('desk')).toEqual([1])
  }
  expect(await found('lamp')).toEqual([4, 3, 2])
})

/** Our own children that were started from such a file. */
async function childrenNamed(name: string): Promise<readonly number[]> {
  const { stdout } = await promisify(execFile)('ps', ['-o', 'pid=,args=', '--ppid', String(process.pid)])
  return stdout.split('\n').flatMap((line) => (line.includes(name) ? [Number.parseInt(line, 10)] : []))
}

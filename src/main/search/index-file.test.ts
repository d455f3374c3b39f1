import { randomBytes } from 'node:crypto'
import { closeSync, mkdtempSync, openSync, readFileSync, rmSync, statSync, truncateSync, writeFileSync, writeSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { silentLog } from '../platform/log.ts'
import { openDatabase } from '../platform/sqlite.ts'
import { type IndexFile, openIndexFile } from './index-file.ts'
import { fillState, hitOf, matchDocs, putDocs, removeDocs, setFilled } from './index-store.ts'
import { parseQuery } from './parse-query.ts'
import type { IndexDoc } from './search-index.ts'

let folder = ''
let path = ''
let whole: Buffer
const files: IndexFile[] = []
beforeAll(() => {
  make()
  const file = open()
  fill(file)
  file.close()
  whole = readFileSync(path)
  rmSync(folder, { recursive: true })
})
beforeEach(make)
afterEach(() => {
  for (const file of files.splice(0)) file.close()
  rmSync(folder, { recursive: true })
})
function make(): void {
  folder = mkdtempSync(join(tmpdir(), 'carrel-index-'))
  path = join(folder, 'index.db')
}
function open(): IndexFile {
  const file = openIndexFile(folder, silentLog)
  files.push(file)
  return file
}

const words = ['quiet', 'desk', 'library', 'lamp', 'window', 'paper', 'margin', 'shelf', 'ladder', 'index']
const docs: readonly IndexDoc[] = Array.from({ length: 60 }, (_, n) => ({
  ...{ seq: n + 1, ordinal: n + 1, itemId: String(n + 1).padStart(32, '0'), title: `Part ${n + 1}`, byline: null, siteName: null },
  ...{ url: `https://example.org/${n + 1}`, lang: n % 5 ? 'en' : 'de' },
  text: Array.from({ length: 300 }, (_unused, at) => `${words[(at * (n + 3)) % words.length]}${at % 7 === 0 ? n * at : ''}`).join(' '),
}))
function fill(file: IndexFile): void {
  const { generation } = file.use(fillState)
  file.use((database) => putDocs(database, docs))
  file.use((database) => setFilled(database, generation))
}
const isFilled = (file: IndexFile) => file.use(fillState).filled
const find = (file: IndexFile, words: string) =>
  file.use((database) =>
    matchDocs(database, { words, limit: 500, order: 'best' }).ordinals.map((ordinal) => hitOf(database, ordinal, parseQuery(words))),
  )
/** Whatever happened to the file, filling it again makes it whole. */
function expectWholeAfterFilling(file: IndexFile): void {
  expect(isFilled(file)).toBe(false)
  fill(file)
  expect(isFilled(file)).toBe(true)
  expect(find(file, 'quiet')).toHaveLength(docs.length)
}

test.runIf(process.platform !== 'win32')('the texts in it are their owner’s alone, whatever the mask', () => {
  const before = process.umask(0)
  try {
    fill(open())
  } finally {
    process.umask(before)
  }
  for (const name of ['index.db', 'index.db-wal', 'index-claim.db'])
    expect([name, statSync(join(folder, name)).mode & 0o777]).toEqual([name, 0o600])
})

describe('a file that is damaged before it is opened', () => {
  test.each([
    ['random bytes', () => writeFileSync(path, randomBytes(50_000))],
    ['a text', () => writeFileSync(path, 'not a database')],
    ['nothing', () => writeFileSync(path, '')],
    ['cut in the middle', () => truncateSync(path, Math.floor(statSync(path).size / 8192) * 4096)],
    ['cut inside a page', () => truncateSync(path, statSync(path).size - 1_000)],
    ['cut after its first page', () => truncateSync(path, 4_096)],
    ['its first page overwritten', () => overwrite(100, 3_900)],
    ['another schema', () => inside('PRAGMA user_version = 999')],
    ['a table missing', () => inside('DROP TABLE doc')],
    ['gone', () => rmSync(path)],
  ])('%s: is made anew', (_what, damage) => {
    writeFileSync(path, whole)
    damage()
    const file = open()
    expect(find(file, 'quiet')).toEqual([])
    expectWholeAfterFilling(file)
  })

  test('a claim that is damaged, too, stops nobody', () => {
    writeFileSync(join(folder, 'index-claim.db'), randomBytes(8_192))
    expectWholeAfterFilling(open())
  })

  test('a sound one is kept', () => {
    writeFileSync(path, whole)
    expect(isFilled(open())).toBe(true)
  })
})

describe('a file that is damaged while it is in use', () => {
  test('is made anew wherever the damage is, and never answers with an error', () => {
    let noticed = 0
    for (let at = 4_096; at < whole.length; at += Math.ceil(whole.length / 12 / 4_096) * 4_096) {
      for (const ending of ['', '-wal', '-shm']) rmSync(path + ending, { force: true })
      writeFileSync(path, whole)
      overwrite(at, 6_000)
      const file = open()
      for (const query of ['quiet', 'desk li', '"lamp window"', 'index -shelf'])
        expect(find(file, query).length).toBeLessThanOrEqual(docs.length)
      file.use((database) => putDocs(database, docs.slice(0, 10)))
      file.use((database) => removeDocs(database, docs.slice(0, 1)))
      if (!isFilled(file)) {
        noticed += 1
        expectWholeAfterFilling(file)
      }
      file.close()
    }
    expect(noticed).toBeGreaterThan(2)
  })

  test('deleted under an open index: the next call begins a new one', () => {
    const file = open()
    fill(file)
    for (const ending of ['', '-wal', '-shm']) rmSync(path + ending, { force: true })
    expect(find(file, 'quiet')).toEqual([])
    expectWholeAfterFilling(file)
  })

  test('a filling that began in an earlier file does not call the new one filled', () => {
    const file = open()
    const { generation } = file.use(fillState)
    file.use((database) => putDocs(database, docs.slice(0, 20)))
    for (const ending of ['', '-wal', '-shm']) rmSync(path + ending, { force: true })
    file.use((database) => putDocs(database, docs.slice(20)))
    file.use((database) => setFilled(database, generation))
    expectWholeAfterFilling(file)
  })

  test('a file made anew by a neighbour is noticed, and its log is left alone', () => {
    const first = open()
    fill(first)
    for (const ending of ['', '-wal', '-shm']) rmSync(path + ending, { force: true })
    const second = open()
    second.use((database) => putDocs(database, docs.slice(0, 1)))
    // The first one still holds the file without a name; closing it must not take the new one's log away.
    expect(find(first, 'quiet')).toHaveLength(1)
    first.close()
    second.use((database) => putDocs(database, docs.slice(1, 2)))
    expect(find(open(), 'quiet')).toHaveLength(2)
  })
})

function overwrite(at: number, length: number): void {
  const file = openSync(path, 'r+')
  try {
    writeSync(file, randomBytes(Math.min(length, Math.max(0, statSync(path).size - at))), 0, undefined, at)
  } finally {
    closeSync(file)
  }
}

function inside(sql: string): void {
  const database = openDatabase(path)
  try {
    database.exec(sql)
  } finally {
    database.close()
  }
}

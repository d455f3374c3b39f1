import { execFile } from 'node:child_process'
import { chmodSync, existsSync, mkdirSync, readdirSync, readFileSync, statSync, truncateSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { randomIds } from '../platform/ids.ts'
import { silentLog } from '../platform/log.ts'
import { openDatabase } from '../platform/sqlite.ts'
import { saveOne, temporaryFolder, testClock } from '../testing/temporary-library.ts'
import type { Cache } from './cache.ts'
import { allMigrations } from './migrations/all.ts'
import { openCache } from './open-cache.ts'

// Some tests start a process, which needs a second, more on a busy machine.
vi.setConfig({ testTimeout: 60_000 })

let top: string
let folder: string
let path: string
let remove: () => Promise<void>
const opened: Cache[] = []
beforeEach(async () => {
  ;({ folder: top, remove } = await temporaryFolder())
  folder = join(top, 'deep', 'library')
  path = join(folder, 'library.db')
})
afterEach(async () => {
  for (const cache of opened.splice(0)) cache.close()
  await remove()
})

async function open(): Promise<Cache> {
  const cache = await openCache({ folder, clock: testClock(), ids: randomIds, log: silentLog, role: 'long-lived' })
  opened.push(cache)
  return cache
}
async function makeLibrary(items: number): Promise<void> {
  const cache = await open()
  for (let n = 0; n < items; n++) saveOne(cache, `a${n}`)
  cache.close()
}
/** What opening says, and proof that it changed nothing. */
async function refusal(): Promise<unknown> {
  const before = readFileSync(path)
  const said = await open().then(
    () => 'opened',
    (error: unknown) => error,
  )
  expect(readFileSync(path).equals(before)).toBe(true)
  return said
}

test('a folder that is not there is made, for its owner alone', async () => {
  const cache = await open()
  expect(statSync(folder).mode & 0o777).toBe(0o700)
  for (const file of ['library.db', 'library.db-wal', 'device'])
    expect([file, statSync(join(folder, file)).mode & 0o777]).toEqual([file, 0o600])
  expect(cache.folder).toBe(folder)
  expect(readFileSync(join(folder, 'device'), 'utf8')).toMatch(/^[0-9a-f]{16}\n$/)
})

test('a library is as it was when it is opened again', async () => {
  await makeLibrary(3)
  expect((await open()).items.counts().places.inbox).toBe(3)
})

test('a file in the place of the folder is said, and kept', async () => {
  mkdirSync(join(top, 'deep'))
  writeFileSync(folder, 'a letter')
  await expect(open()).rejects.toMatchObject({ code: 'cache.read-only', facts: { folder } })
  expect(readFileSync(folder, 'utf8')).toBe('a letter')
})

test.runIf(process.platform === 'linux')('a file system that takes no files is said', async () => {
  folder = '/proc/nope'
  await expect(open()).rejects.toMatchObject({ code: 'cache.read-only', facts: { folder } })
  folder = '/proc/self'
  await expect(open()).rejects.toMatchObject({ code: 'cache.read-only', facts: { folder } })
})

test('closing twice is closing once', async () => {
  const cache = await open()
  cache.close()
  expect(() => cache.close()).not.toThrow()
})

test('a folder that a cloud program syncs is refused before anything is written', async () => {
  folder = join(top, 'Dropbox', 'carrel')
  await expect(open()).rejects.toMatchObject({ code: 'cache.cloud-folder' })
  expect(existsSync(join(top, 'Dropbox'))).toBe(false)
})

describe('a library from a newer Carrel is left untouched', () => {
  test('at rest', async () => {
    await makeLibrary(1)
    const database = openDatabase(path)
    database.pragma('user_version = 999')
    database.close()
    expect(await refusal()).toMatchObject({ code: 'cache.newer', facts: { version: 999 } })
    expect(existsSync(`${path}-wal`)).toBe(false)
  })

  test('while the newer one has it open and its version stands in the log only', async () => {
    await makeLibrary(1)
    const newer = openDatabase(path)
    newer.pragma('wal_autocheckpoint = 0')
    newer.pragma('user_version = 999')
    expect(readFileSync(path).readUInt32BE(60)).toBe(allMigrations.at(-1)?.version)
    expect(await refusal()).toMatchObject({ code: 'cache.newer' })
    newer.close()
  })
})

describe('a damaged library is said at once and left untouched', () => {
  test.each([
    ['a letter in its place', () => writeFileSync(path, 'Dear Charles, the cards are punched. '.repeat(300))],
    ['its head overwritten', () => overwrite(0, 16)],
    ['a part overwritten', () => overwrite(8_192, 60_000)],
    ['cut in the middle', () => truncateSync(path, Math.floor(statSync(path).size / 2))],
    ['cut to a piece', () => truncateSync(path, 50)],
  ])('%s', async (_name, harm) => {
    await makeLibrary(40)
    harm()
    expect(await refusal()).toMatchObject({ code: 'cache.damaged', facts: { folder } })
  })

  test('a database of another program', async () => {
    mkdirSync(folder, { recursive: true })
    const other = openDatabase(path)
    other.exec('CREATE TABLE recipes (title); PRAGMA user_version = 1')
    other.close()
    expect(await refusal()).toMatchObject({ code: 'cache.damaged', facts: { reason: 'not a library of Carrel' } })
  })

  test('a large one that was cut', async () => {
    await makeLibrary(1)
    const database = openDatabase(path)
    database.exec('CREATE TABLE ballast (a)')
    for (let n = 0; n < 6; n++) database.run('INSERT INTO ballast VALUES (?)', 'x'.repeat(1_000_000))
    database.close()
    truncateSync(path, 5_000_000)
    expect(await refusal()).toMatchObject({ code: 'cache.damaged' })
  })

  function overwrite(from: number, length: number): void {
    const bytes = readFileSync(path)
    bytes.fill(0xa5, from, Math.min(bytes.length, from + length))
    writeFileSync(path, bytes)
  }
})

test('an empty file is a new library', async () => {
  mkdirSync(folder, { recursive: true })
  writeFileSync(path, '')
  expect((await open()).items.counts().places.inbox).toBe(0)
})

describe('a folder that cannot be written is said', () => {
  const script = join(import.meta.dirname, '..', 'testing', 'library-process.ts')
  /** Root may write everywhere, so it asks as somebody else. */
  const asNobody = process.getuid?.() === 0 ? { uid: 65_534, gid: 65_534 } : {}
  const openElsewhere = async () => (await promisify(execFile)(process.execPath, [script, 'open', folder], asNobody)).stdout.trim()

  test('and one that can be is opened', async () => {
    mkdirSync(folder, { recursive: true })
    for (const each of [top, join(top, 'deep'), folder]) chmodSync(each, 0o777)
    expect(await openElsewhere()).toBe('opened')
  })

  test('the folder', async () => {
    await makeLibrary(1)
    for (const each of [top, join(top, 'deep')]) chmodSync(each, 0o755)
    chmodSync(folder, 0o555)
    expect(await openElsewhere()).toBe(`cache.read-only ${folder}`)
    chmodSync(folder, 0o755)
  })

  test('and what it holds is read all the same, written to by nobody', async () => {
    await makeLibrary(3)
    for (const each of [top, join(top, 'deep')]) chmodSync(each, 0o755)
    for (const name of readdirSync(folder)) chmodSync(join(folder, name), statSync(join(folder, name)).isDirectory() ? 0o755 : 0o644)
    chmodSync(folder, 0o555)
    const before = readdirSync(folder)
    const told = (await promisify(execFile)(process.execPath, [script, 'read', folder], asNobody)).stdout.trim()
    expect(told).toBe('read 3, saving is cache.read-only')
    expect(readdirSync(folder)).toEqual(before)
    chmodSync(folder, 0o755)
  })

  test('the file in it', async () => {
    await makeLibrary(1)
    for (const each of [top, join(top, 'deep')]) chmodSync(each, 0o755)
    chmodSync(folder, 0o777)
    chmodSync(path, 0o444)
    expect(await openElsewhere()).toBe(`cache.read-only ${folder}`)
  })

  test('the folder it would have to be made in', async () => {
    chmodSync(top, 0o555)
    expect(await openElsewhere()).toBe(`cache.read-only ${folder}`)
    chmodSync(top, 0o755)
  })
})

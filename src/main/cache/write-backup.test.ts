import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { takeClaim } from '../platform/claim.ts'
import { openDatabase } from '../platform/sqlite.ts'
import { openTemporaryCache, saveOne, type TemporaryCache } from '../testing/temporary-library.ts'
import { dayMs } from './backups.ts'
import { writeBackup } from './write-backup.ts'

const noon = Date.parse('2026-06-01T12:00:00Z')
let temporary: TemporaryCache
let backups: string
beforeEach(async () => {
  temporary = await openTemporaryCache()
  backups = join(temporary.folder, 'backups')
})
afterEach(() => temporary.remove())

const write = (now = noon, freeBytes: number | null = null) => writeBackup(temporary.folder, { now, unique: 'u', freeBytes })
const named = () => readdirSync(backups).filter((name) => name.startsWith('library-'))

test('holds what was committed so far, log included, and is for its owner alone', () => {
  saveOne(temporary.cache, 'a')
  const { path, bytes } = write()
  saveOne(temporary.cache, 'b')
  expect(bytes).toBe(statSync(path).size)
  if (process.platform !== 'win32') expect(statSync(path).mode & 0o777).toBe(0o600)
  const copy = openDatabase(path, { readOnly: true })
  expect(copy.all('SELECT url FROM items')).toEqual([{ url: 'https://desk.test/a' }])
  expect(copy.pragma('integrity_check')).toBe('ok')
  copy.close()
})

test('drops what has had its time only after the new one is there', () => {
  for (let day = 0; day < 20; day++) write(noon + day * dayMs)
  expect(named().length).toBeLessThanOrEqual(11)
  expect(temporary.cache.backups.list()[0]?.at).toBe(noon + 19 * dayMs)
})

test('a damaged library makes no backup, and takes none away', () => {
  for (let n = 0; n < 200; n++) saveOne(temporary.cache, `a${n}`)
  temporary.library.database.pragma('wal_checkpoint(TRUNCATE)')
  for (let day = 0; day < 14; day++) write(noon + day * dayMs)
  const before = named()
  const path = join(temporary.folder, 'library.db')
  const bytes = readFileSync(path)
  bytes.fill(0xa5, 4_096, bytes.length)
  writeFileSync(path, bytes)
  expect(() => write(noon + 14 * dayMs)).toThrow(expect.objectContaining({ code: 'cache.damaged' }))
  expect(named()).toEqual(before)
})

test('one process at a time; a nearly full disk and a missing library make none', () => {
  write()
  const claim = takeClaim(join(backups, 'backup-claim.db'), { how: 'alone', waitMs: 0 })
  expect(() => write(noon + dayMs)).toThrow(expect.objectContaining({ code: 'cache.busy' }))
  claim.release()
  expect(() => write(noon + dayMs, 100_000_000)).toThrow(expect.objectContaining({ code: 'cache.full' }))
  expect(() => writeBackup(join(temporary.folder, 'nowhere'), { now: noon, unique: 'u', freeBytes: null })).toThrow()
  expect(existsSync(join(temporary.folder, 'nowhere', 'library.db'))).toBe(false)
  expect(named()).toHaveLength(1)
})

test('what a killed process left half written goes with the next one', () => {
  write()
  writeFileSync(join(backups, 'library-2026-06-01T13-00-00Z.db.dead.tmp'), 'half')
  write(noon + dayMs)
  expect(named().every((name) => name.endsWith('.db'))).toBe(true)
})

import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { type Database, openDatabase, sqliteSelfTest } from './sqlite.ts'

let folder: string
let path: string
const opened: Database[] = []
const open = (options: { readOnly?: boolean; busyMs?: number } = {}): Database => {
  const database = openDatabase(path, options)
  opened.push(database)
  return database
}

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'carrel-sqlite-'))
  path = join(folder, 'some.db')
})
afterEach(() => {
  for (const database of opened.splice(0)) database.close()
  rmSync(folder, { recursive: true, force: true })
})

describe('a transaction', () => {
  test('is undone as a whole when anything in it throws', () => {
    const database = open()
    database.exec('CREATE TABLE t (a)')
    expect(() =>
      database.transaction(() => {
        database.run('INSERT INTO t VALUES (1)')
        throw new Error('no')
      }),
    ).toThrow('no')
    expect(database.all('SELECT a FROM t')).toEqual([])
    database.transaction(() => database.run('INSERT INTO t VALUES (2)'))
    expect(database.get('SELECT a FROM t')?.a).toBe(2)
  })

  test('inside another joins it, and goes with it', () => {
    const database = open()
    database.exec('CREATE TABLE t (a)')
    expect(() =>
      database.transaction(() => {
        database.transaction(() => database.run('INSERT INTO t VALUES (1)'))
        throw new Error('outer')
      }),
    ).toThrow('outer')
    expect(database.all('SELECT a FROM t')).toEqual([])
  })

  test('that another process holds too long is cache.busy, and free afterwards', () => {
    const one = open()
    const other = open({ busyMs: 20 })
    one.exec('CREATE TABLE t (a)')
    one.transaction(() => {
      expect(() => other.transaction(() => undefined)).toThrowError(expect.objectContaining({ code: 'cache.busy' }))
    })
    expect(other.transaction(() => other.run('INSERT INTO t VALUES (1)'))).toBe(1)
  })
})

describe('what goes wrong is said in the reader’s words', () => {
  test('a full disk is cache.full and nothing is half done', () => {
    const database = open()
    database.exec('CREATE TABLE t (a)')
    database.pragma('max_page_count = 10')
    const fill = () =>
      database.transaction(() => {
        for (let n = 0; n < 100; n++) database.run('INSERT INTO t VALUES (?)', 'x'.repeat(1_000))
      })
    expect(fill).toThrowError(expect.objectContaining({ code: 'cache.full', facts: expect.objectContaining({ disk: true, folder }) }))
    expect(database.all('SELECT a FROM t')).toEqual([])
  })

  test('a file opened for reading only is cache.read-only when written', () => {
    open().exec('CREATE TABLE t (a)')
    expect(() => open({ readOnly: true }).run('INSERT INTO t VALUES (1)')).toThrowError(
      expect.objectContaining({ code: 'cache.read-only' }),
    )
  })

  test('a folder that is not there is cache.read-only', () => {
    expect(() => openDatabase(join(folder, 'nowhere', 'some.db'))).toThrowError(expect.objectContaining({ code: 'cache.read-only' }))
  })

  test('a file that is no database is cache.damaged', () => {
    writeFileSync(path, 'a letter to a friend. '.repeat(500))
    expect(() => open().all('SELECT * FROM sqlite_schema')).toThrowError(expect.objectContaining({ code: 'cache.damaged' }))
  })

  test('a mistake in our own SQL stays an error', () => {
    expect(() => open().get('SELECT a FROM elsewhere')).toThrow(/no such table/)
  })
})

test('many different statements are forgotten one by one, and each still works', () => {
  const database = open()
  for (let n = 0; n < 700; n++) expect(database.get(`SELECT ${n} AS n`)?.n).toBe(n)
  expect(database.get('SELECT 0 AS n')?.n).toBe(0)
})

test('the self-test of the engine passes here', () => {
  expect(sqliteSelfTest()).toEqual({ version: expect.stringMatching(/^3\.\d+/), fts5: true, brotli: true })
})

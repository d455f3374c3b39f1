import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { ListHighlights } from '../../shared/calls/highlight-calls.ts'
import { randomIds } from '../platform/ids.ts'
import { silentLog } from '../platform/log.ts'
import { type Database, openDatabase } from '../platform/sqlite.ts'
import { saveOne, temporaryFolder, testClock } from '../testing/temporary-library.ts'
import type { Cache } from './cache.ts'
import type { Library } from './library.ts'
import type { Migration } from './migrate.ts'
import { allMigrations } from './migrations/all.ts'
import { openCache } from './open-cache.ts'
import { openLibrary } from './open-library.ts'

const fixtures = join(import.meta.dirname, 'migrations', 'fixtures')
const newest = allMigrations.at(-1)?.version ?? 0

let folder: string
let path: string
let remove: () => Promise<void>
const opened: { close(): void }[] = []
beforeEach(async () => {
  ;({ folder, remove } = await temporaryFolder())
  path = join(folder, 'library.db')
})
afterEach(async () => {
  for (const one of opened.splice(0).reverse()) one.close()
  await remove()
})

const options = () => ({ folder, clock: testClock(), ids: randomIds, log: silentLog, role: 'long-lived' as const })
async function open(): Promise<Cache> {
  const cache = await openCache(options())
  opened.push(cache)
  return cache
}
async function openWith(migrations: readonly Migration[]): Promise<Library> {
  const library = await openLibrary({ ...options(), migrations })
  opened.push(library.database)
  return library
}
/** The library of an earlier Carrel, as its fixture tells it. */
function laidDown(version: number): void {
  const database = openDatabase(path)
  database.exec(readFileSync(join(fixtures, `version-${version}.sql`), 'utf8'))
  database.close()
}
const schemaOf = (database: Database) =>
  database.all(`SELECT type, name, sql FROM sqlite_schema WHERE name NOT LIKE 'sqlite_%' ORDER BY type, name`)

test('there is a library of every schema there ever was', () => {
  expect(readdirSync(fixtures).sort()).toEqual(allMigrations.map((migration) => `version-${migration.version}.sql`).sort())
})

describe.each(allMigrations.map((migration) => migration.version))('a library of version %i', (version) => {
  test('is brought to the newest schema with everything in it', async () => {
    laidDown(version)
    const cache = await open()
    const database = openDatabase(path)
    opened.push(database)
    expect(database.pragma('user_version')).toBe(newest)
    expect(database.pragma('integrity_check')).toBe('ok')
    expect(database.all('PRAGMA foreign_key_check')).toEqual([])
    expect(existsSync(join(folder, 'backups', `library-version-${version}.db`))).toBe(version < newest)

    const article = cache.items.byComparisonKey('desk.test/article')
    expect(article).toMatchObject({
      title: 'The quiet desk',
      byline: 'Ada',
      state: 'complete',
      favourite: true,
      progress: 0.5,
      place: 'inbox',
    })
    if (!article?.shownCopy) throw new Error('the article shows no copy')
    expect(cache.items.get(article.id).position).toBe(40)
    expect(cache.copies.get(article.shownCopy)).toMatchObject({ shown: true, form: 'article', words: 3 })
    expect(cache.copies.assetsOf(article.shownCopy)).toMatchObject([{ role: 'image', mime: 'image/png' }])
    expect(cache.highlights.ofItem(article.id)).toMatchObject([
      { copyId: article.shownCopy, colour: 'yellow', anchor: { exact: 'quiet', start: 4, end: 9 } },
    ])
    expect(cache.highlights.list(ListHighlights.parse({ words: 'Quiet' })).total).toBe(1)

    expect(cache.items.list({ kind: 'talk', sort: 'added', offset: 0, limit: 9 }).items).toMatchObject([
      { startSeconds: 2045, place: 'later' },
    ])
    const toFind = version >= 3 ? 1 : 0
    expect(cache.items.counts()).toMatchObject({ places: { inbox: 1 + toFind, later: 1, trash: 1 }, talks: 1, favourites: 1 })
    expect(cache.lists.list().map(({ title, items }) => [title, items])).toEqual(version >= 3 ? [['From the desk', 2]] : [])
    expect(article.recommendation).toBe(version >= 3 ? 'Read it first.' : null)
    expect(cache.items.list({ begun: true, sort: 'added', offset: 0, limit: 9 }).items).toMatchObject([{ id: article.id }])
    expect(cache.items.sites(9)).toEqual([{ site: 'desk.test', items: 2 }])
    expect(cache.tags.list().map(({ tag }) => tag)).toEqual(version >= 2 ? ['desk', 'evening'] : [])
    expect(article.tags).toEqual(cache.tags.list().map(({ tag }) => tag))
    expect(cache.jobs.claim(9)).toHaveLength(1)
    expect(cache.settings.get().theme).toBe('sepia')
    expect(cache.changesSince(0, 99)).toMatchObject({ removed: [cache.items.itemIdOf('desk.test/gone')] })
    expect((await cache.storage.use()).bytes).toBe(196)
  })

  test('ends with the very schema a new library has', async () => {
    laidDown(version)
    await open()
    const migrated = openDatabase(path)
    folder = join(folder, 'new')
    await open()
    const made = openDatabase(join(folder, 'library.db'))
    opened.push(migrated, made)
    expect(schemaOf(migrated)).toEqual(schemaOf(made))
  })

  test('goes on being written', async () => {
    laidDown(version)
    const cache = await open()
    expect(saveOne(cache, 'gone')).toMatchObject({ state: 'waiting' })
    expect(saveOne(cache, 'thrown')).toMatchObject({ place: 'inbox' })
    cache.items.setReading(cache.items.itemIdOf('desk.test/article'), 80, 1)
    expect(cache.items.counts()).toMatchObject({ places: { inbox: version >= 3 ? 4 : 3, later: 1, trash: 0 } })
  })
})

describe('a step to a new schema', () => {
  const next: Migration = {
    version: newest + 1,
    up: (database) => database.exec(`ALTER TABLE items ADD COLUMN mood TEXT; UPDATE items SET mood = 'calm'`),
  }

  test('keeps a whole copy of the library as it was before', async () => {
    saveOne(await open(), 'a')
    const library = await openWith([...allMigrations, next])
    expect(library.database.get('SELECT mood FROM items')?.mood).toBe('calm')
    const backup = openDatabase(join(folder, 'backups', `library-version-${newest}.db`), { readOnly: true })
    opened.push(backup)
    expect(backup.pragma('integrity_check')).toBe('ok')
    expect(backup.pragma('user_version')).toBe(newest)
    expect(backup.get('SELECT comparison_key FROM items')?.comparison_key).toBe('desk.test/a')
    expect(() => backup.get('SELECT mood FROM items')).toThrow(/no such column/)
  })

  test('that fails leaves the library as it was, to be opened by who made it', async () => {
    saveOne(await open(), 'a')
    const broken: Migration = {
      version: newest + 1,
      up(database) {
        database.exec('DELETE FROM jobs; CREATE TABLE half (a)')
        throw new Error('the power went')
      },
    }
    await expect(openWith([...allMigrations, broken])).rejects.toThrow('the power went')
    const cache = await open()
    expect(cache.jobs.list()).toHaveLength(1)
    const database = openDatabase(path)
    opened.push(database)
    expect(database.get(`SELECT 1 FROM sqlite_schema WHERE name = 'half'`)).toBeUndefined()
  })

  test('runs once, however many open the library at once', async () => {
    await open()
    let runs = 0
    const counted: Migration = {
      version: newest + 1,
      up(database) {
        runs += 1
        next.up(database)
      },
    }
    await Promise.all([1, 2, 3].map(() => openWith([...allMigrations, counted])))
    expect(runs).toBe(1)
  })

  test('a new library needs no backup', async () => {
    await openWith([...allMigrations, next])
    expect(existsSync(join(folder, 'backups'))).toBe(false)
  })

  test('the program that does not know it refuses the library', async () => {
    await openWith([...allMigrations, next])
    await expect(open()).rejects.toMatchObject({ code: 'cache.newer', facts: { version: newest + 1, known: newest } })
  })
})

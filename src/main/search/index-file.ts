// The file index.db: opened, checked, made anew when it is missing, damaged or of another schema, and watched, because another process
// may put a new one in its place. What stands in it is index-store.ts.
import { randomUUID } from 'node:crypto'
import { accessSync, constants, existsSync, rmSync, statSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { Failure } from '../../shared/failure.ts'
import { takeClaim } from '../platform/claim.ts'
import { makePrivateFile } from '../platform/files.ts'
import type { Log } from '../platform/log.ts'
import { type Database, openDatabase } from '../platform/sqlite.ts'

export type IndexFile = {
  /**
   * Does some work with the database. When it turns out to be damaged, the file is deleted, a new and empty one is made, and the work is
   * done once more. Throws cache.busy, cache.full, cache.read-only.
   */
  use<T>(work: (database: Database) => T): T
  close(): void
}

/** An index this small is looked through whole whenever it is opened (some 6 ms a megabyte); a larger one shows its damage when it is used. */
const alwaysCheckedBytes = 8_000_000

/** Raised whenever the tables, the tokenizer or the way text is prepared changes: an older file is thrown away and filled again. */
export const indexVersion = 2

const table = (name: string) => `
  CREATE VIRTUAL TABLE ${name} USING fts5(
    title, about, body, content = '', contentless_delete = 1, prefix = '2 3',
    tokenize = "unicode61 remove_diacritics 2 categories 'L* N* Co Mn Mc'"
  );
  INSERT INTO ${name}(${name}, rank) VALUES ('rank', 'bm25(10.0, 4.0, 1.0)');`

/** Two tables of words, because only English ones are stemmed (index-text.ts); one of texts, compressed, for the snippets. */
const schema = `
  CREATE TABLE state (filled INTEGER NOT NULL, generation TEXT NOT NULL, newest INTEGER NOT NULL);
  -- From which line of the library's outbox each item was last put or removed.
  CREATE TABLE fed (item_id TEXT PRIMARY KEY, seq INTEGER NOT NULL) STRICT, WITHOUT ROWID;
  CREATE TABLE doc (
    ordinal INTEGER PRIMARY KEY,
    item_id TEXT NOT NULL UNIQUE,
    title TEXT NOT NULL,
    url TEXT NOT NULL,
    english INTEGER NOT NULL,
    codec INTEGER NOT NULL,
    body BLOB NOT NULL
  );
  ${table('english')}
  ${table('other')}
  PRAGMA user_version = ${indexVersion};`

export function openIndexFile(folder: string, log: Log): IndexFile {
  const path = join(folder, 'index.db')
  let database: Database | null = null
  let identity = ''

  function opened(): Database {
    if (database && identity === identityOf(path)) return database
    if (!isWritable(folder)) return swap(() => openStill(path))
    return underClaim(folder, () => swap(() => openSound(path) ?? remade()))
  }

  /** Our file was damaged when we used it. Whoever comes first makes a new one; the others find it there. */
  function replaced(): Database {
    return underClaim(folder, () => {
      const stillOurs = identity === identityOf(path)
      return swap(() => (stillOurs ? null : openSound(path)) ?? remade())
    })
  }

  function swap(make: () => Database): Database {
    database?.close()
    database = null
    const fresh = make()
    identity = identityOf(path)
    database = fresh
    return fresh
  }

  function remade(): Database {
    if (existsSync(path)) log.write('warn', 'the search index is damaged or of another version; it is made anew', { path })
    try {
      for (const ending of ['', '-wal', '-shm', '-journal']) rmSync(path + ending, { force: true, recursive: true })
    } catch (cause) {
      // Windows keeps a file that another process has open.
      throw new Failure('cache.busy', { path }, { cause })
    }
    makePrivateFile(path)
    const fresh = openDatabase(path)
    setUp(fresh)
    fresh.transaction(() => {
      fresh.exec(schema)
      fresh.run('INSERT INTO state (filled, generation, newest) VALUES (0, ?, 0)', randomUUID())
    })
    return fresh
  }

  return {
    use(work) {
      const sound = opened()
      try {
        return work(sound)
      } catch (error) {
        if (!isDamage(error)) throw error
        log.write('warn', 'the search index could not be read', { error })
        return work(replaced())
      }
    },
    close() {
      database?.close()
      database = null
    },
  }
}

function isWritable(folder: string): boolean {
  try {
    accessSync(folder, constants.W_OK)
    return true
  } catch {
    return false
  }
}

/** The index of a library that can only be read, as it lies there. Throws cache.read-only when it cannot be used so. */
function openStill(path: string): Database {
  const logged = statSync(`${path}-wal`, { throwIfNoEntry: false })?.size ?? 0
  if (existsSync(path) && logged === 0) {
    const database = openDatabase(path, { still: true })
    if (database.pragma('user_version') === indexVersion) return database
    database.close()
  }
  throw new Failure('cache.read-only', { folder: dirname(path) })
}

/** An existing file of this schema whose tables can be read; null for anything else. */
function openSound(path: string): Database | null {
  // A folder of that name cannot even be opened.
  if (!statSync(path, { throwIfNoEntry: false })?.isFile()) return null
  let database: Database | null = null
  try {
    database = openDatabase(path)
    // The engine fills a last page that is cut with zeros and says nothing.
    const isCut = statSync(path).size % Number(database.pragma('page_size')) !== 0
    if (!isCut && database.pragma('user_version') === indexVersion) {
      setUp(database)
      if (statSync(path).size <= alwaysCheckedBytes && database.pragma('integrity_check(1)') !== 'ok') throw damaged(path)
      for (const probe of ['SELECT filled FROM state', 'SELECT ordinal FROM doc LIMIT 1', 'SELECT seq FROM fed LIMIT 1'])
        database.get(probe)
      for (const table of ['english', 'other']) database.get(`SELECT rowid FROM ${table} WHERE ${table} MATCH 'a' LIMIT 1`)
      return database
    }
  } catch (error) {
    if (!isDamage(error)) {
      database?.close()
      throw error
    }
  }
  database?.close()
  return null
}

/** A lost transaction is put again from the library's outbox, so a commit need not wait for the disk. */
function setUp(database: Database): void {
  database.pragma('journal_mode = WAL')
  database.pragma('synchronous = NORMAL')
}

/**
 * Opening and making anew happen in one process at a time: a file opened while another is being put in its place would be joined with
 * the new file's log.
 */
function underClaim<T>(folder: string, work: () => T): T {
  const claim = takeClaim(join(folder, 'index-claim.db'), { how: 'alone', waitMs: 10_000 })
  try {
    return work()
  } finally {
    claim.release()
  }
}

function damaged(path: string): Failure {
  return new Failure('cache.damaged', { path, reason: 'the index is not whole' })
}

/** Which file stands under the name now; empty when none does. */
function identityOf(path: string): string {
  const found = statSync(path, { bigint: true, throwIfNoEntry: false })
  return found ? `${found.dev}:${found.ino}` : ''
}

/** Damage is also said without its own code, when a table of words cannot read its own tables. */
export function isDamage(error: unknown): boolean {
  if (error instanceof Failure) return error.code === 'cache.damaged'
  return error instanceof Error && /vtable constructor failed|no such table|malformed|file is not a database/i.test(error.message)
}

// The only file that names the SQLite engine. Ten lines of interface, so that another engine can be dropped in:
// no sessions, no tag store, no backup(), which crash at their edges and are not covered inside Electron.
import { existsSync } from 'node:fs'
import { dirname } from 'node:path'
import { DatabaseSync, type SQLInputValue, type StatementSync } from 'node:sqlite'
import { pathToFileURL } from 'node:url'
import { brotliCompressSync, brotliDecompressSync } from 'node:zlib'
import { Failure, type FailureCode } from '../../shared/failure.ts'

export type SqlValue = string | number | bigint | null | Uint8Array
export type Row = Readonly<Record<string, SqlValue>>

export type Database = {
  readonly path: string
  /** Several statements without values. */
  exec(sql: string): void
  /** One statement; the number of rows it changed. */
  run(sql: string, ...values: readonly SqlValue[]): number
  get(sql: string, ...values: readonly SqlValue[]): Row | undefined
  all(sql: string, ...values: readonly SqlValue[]): readonly Row[]
  /** BEGIN IMMEDIATE … COMMIT; anything thrown rolls everything back. A transaction inside another joins it. */
  transaction<T>(work: () => T): T
  /** The same without waiting for the disk: a power cut may undo it, and with it nothing that came before. For what can be done again. */
  passingTransaction<T>(work: () => T): T
  /** Reads or sets a pragma; the first value it answers. */
  pragma(words: string): SqlValue | undefined
  close(): void
}

/** A statement waits this long for another process's transaction before cache.busy; ours take milliseconds. */
const defaultBusyMs = 10_000
/** Prepared statements kept per database; beyond it the longest unused goes. */
const mostStatements = 300

/** A database the garbage collector takes while a statement of it lives has crashed engines before: each is held here until closed. */
const openDatabases = new Set<DatabaseSync>()

export type DatabaseOptions = {
  readonly readOnly?: boolean
  /** Only read, and from a folder in which nothing can be made, not even what a write-ahead log needs: nobody may write the file meanwhile. */
  readonly still?: boolean
  readonly busyMs?: number
  /** Told whenever a page of the file turns out to be damaged, before the failure is thrown. */
  readonly onDamage?: () => void
  /** The schema is this program's and stands: a table or column that is asked for and missing is damage. */
  readonly schemaStands?: boolean
}

/** Opens a file. Throws cache.read-only, cache.damaged, cache.gone, cache.busy, cache.full; so does every method of what it returns. */
export function openDatabase(path: string, options: DatabaseOptions = {}): Database {
  const spoken = spokenBy(path, options)
  const { readOnly = false, still = false, busyMs = defaultBusyMs } = options
  const engine = spoken(() => new DatabaseSync(still ? stillAddress(path) : path, { readOnly: readOnly || still, timeout: busyMs }))
  openDatabases.add(engine)
  const statements = new Map<string, StatementSync>()
  let inside = false

  function prepared(sql: string): StatementSync {
    const known = statements.get(sql)
    const statement = known ?? engine.prepare(sql)
    if (known) statements.delete(sql)
    statements.set(sql, statement)
    if (statements.size > mostStatements) for (const oldest of statements.keys()) if (statements.delete(oldest)) break
    return statement
  }

  /** A full disk may have rolled back already; and what went wrong first tells more than a rollback that fails after it. */
  function undo(): void {
    try {
      if (engine.isTransaction) engine.exec('ROLLBACK')
    } catch {}
  }

  function transaction<T>(work: () => T): T {
    if (inside) return work()
    spoken(() => engine.exec('BEGIN IMMEDIATE'))
    inside = true
    try {
      const result = work()
      spoken(() => engine.exec('COMMIT'))
      return result
    } catch (error) {
      undo()
      throw error
    } finally {
      inside = false
    }
  }

  function passingTransaction<T>(work: () => T): T {
    if (inside) return work()
    const before = pragma('synchronous')
    pragma('synchronous = NORMAL')
    try {
      return transaction(work)
    } finally {
      pragma(`synchronous = ${before}`)
    }
  }

  function pragma(words: string): SqlValue | undefined {
    return spoken(() => {
      const row = engine.prepare(`PRAGMA ${words}`).get()
      return row === undefined ? undefined : Object.values(row)[0]
    })
  }

  return {
    path,
    exec: (sql) => spoken(() => engine.exec(sql)),
    run: (sql, ...values) => spoken(() => Number(prepared(sql).run(...(values as SQLInputValue[])).changes)),
    get: (sql, ...values) => spoken(() => prepared(sql).get(...(values as SQLInputValue[]))),
    all: (sql, ...values) => spoken(() => prepared(sql).all(...(values as SQLInputValue[]))),
    transaction,
    passingTransaction,
    pragma,
    close() {
      if (!openDatabases.delete(engine)) return
      statements.clear()
      engine.close()
    },
  }
}

/** sqlite.org/uri.html: without locks, logs or anything beside the file. */
function stillAddress(path: string): URL {
  const address = pathToFileURL(path)
  address.searchParams.set('immutable', '1')
  return address
}

/** Primary result codes of SQLite (sqlite.org/rescode.html) that mean something in the reader's world. */
const codes: Readonly<Record<number, FailureCode>> = {
  3: 'cache.read-only', // PERM
  5: 'cache.busy', // BUSY
  6: 'cache.busy', // LOCKED
  8: 'cache.read-only', // READONLY
  10: 'cache.damaged', // IOERR
  11: 'cache.damaged', // CORRUPT
  13: 'cache.full', // FULL
  14: 'cache.read-only', // CANTOPEN
  18: 'cache.damaged', // TOOBIG: no value of ours is, so a page says nonsense
  26: 'cache.damaged', // NOTADB
}
const genericError = 1
const ioError = 10
/** IOERR_SHMSIZE: the index of the write-ahead log could not grow, which is a full disk. */
const shmSize = ioError | (19 << 8)

function spokenBy(path: string, { onDamage, schemaStands = false }: DatabaseOptions): <T>(work: () => T) => T {
  return (work) => {
    try {
      return work()
    } catch (error) {
      const failure = failureOfEngine(error, path, schemaStands)
      if (failure instanceof Failure && failure.code === 'cache.damaged') onDamage?.()
      throw failure
    }
  }
}

function failureOfEngine(error: unknown, path: string, schemaStands: boolean): unknown {
  if (!(error instanceof Error) || !('errcode' in error) || typeof error.errcode !== 'number') return error
  const code =
    error.errcode === shmSize
      ? 'cache.full'
      : error.errcode % 256 === ioError && !existsSync(path)
        ? 'cache.gone'
        : schemaStands && error.errcode === genericError && /^no such (table|column)/.test(error.message)
          ? 'cache.damaged'
          : codes[error.errcode & 0xff]
  if (!code) return error
  const facts = { folder: dirname(path), reason: error.message }
  return new Failure(code, code === 'cache.full' ? { ...facts, disk: true } : facts, { cause: error })
}

export type SqliteSelfTest = { readonly version: string; readonly fts5: boolean; readonly brotli: boolean }

/** Does what the library stands on work in this runtime? Stays in the product: a packaged Electron is proved by it. */
export function sqliteSelfTest(): SqliteSelfTest {
  const database = openDatabase(':memory:')
  try {
    const version = String(database.get('SELECT sqlite_version() AS version')?.version)
    return { version, fts5: findsWords(database), brotli: returnsBytes() }
  } finally {
    database.close()
  }
}

function findsWords(database: Database): boolean {
  try {
    database.exec(
      `CREATE VIRTUAL TABLE probe USING fts5(body, content='', contentless_delete=1, tokenize='porter unicode61 remove_diacritics 2')`,
    )
    database.run('INSERT INTO probe(rowid, body) VALUES (7, ?)', 'the quiet réading desks')
    return database.get('SELECT rowid FROM probe WHERE probe MATCH ?', 'reads AND desk')?.rowid === 7
  } catch {
    // "No such module" is the answer this test exists for.
    return false
  }
}

function returnsBytes(): boolean {
  const bytes = Buffer.from('desk '.repeat(100))
  return brotliDecompressSync(brotliCompressSync(bytes)).equals(bytes)
}

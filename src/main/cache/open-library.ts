// Opens the folder: refuses the ones it must not touch, makes what is missing, migrates. The shelves on it are open-cache.ts.
import { accessSync, constants, existsSync, readlinkSync, rmSync, statSync } from 'node:fs'
import { statfs } from 'node:fs/promises'
import { hostname } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import { Failure } from '../../shared/failure.ts'
import { type Claim, takeClaim } from '../platform/claim.ts'
import type { Clock } from '../platform/clock.ts'
import { failureOfFolder, makeFolder, makePrivateFile } from '../platform/files.ts'
import type { Ids } from '../platform/ids.ts'
import type { Log } from '../platform/log.ts'
import { refuseCloudFolder } from '../platform/paths.ts'
import { type Database, openDatabase } from '../platform/sqlite.ts'
import { checkLibrary, suspectName } from './check-library.ts'
import { deviceOf } from './device.ts'
import type { Library } from './library.ts'
import { type Migration, migrate, versionOf } from './migrate.ts'
import { allMigrations } from './migrations/all.ts'
import { backUpBeforeMigration } from './write-backup.ts'

/** A repair that lasts longer is said instead of waited for. */
const repairedWithinMs = 5_000

export type LibraryOptions = {
  readonly folder: string
  readonly clock: Clock
  readonly ids: Ids
  readonly log: Log
  readonly role: 'long-lived' | 'short'
  /** The process that holds our leases. Default: this one. */
  readonly pid?: number
  /** Default: what the file system says. */
  readonly freeBytes?: () => Promise<number | null>
  /** Default: every migration of this program. */
  readonly migrations?: readonly Migration[]
}

/**
 * Opens the library of a folder, for as long as its database is open; one that cannot be written, for reading. Throws cache.cloud-folder, cache.read-only, cache.damaged, cache.newer,
 * cache.busy, cache.full; then nothing was touched.
 */
export async function openLibrary(options: LibraryOptions): Promise<Library> {
  const folder = resolve(options.folder)
  const migrations = options.migrations ?? allMigrations
  refuseCloudFolder(folder)
  await makeFolder(folder)
  const path = join(folder, 'library.db')
  const unwritable = whyUnwritable(folder, folder)
  if (unwritable) return openForReading({ ...options, folder, migrations }, path, unwritable)
  const sealed = existsSync(path) ? whyUnwritable(path, folder) : null
  if (sealed) throw sealed
  const claim = claimLibrary(folder, { how: 'shared', waitMs: repairedWithinMs })
  try {
    checkLibrary(path, migrations.at(-1)?.version ?? 0)
    // SQLite would let everybody read it, wherever the folder itself does not forbid that; its log takes the same permissions.
    makePrivateFile(path)
    const suspect = join(folder, suspectName)
    const database = openDatabase(path, { onDamage: () => makePrivateFile(suspect), schemaStands: true })
    try {
      const library = libraryOn(inPlace(database, path, claim), { ...options, folder, migrations })
      rmSync(suspect, { force: true })
      return library
    } catch (error) {
      database.close()
      throw error
    }
  } catch (error) {
    claim.release()
    throw error
  }
}

/** Everybody who has the library open shares this claim; whoever repairs it holds it alone. Throws cache.busy. */
export function claimLibrary(folder: string, options: { readonly how: 'alone' | 'shared'; readonly waitMs: number }): Claim {
  try {
    return takeClaim(join(folder, 'library-claim.db'), options)
  } catch (error) {
    if (error instanceof Failure && error.code === 'cache.busy') throw new Failure('cache.busy', { folder, repair: true }, { cause: error })
    throw error
  }
}

/** Brings an open file to this program's schema and puts beside it what every shelf stands on. */
export function libraryOn(database: Database, options: LibraryOptions): Library {
  const { folder, clock, ids, log, migrations = allMigrations } = options
  prepare(database, log)
  migrate(database, migrations, (version) => {
    const backup = backUpBeforeMigration(database, folder, version, ids.random())
    log.write('info', 'the library is brought to a new schema', { from: version, backup })
  })
  const device = deviceOf(folder, ids)
  if (!database.get('SELECT 1 FROM devices WHERE id = ?', device)) {
    database.transaction(() => database.run('INSERT OR IGNORE INTO devices (id, added_at) VALUES (?, ?)', device, clock.now()))
  }
  return libraryWith(database, options, { device, readOnly: false })
}

function libraryWith(database: Database, options: LibraryOptions, more: Pick<Library, 'device' | 'readOnly'>): Library {
  const { folder, clock, ids, log, role } = options
  return {
    folder,
    database,
    clock,
    ids,
    log,
    role,
    ...more,
    owner: { id: ids.random(), pid: options.pid ?? process.pid, host: hostAndRealm() },
    freeBytes: options.freeBytes ?? (() => freeBytesOf(folder)),
  }
}

/**
 * A file that was deleted or moved while it is open takes everything that is written, and it is gone with the process. So each write looks
 * first whether the file still stands under its name: cache.gone.
 */
function inPlace(database: Database, path: string, claim: Claim): Database {
  const opened = identityOf(path)
  const required = <T>(work: () => T): T => {
    if (identityOf(path) !== opened) throw new Failure('cache.gone', { folder: dirname(path) })
    return work()
  }
  return {
    ...database,
    transaction: (work) => required(() => database.transaction(work)),
    passingTransaction: (work) => required(() => database.passingTransaction(work)),
    close() {
      database.close()
      claim.release()
    },
  }
}

function identityOf(path: string): string | null {
  try {
    const file = statSync(path, { bigint: true })
    return `${file.dev}:${file.ino}`
  } catch {
    // A folder of a disk that was taken out answers in many ways.
    return null
  }
}

/** The failure that says so; null for what can be written. */
export function whyUnwritable(path: string, folder: string): unknown {
  try {
    accessSync(path, constants.R_OK | constants.W_OK)
    return null
  } catch (error) {
    return failureOfFolder(error, folder)
  }
}

/**
 * A library on a disk that cannot be written is read as it lies there, with nothing made beside it. Throws `unwritable` when that cannot be
 * done: there is none yet, it is of an earlier schema, or its last changes stand in a log that was never closed.
 */
function openForReading(options: LibraryOptions, path: string, unwritable: unknown): Library {
  const { migrations = allMigrations } = options
  const newest = migrations.at(-1)?.version ?? 0
  const logged = statSync(`${path}-wal`, { throwIfNoEntry: false })?.size ?? 0
  if (!existsSync(path) || logged > 0) throw unwritable
  checkLibrary(path, newest, true)
  const database = openDatabase(path, { still: true, schemaStands: true })
  if (versionOf(database) < newest) {
    database.close()
    throw unwritable
  }
  options.log.write('warn', 'the library folder cannot be written; the library is only read', { folder: options.folder })
  return libraryWith(database, options, { device: '0'.repeat(16), readOnly: true })
}

/** FULL costs 0.2 ms a commit and keeps what was acknowledged through a power cut; an operation that was sent must never be unmade. */
function prepare(database: Database, log: Log): void {
  const mode = journalMode(database)
  if (mode !== 'wal') log.write('warn', 'the file system does not allow a write-ahead log; the library works without it, slower', { mode })
  database.pragma('synchronous = FULL')
  database.pragma('foreign_keys = ON')
  database.pragma('cache_size = -16000')
}

/** Turning the write-ahead log on needs the file alone for a moment, and SQLite does not wait for it: two first openings may collide. */
function journalMode(database: Database): string {
  for (let tries = 0; ; tries++) {
    try {
      return String(database.pragma('journal_mode = WAL'))
    } catch (error) {
      if (!(error instanceof Failure) || error.code !== 'cache.busy' || tries === 50) throw error
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 20)
    }
  }
}

/** Where our process id means something: this machine, and on Linux this realm of ids (a sandboxed program has another than the shell). */
function hostAndRealm(): string {
  try {
    return `${hostname()} ${readlinkSync('/proc/self/ns/pid')}`
  } catch {
    return hostname()
  }
}

async function freeBytesOf(folder: string): Promise<number | null> {
  try {
    const { bavail, bsize } = await statfs(folder)
    return bavail * bsize
  } catch {
    // Some network file systems do not tell; then a full disk is told by the write that fails.
    return null
  }
}

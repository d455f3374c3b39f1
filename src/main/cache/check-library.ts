// Looks at library.db before anything opens it for writing: is it ours, is it whole, is it not from a newer Carrel?
import { closeSync, existsSync, openSync, readdirSync, readSync, statSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { Failure } from '../../shared/failure.ts'
import { failureOfFiles, isCode } from '../platform/files.ts'
import { openDatabase } from '../platform/sqlite.ts'
import { backupsOf } from './backups.ts'
import { applicationId } from './migrate.ts'
import { hasSchemaOf } from './schema.ts'

/** A library this small is checked whole at every start (some 5 ms a megabyte); a larger one only when its header looks wrong. */
const alwaysCheckedBytes = 4_000_000

/** A repaired library that waits to be put in its place: a repair was cut short between its last two steps. */
export const repairedName = 'library.repaired.db'
/** A file that is there after a page of library.db turned out to be damaged: the next opening looks through all of it. */
export const suspectName = 'library-suspect'

/**
 * Throws cache.newer, cache.damaged, cache.read-only; touches nothing. A missing or empty file is a new library and fine, unless the
 * folder holds what a library saved. `newest` is the latest schema this program knows; `still`: nothing can be made beside the file.
 */
export function checkLibrary(path: string, newest: number, still = false): void {
  const header = readHeader(path)
  const folder = dirname(path)
  if (existsSync(join(folder, repairedName))) throw new Failure('cache.damaged', { folder, reason: 'a repair was cut short' })
  if (header === null) {
    // Taken for a new library, everything saved would be swept as pointed to by nobody.
    if (holdsSaved(folder)) throw new Failure('cache.damaged', { folder, reason: existsSync(path) ? 'empty' : 'missing' })
    return
  }
  if (header.magic !== 'SQLite format 3\0') throw new Failure('cache.damaged', { folder, reason: 'not a database' })
  const logged = existsSync(`${path}-wal`) && statSync(`${path}-wal`).size > 0
  if (!logged) refuse(header.userVersion, header.applicationId, newest, folder)
  // With a write-ahead log the truth may be in the log; without one the file must be as long as its header says.
  const suspicious = !logged && header.sizeIsTold && header.bytes < header.toldBytes
  const suspected = existsSync(join(folder, suspectName))
  const large = header.bytes > alwaysCheckedBytes && !suspected
  if (!logged && !suspicious && large) return

  const database = openDatabase(path, { readOnly: true, still })
  try {
    refuse(Number(database.pragma('user_version')), Number(database.pragma('application_id')), newest, folder)
    if (!suspicious && large) return
    const says = database.pragma('quick_check(1)')
    if (says !== 'ok') throw new Failure('cache.damaged', { folder, reason: String(says) })
    if (suspected && !hasSchemaOf(database, Number(database.pragma('user_version'))))
      throw new Failure('cache.damaged', { folder, reason: 'its tables are not as this program makes them' })
  } finally {
    database.close()
  }
}

/** True when saved pages or backups lie in the folder. */
function holdsSaved(folder: string): boolean {
  return (
    backupsOf(folder).length > 0 ||
    namesIn(join(folder, 'blobs')).some((name) => namesIn(join(folder, 'blobs', name)).some((hash) => /^[0-9a-f]{64}$/.test(hash)))
  )
}

function namesIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder)
  } catch (error) {
    if (isCode(error, 'ENOENT', 'ENOTDIR')) return []
    throw failureOfFiles(error, folder)
  }
}

function refuse(version: number, application: number, newest: number, folder: string): void {
  if (version > 0 && application !== applicationId) throw new Failure('cache.damaged', { folder, reason: 'not a library of Carrel' })
  if (version > newest) throw new Failure('cache.newer', { folder, version, known: newest })
}

type Header = {
  readonly magic: string
  readonly bytes: number
  readonly toldBytes: number
  /** The page count in the header is only meant when the change counter beside it agrees. */
  readonly sizeIsTold: boolean
  readonly userVersion: number
  readonly applicationId: number
}

/** The first 100 bytes, as sqlite.org/fileformat.html describes them; null when there is no library yet. */
function readHeader(path: string): Header | null {
  try {
    const found = statSync(path, { throwIfNoEntry: false })
    const bytes = found?.size ?? 0
    if (bytes === 0) return null
    if (!found?.isFile()) throw new Failure('cache.damaged', { folder: dirname(path), reason: 'not a file' })
    const header = Buffer.alloc(100)
    const file = openSync(path, 'r')
    try {
      readSync(file, header, 0, 100, 0)
    } finally {
      closeSync(file)
    }
    const pageSize = header.readUInt16BE(16)
    return {
      magic: header.toString('latin1', 0, 16),
      bytes,
      toldBytes: (pageSize === 1 ? 65_536 : pageSize) * header.readUInt32BE(28),
      sizeIsTold: header.readUInt32BE(24) === header.readUInt32BE(92),
      userVersion: header.readUInt32BE(60),
      applicationId: header.readUInt32BE(68),
    }
  } catch (error) {
    throw failureOfFiles(error, path)
  }
}

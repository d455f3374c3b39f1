// carrel doctor --repair: whatever is wrong with a library's files is put right as far as anything can be read. Every step can be killed:
// library.db is replaced at the very end by a file that is whole, and the damaged one is kept aside for good.
import { closeSync, copyFileSync, existsSync, fsyncSync, openSync, renameSync, rmSync, statSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { Failure } from '../../../shared/failure.ts'
import type { RepairReport } from '../../../shared/repair-report.ts'
import { failureOfFiles, flushFolder, makeFolder, makePrivateFile, temporaryEnding } from '../../platform/files.ts'
import { refuseCloudFolder } from '../../platform/paths.ts'
import { openDatabase } from '../../platform/sqlite.ts'
import type { Backup } from '../backups.ts'
import { repairedName, suspectName } from '../check-library.ts'
import { openJobs } from '../jobs.ts'
import type { Library } from '../library.ts'
import { allMigrations } from '../migrations/all.ts'
import { claimLibrary, type LibraryOptions, libraryOn, openLibrary, whyUnwritable } from '../open-library.ts'
import { adoptCopies } from './adopt-copies.ts'
import { bestBackup } from './best-backup.ts'
import { checkFiles } from './check-files.ts'
import { damageOf } from './diagnose.ts'
import { joinSalvage } from './join-salvage.ts'
import { rewrite } from './rewrite.ts'
import { salvage } from './salvage.ts'

const newest = allMigrations.at(-1)?.version ?? 0
const logEndings = ['-wal', '-shm', '-journal'] as const
/** Somebody who is just closing is waited for. */
const waitMs = 2_000

/**
 * Repairs the library of a folder. While another process has it open, only a library.db that is whole is accepted: then its saved files
 * are looked through all the same. Throws cache.busy, cache.newer, cache.full, cache.read-only, cache.gone; then nothing was changed that a
 * second call would not go on from.
 */
export async function repairLibrary(options: LibraryOptions, signal?: AbortSignal): Promise<RepairReport> {
  const folder = resolve(options.folder)
  refuseCloudFolder(folder)
  if (!existsSync(folder)) throw new Failure('cache.gone', { folder })
  const unwritable = whyUnwritable(folder, folder)
  if (unwritable) throw unwritable
  const mended = await mendDatabase(folder, options)
  const library = await openLibrary({ ...options, folder })
  try {
    return { ...mended, ...(await rereadFiles(library, mended.reread, signal)) }
  } finally {
    library.database.close()
  }
}

/** The second half, for a library that is open: copies it does not know are taken back, every file is held against its name. */
export async function rereadFiles(
  library: Library,
  before: RepairReport['reread'] = { copies: 0, items: 0, unreadable: 0 },
  signal?: AbortSignal,
): Promise<Pick<RepairReport, 'reread' | 'files' | 'fetchAgain'>> {
  const adopted = await adoptCopies(library)
  const { lacking, ...files } = await checkFiles(library, signal)
  const jobs = openJobs(library)
  // Rows that wait and that nobody would fetch: their jobs were lost with the pages they stood on.
  const waiting = library.database.all(`SELECT id FROM items WHERE state = 'waiting' AND id NOT IN (SELECT item_id FROM jobs)`)
  jobs.add(
    waiting.map((row) => ({ itemId: String(row.id) as never, kind: 'save' as const })),
    { lease: false },
  )
  return {
    reread: {
      copies: before.copies + adopted.copies,
      items: before.items + adopted.items,
      unreadable: Math.max(before.unreadable, adopted.unreadable),
    },
    files,
    fetchAgain: [...lacking],
  }
}

type Mended = Pick<RepairReport, 'library' | 'damage' | 'backupAt' | 'keptAside' | 'salvaged' | 'reread'>
const untouched: Mended = {
  library: 'sound',
  damage: null,
  backupAt: null,
  keptAside: null,
  salvaged: { items: 0, highlights: 0, settings: 0, lists: 0, recommendations: 0, marks: 0 },
  reread: { copies: 0, items: 0, unreadable: 0 },
}

async function mendDatabase(folder: string, options: LibraryOptions): Promise<Mended> {
  const path = join(folder, 'library.db')
  const claim = await claimed(folder, path)
  if (!claim) return untouched
  try {
    const repaired = join(folder, repairedName)
    // A repair that was cut short between its last two steps: the result lies there.
    const left = existsSync(repaired) && damageOf(repaired, newest) === null
    const damage = left ? 'a repair was cut short' : damageOf(path, newest)
    if (damage === null) {
      rmSync(join(folder, suspectName), { force: true })
      rmSync(repaired, { force: true })
      forgetIndex(folder)
      return untouched
    }
    options.log.write('warn', 'the library is repaired', { damage })
    const made = left ? { ...untouched, library: 'finished' as const } : await makeAnew(folder, path, repaired, options)
    const keptAside = await putInPlace(folder, path, repaired, options)
    return { ...made, damage, keptAside }
  } finally {
    claim.release()
  }
}

/** The claim of whoever repairs; null when another process has the library open and its file is whole. Throws cache.busy otherwise. */
async function claimed(folder: string, path: string) {
  try {
    return claimLibrary(folder, { how: 'alone', waitMs })
  } catch (error) {
    if (!(error instanceof Failure) || error.code !== 'cache.busy') throw error
    if (existsSync(join(folder, repairedName)) || damageOf(path, newest) !== null) throw error
    return null
  }
}

/** Makes `repaired` out of what can be read: all of the damaged file, or a backup and what is newer than it. */
async function makeAnew(folder: string, path: string, repaired: string, options: LibraryOptions): Promise<Mended> {
  const beside = join(folder, `library.repairing.${options.ids.random()}${temporaryEnding}`)
  const read = join(folder, `library.damaged.${options.ids.random()}${temporaryEnding}`)
  try {
    copyWithLog(path, read)
    if (rewrite(read, beside, newest)) {
      finish(beside, repaired)
      return { ...untouched, library: 'rebuilt' }
    }
    for (const ending of ['', ...logEndings]) rmSync(beside + ending, { force: true })
    const backup = bestBackup(folder, newest)
    if (backup) copyFileSync(backup.path, beside)
    else makePrivateFile(beside)
    const { salvaged, reread } = await fill(folder, beside, read, options)
    finish(beside, repaired)
    return { ...untouched, library: backup ? 'restored' : 'anew', backupAt: atOf(backup), salvaged, reread }
  } catch (error) {
    throw failureOfFiles(error, path)
  } finally {
    for (const ending of ['', ...logEndings]) {
      rmSync(beside + ending, { force: true })
      rmSync(read + ending, { force: true })
    }
  }
}

function atOf(backup: Backup | null): number | null {
  return backup && Math.round(backup.at)
}

/** The log goes with it: what was committed last stands there. */
function copyWithLog(path: string, to: string): void {
  for (const ending of ['', '-wal'])
    if (statSync(path + ending, { throwIfNoEntry: false })?.isFile()) copyFileSync(path + ending, to + ending)
}

async function fill(folder: string, beside: string, read: string, options: LibraryOptions): Promise<Pick<Mended, 'salvaged' | 'reread'>> {
  const database = openDatabase(beside)
  try {
    const library = libraryOn(database, { ...options, folder })
    // Flushed once at the end: until then it is nobody's library.
    database.pragma('synchronous = OFF')
    const rows = salvage(read)
    const reread = await adoptCopies(library)
    const salvaged = joinSalvage(library, rows)
    // The search index is of another state; it is made anew from every item.
    database.transaction(() => database.run('INSERT OR REPLACE INTO outbox (item_id) SELECT id FROM items'))
    database.pragma('journal_mode = DELETE')
    return { salvaged, reread }
  } finally {
    database.close()
  }
}

function finish(beside: string, repaired: string): void {
  const file = openSync(beside, 'r+')
  try {
    fsyncSync(file)
  } finally {
    closeSync(file)
  }
  renameSync(beside, repaired)
}

/** The search index is made anew by whoever opens the library next: bytes may have changed in it that nothing can tell. */
function forgetIndex(folder: string): void {
  for (const ending of ['', ...logEndings]) rmSync(join(folder, `index.db${ending}`), { force: true, recursive: true })
}

/** The damaged file goes aside with its log, then the repaired one takes its name. Answers the folder aside, or null when there was no file. */
async function putInPlace(folder: string, path: string, repaired: string, { clock, ids }: LibraryOptions): Promise<string | null> {
  await flushFolder(folder)
  const there = ['', '-wal'].filter((ending) => (statSync(path + ending, { throwIfNoEntry: false })?.size ?? 0) > 0)
  const aside = join(
    folder,
    'damaged',
    `${new Date(clock.now()).toISOString().slice(0, 19).replaceAll(':', '-')}Z-${ids.random().slice(0, 4)}`,
  )
  try {
    if (there.length > 0) {
      await makeFolder(aside)
      // The log first: a repaired library must never meet the log of another file.
      for (const ending of there.toReversed()) renameSync(path + ending, join(aside, `library.db${ending}`))
    }
    for (const ending of ['', ...logEndings]) rmSync(path + ending, { force: true, recursive: true })
    forgetIndex(folder)
    renameSync(repaired, path)
    rmSync(join(folder, suspectName), { force: true })
  } catch (error) {
    throw failureOfFiles(error, path)
  }
  await flushFolder(folder)
  return there.length > 0 ? aside : null
}

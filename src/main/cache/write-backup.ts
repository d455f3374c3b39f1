// Writes one backup: a consistent copy beside, looked through, flushed, given its name; only then may older ones go.
// It takes as long as the library is large, so a process of its own does it (backup-process.ts); before a migration it is waited for.
import { closeSync, existsSync, fsyncSync, openSync, readdirSync, renameSync, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { Failure } from '../../shared/failure.ts'
import { takeClaim } from '../platform/claim.ts'
import { failureOfFiles, makeFolderSync, makePrivateFile, temporaryEnding } from '../platform/files.ts'
import { type Database, openDatabase } from '../platform/sqlite.ts'
import { backupName, backupsFolder, backupsOf, backupsToDrop, migrationBackupName } from './backups.ts'

/** Left free on the disk, as in storage.ts; a backup is the first thing to do without. */
const leaveFreeBytes = 200_000_000

export type WrittenBackup = { readonly path: string; readonly bytes: number; readonly dropped: number }

/**
 * Copies the library as it is into `backups/` and drops the backups that have had their time. `now` in ms since 1970, `freeBytes` of the
 * disk or null. Throws cache.busy while another process makes one, cache.full on a disk that is nearly full, cache.damaged when the
 * library or the copy is not whole, cache.read-only; then everything is as it was.
 */
export function writeBackup(
  folder: string,
  { now, unique, freeBytes }: { readonly now: number; readonly unique: string; readonly freeBytes: number | null },
): WrittenBackup {
  const library = join(folder, 'library.db')
  const needed = sizeOf(library) + sizeOf(`${library}-wal`)
  if (freeBytes !== null && freeBytes < needed + leaveFreeBytes) {
    throw new Failure('cache.full', { disk: true, neededBytes: needed, freeBytes })
  }
  const backups = backupsFolder(folder)
  makeFolderSync(backups)
  const claim = takeClaim(join(backups, 'backup-claim.db'), { how: 'alone', waitMs: 0 })
  try {
    removeUnfinished(backups)
    const path = join(backups, backupName(now))
    const database = openDatabase(library, { readOnly: true })
    try {
      copyWhole(database, path, unique)
    } finally {
      database.close()
    }
    const dropped = backupsToDrop(backupsOf(folder), backupName(now))
    for (const one of dropped) rmSync(one.path, { force: true })
    return { path, bytes: sizeOf(path), dropped: dropped.length }
  } finally {
    claim.release()
  }
}

/** Copies the library as it is before a migration into `backups/`; one that is there already is kept. Answers its path. */
export function backUpBeforeMigration(database: Database, folder: string, version: number, unique: string): string {
  const path = join(backupsFolder(folder), migrationBackupName(version))
  if (existsSync(path)) return path
  makeFolderSync(backupsFolder(folder))
  copyWhole(database, path, unique)
  return path
}

function copyWhole(database: Database, path: string, unique: string): void {
  const beside = `${path}.${unique}${temporaryEnding}`
  try {
    makePrivateFile(beside)
    // VACUUM INTO reads one consistent state, write-ahead log included, while others read and write.
    database.run('VACUUM INTO ?', beside)
    requireWhole(beside)
    flushAndName(beside, path)
  } finally {
    for (const ending of ['', '-journal']) rmSync(beside + ending, { force: true })
  }
}

/** Throws cache.damaged unless every page of the copy can be read and holds what it should. */
function requireWhole(path: string): void {
  const copy = openDatabase(path, { readOnly: true })
  try {
    const says = copy.pragma('quick_check(1)')
    if (says !== 'ok') throw new Failure('cache.damaged', { reason: `a backup is not whole: ${says}` })
  } finally {
    copy.close()
  }
}

function flushAndName(beside: string, path: string): void {
  try {
    const file = openSync(beside, 'r+')
    fsyncSync(file)
    closeSync(file)
    renameSync(beside, path)
  } catch (error) {
    throw failureOfFiles(error, path)
  }
}

/** What a killed process left; we hold the claim, so nobody is writing one. Those from before a migration are the sweep's. */
function removeUnfinished(backups: string): void {
  for (const name of readdirSync(backups)) {
    if (/^library-\d.*\.tmp(-journal)?$/.test(name)) rmSync(join(backups, name), { force: true })
  }
}

function sizeOf(path: string): number {
  return statSync(path, { throwIfNoEntry: false })?.size ?? 0
}

// Whole copies of library.db beside it. Now: one before every migration; daily ones come with their own issue.
import { closeSync, existsSync, fsyncSync, openSync, renameSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { makeFolderSync, temporaryEnding } from '../platform/files.ts'
import type { Database } from '../platform/sqlite.ts'

/** Copies the library as it is before a migration into `backups/`; one that is there already is kept. Answers its path. */
export function backUpBeforeMigration(database: Database, folder: string, version: number, unique: string): string {
  const backups = join(folder, 'backups')
  const path = join(backups, `library-version-${version}.db`)
  if (existsSync(path)) return path
  makeFolderSync(backups)
  const beside = `${path}.${unique}${temporaryEnding}`
  try {
    // VACUUM INTO reads one consistent state, write-ahead log included, while others read and write.
    database.run('VACUUM INTO ?', beside)
    const file = openSync(beside, 'r+')
    fsyncSync(file)
    closeSync(file)
    renameSync(beside, path)
  } finally {
    rmSync(beside, { force: true })
  }
  return path
}

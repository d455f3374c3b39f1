// Whole copies of library.db in `backups/`: what they are called, which there are, which may go. Writing one is write-backup.ts.
import { readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { isCode } from '../platform/files.ts'

/** `at` is ms since 1970: of a dated one by its name, of one from before a migration by its file. */
export type Backup = { readonly name: string; readonly path: string; readonly bytes: number; readonly at: number; readonly dated: boolean }

export type BackupShelf = {
  /** Every backup of the library, newest first. */
  list(): readonly Backup[]
  /** True when the last one is a day old. */
  isDue(): boolean
}

export const dayMs = 86_400_000
const keptDays = 7
const keptWeeks = 4
/** A little less than a day, so that a program opened at the same hour every morning makes one every morning. */
const dueAfterMs = 22 * 3_600_000

export function backupsFolder(folder: string): string {
  return join(folder, 'backups')
}

/** `library-2026-11-23T08-30-00Z.db`: sorts by time, allowed on every file system. */
export function backupName(now: number): string {
  return `library-${new Date(now).toISOString().slice(0, 19).replaceAll(':', '-')}Z.db`
}

export function migrationBackupName(version: number): string {
  return `library-version-${version}.db`
}

/** Every finished backup of a library folder, newest first. */
export function backupsOf(folder: string): readonly Backup[] {
  return namesIn(backupsFolder(folder))
    .flatMap((name) => {
      const path = join(backupsFolder(folder), name)
      const at = timeOf(name)
      const file = at === null && !/^library-version-\d+\.db$/.test(name) ? undefined : statSync(path, { throwIfNoEntry: false })
      return file?.isFile() ? [{ name, path, bytes: file.size, at: at ?? file.mtimeMs, dated: at !== null }] : []
    })
    .sort((one, other) => other.at - one.at)
}

/** True when the last dated backup is a day old. One from the future was made before the clock was put back: it counts for nothing. */
export function isBackupDue(backups: readonly Pick<Backup, 'at' | 'dated'>[], now: number): boolean {
  return !backups.some(({ at, dated }) => dated && at <= now && now - at < dueAfterMs)
}

/**
 * The dated backups that may go after one has been made: kept are the newest of each of the last seven days that have one, and before
 * those the newest of each of the last four weeks that have one. Days that have none do not count, so a long pause costs nothing;
 * the one just made always stays, whatever the clock says.
 */
export function backupsToDrop(backups: readonly Backup[], made: string): readonly Backup[] {
  const dated = backups.filter((one) => one.dated).sort((one, other) => other.at - one.at)
  const daily = newestOfEach(dated, (at) => Math.floor(at / dayMs), keptDays)
  const oldest = Math.min(...daily.map(({ at }) => at))
  // 1970 began on a Thursday: four days on, weeks begin on a Monday.
  const weekly = newestOfEach(
    dated.filter(({ at }) => at < oldest),
    (at) => Math.floor((at / dayMs + 3) / 7),
    keptWeeks,
  )
  return dated.filter((one) => one.name !== made && !daily.includes(one) && !weekly.includes(one))
}

function newestOfEach(dated: readonly Backup[], period: (at: number) => number, most: number): readonly Backup[] {
  const newest = new Map<number, Backup>()
  for (const one of dated) if (!newest.has(period(one.at))) newest.set(period(one.at), one)
  return [...newest.values()].slice(0, most)
}

function timeOf(name: string): number | null {
  const [, date, hours, minutes, seconds] = /^library-(\d{4}-\d\d-\d\d)T(\d\d)-(\d\d)-(\d\d)Z\.db$/.exec(name) ?? []
  const at = date === undefined ? Number.NaN : Date.parse(`${date}T${hours}:${minutes}:${seconds}Z`)
  return Number.isNaN(at) ? null : at
}

function namesIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder)
  } catch (error) {
    if (isCode(error, 'ENOENT', 'ENOTDIR')) return []
    throw error
  }
}

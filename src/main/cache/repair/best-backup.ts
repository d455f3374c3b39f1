// The backup to begin again from: the newest that is whole. Newest by the library's own count of changes, since clocks may have been wrong.
import { Failure } from '../../../shared/failure.ts'
import { openDatabase } from '../../platform/sqlite.ts'
import { type Backup, backupsOf } from '../backups.ts'
import { damageOf } from './diagnose.ts'

/** Null when there is none that can be read by this program. */
export function bestBackup(folder: string, newest: number): Backup | null {
  const ranked = backupsOf(folder)
    .map((backup) => ({ backup, changes: changesOf(backup.path) }))
    .sort((one, other) => other.changes - one.changes || other.backup.at - one.backup.at)
  return ranked.find(({ backup }) => isSound(backup.path, newest))?.backup ?? null
}

function isSound(path: string, newest: number): boolean {
  try {
    return damageOf(path, newest) === null
  } catch (error) {
    if (error instanceof Failure) return false
    throw error
  }
}

/** How many changes the library had seen when it was copied; -1 when the copy does not tell. */
function changesOf(path: string): number {
  try {
    const database = openDatabase(path, { readOnly: true })
    try {
      return Number(database.get(`SELECT seq FROM sqlite_sequence WHERE name = 'changes'`)?.seq ?? 0)
    } finally {
      database.close()
    }
  } catch {
    return -1
  }
}

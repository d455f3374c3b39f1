// Brings a library to this program's schema, one numbered step at a time, each in its own transaction.
import type { Database } from '../platform/sqlite.ts'

export type Migration = { readonly version: number; readonly up: (database: Database) => void }

/** "Crrl": in the file's header, so that a file that is no library of ours is told before anything is read from it. */
export const applicationId = 0x4372726c

/**
 * Runs every migration the library has not had. Several processes may open it at once: the version is read again inside each
 * transaction, so a step runs once. `backUp` is called before the first step of a library that has anything in it.
 */
export function migrate(database: Database, migrations: readonly Migration[], backUp: (version: number) => void): void {
  const newest = migrations.at(-1)?.version ?? 0
  const before = versionOf(database)
  if (before >= newest) return
  if (before > 0) backUp(before)
  for (const migration of migrations) {
    database.transaction(() => {
      if (versionOf(database) !== migration.version - 1) return
      migration.up(database)
      database.pragma(`application_id = ${applicationId}`)
      database.pragma(`user_version = ${migration.version}`)
    })
  }
  // The header in the file itself then tells the version, without the write-ahead log: check-library.ts reads it there.
  database.pragma('wal_checkpoint(PASSIVE)')
}

/** The schema's number; 0 for a new file. */
export function versionOf(database: Database): number {
  return Number(database.pragma('user_version') ?? 0)
}

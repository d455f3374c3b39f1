// Writes a damaged library anew when every row of every table can still be read: then only indexes, or pages nobody uses, were damaged,
// and nothing at all is lost.
import { statSync } from 'node:fs'
import { Failure } from '../../../shared/failure.ts'
import { makePrivateFile } from '../../platform/files.ts'
import { type Database, openDatabase } from '../../platform/sqlite.ts'
import { migrate, versionOf } from '../migrate.ts'
import { allMigrations } from '../migrations/all.ts'
import { damageOf } from './diagnose.ts'

/** Counted by triggers while rows come in. */
const counted: ReadonlySet<string> = new Set(['item_counts', 'tag_counts', 'blob_totals'])

/** Reads `from` (a copy nobody else has open) into the new file `to`. False when anything could not be read; `to` is worthless then. */
export function rewrite(from: string, to: string, newest: number): boolean {
  const file = statSync(from, { throwIfNoEntry: false })
  if (!file?.isFile() || file.size === 0) return false
  try {
    const version = versionIn(from)
    if (version < 1 || version > newest) return false
    makePrivateFile(to)
    const database = openDatabase(to)
    try {
      database.pragma('synchronous = OFF')
      migrate(
        database,
        allMigrations.filter((migration) => migration.version <= version),
        () => undefined,
      )
      copyRows(database, from)
    } finally {
      database.close()
    }
    return damageOf(to, newest) === null
  } catch (error) {
    if (isUnreadable(error)) return false
    throw error
  }
}

function versionIn(path: string): number {
  const database = openDatabase(path)
  try {
    return versionOf(database)
  } finally {
    database.close()
  }
}

function copyRows(database: Database, from: string): void {
  database.pragma('foreign_keys = OFF')
  database.run('ATTACH ? AS damaged', from)
  const tables = database
    .all(
      `SELECT name, instr(sql, 'WITHOUT ROWID') AS keyed FROM main.sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%' ORDER BY rowid`,
    )
    .filter(({ name }) => !counted.has(String(name)))
  // Items first: tags are counted by what their items say.
  const ordered = [...tables.filter(({ name }) => name === 'items'), ...tables.filter(({ name }) => name !== 'items')]
  database.transaction(() => {
    for (const { name, keyed } of ordered) {
      const columns = database
        .all(`SELECT name FROM pragma_table_info('${name}')`)
        .map((column) => `"${column.name}"`)
        .join(', ')
      // Named columns: an unnamed copy would take the damaged indexes along.
      database.run(`INSERT INTO main.${name} (${columns}) SELECT ${columns} FROM damaged.${name} ${keyed ? '' : 'NOT INDEXED'} WHERE true`)
    }
    database.run('DELETE FROM main.sqlite_sequence')
    database.run('INSERT INTO main.sqlite_sequence SELECT name, seq FROM damaged.sqlite_sequence')
  })
  database.run('DETACH damaged')
}

function isUnreadable(error: unknown): boolean {
  if (error instanceof Failure) return error.code === 'cache.damaged'
  // Tables that are not there, keys that are there twice: pages of nonsense.
  return error instanceof Error && 'errcode' in error && (Number(error.errcode) % 256 === 1 || Number(error.errcode) % 256 === 19)
}

// What is wrong with library.db: looked at without changing a byte of it.
import { statSync } from 'node:fs'
import { dirname } from 'node:path'
import { Failure } from '../../../shared/failure.ts'
import { openDatabase } from '../../platform/sqlite.ts'
import { applicationId } from '../migrate.ts'
import { hasSchemaOf } from '../schema.ts'

/** Rows that point to others that are not there: pages of an earlier day came back, or bytes changed where nothing but their sense tells it. */
const disagreements = [
  'SELECT 1 FROM pragma_foreign_key_check LIMIT 1',
  'SELECT 1 FROM items WHERE shown_copy IS NOT NULL AND shown_copy NOT IN (SELECT id FROM copies) LIMIT 1',
  ...['raw', 'html', 'text', 'document'].map(
    (part) => `SELECT 1 FROM copies WHERE ${part}_blob IS NOT NULL AND ${part}_blob NOT IN (SELECT hash FROM blobs) LIMIT 1`,
  ),
]

/** Null: sound. Otherwise what is wrong, in the engine's words. Throws cache.newer for a library this program is too old for. */
export function damageOf(path: string, newest: number): string | null {
  const file = statSync(path, { throwIfNoEntry: false })
  if (!file?.isFile() || file.size === 0) return 'the file is missing or empty'
  try {
    const database = openDatabase(path, { readOnly: true })
    try {
      const version = Number(database.pragma('user_version'))
      if (Number(database.pragma('application_id')) !== applicationId) return 'not a library of Carrel'
      if (version > newest) throw new Failure('cache.newer', { folder: dirname(path), version, known: newest })
      const says = database.pragma('integrity_check(1)')
      if (says !== 'ok') return String(says)
      if (!hasSchemaOf(database, version)) return 'its tables are not as this program makes them'
      return disagreements.some((sql) => database.get(sql)) ? 'its rows do not fit together' : null
    } finally {
      database.close()
    }
  } catch (error) {
    if (error instanceof Failure && error.code === 'cache.damaged') return String(error.facts.reason ?? 'it cannot be read')
    throw error
  }
}

// What a library's file says of its own tables, held against what the migrations make: a byte that changes a name there leaves every page whole.
import { type Database, openDatabase } from '../platform/sqlite.ts'
import { migrate } from './migrate.ts'
import { allMigrations } from './migrations/all.ts'

/** Tables by their columns, since SQLite writes their text anew when they change; indexes and triggers by their text. */
const told = `SELECT type, name, coalesce((SELECT group_concat(concat_ws(' ', name, type, "notnull", pk, hidden), ', ')
    FROM pragma_table_xinfo(sqlite_schema.name)), sql) AS made
  FROM sqlite_schema WHERE name NOT LIKE 'sqlite_%' ORDER BY type, name`

/** True when `database` has the tables, indexes and triggers of this version and no others. */
export function hasSchemaOf(database: Database, version: number): boolean {
  const made = openDatabase(':memory:')
  try {
    migrate(
      made,
      allMigrations.filter((migration) => migration.version <= version),
      () => undefined,
    )
    return JSON.stringify(database.all(told)) === JSON.stringify(made.all(told))
  } finally {
    made.close()
  }
}

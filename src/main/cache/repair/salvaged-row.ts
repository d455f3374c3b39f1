// What a row out of a damaged file is held against before it is believed, and how it is written beside what the backup holds.
import { z } from 'zod'
import type { Row, SqlValue } from '../../platform/sqlite.ts'
import type { Library } from '../library.ts'

export const Id = z.string().regex(/^[0-9a-f]{32}$/)
export const Whole = z.number().int()

/** A column that holds JSON of this shape. */
export const json = (shape: z.ZodType) =>
  z.string().refine((text) => {
    try {
      return shape.safeParse(JSON.parse(text)).success
    } catch {
      return false
    }
  })

/** Bytes of a damaged page read as letters give signs that no text of ours holds. */
export function isReadable(row: Row): boolean {
  return Object.values(row).every((value) => typeof value !== 'string' || !/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffd]/.test(value))
}

/**
 * Writes a row under its key, with those of its columns that this schema has; false when the library holds it so already. Never as a
 * replacement, which would take along what hangs on the row. `table` and `key` are names of our own.
 */
export function putRow({ database }: Library, table: string, key: readonly string[], row: Row): boolean {
  const known = new Set(database.all(`SELECT name FROM pragma_table_info('${table}')`).map(({ name }) => String(name)))
  // Numbers of rows are given anew: the backup's may have gone to others since.
  const columns = Object.entries(row).filter(([name]) => known.has(name) && name !== 'ordinal')
  const names = columns.map(([name]) => name)
  const before = database.get(
    `SELECT ${names.join(', ')} FROM ${table} WHERE ${key.map((name) => `${name} = ?`).join(' AND ')}`,
    ...key.map((name) => row[name] ?? null),
  )
  if (before && columns.every(([name, value]) => isSame(before[name], value))) return false
  const set = names.filter((name) => !key.includes(name)).map((name) => `${name} = excluded.${name}`)
  database.run(
    `INSERT INTO ${table} (${names.join(', ')}) VALUES (${names.map(() => '?').join(', ')})
       ON CONFLICT (${key.join(', ')}) DO UPDATE SET ${set.join(', ')}`,
    ...columns.map(([, value]) => value),
  )
  return true
}

function isSame(one: SqlValue | undefined, other: SqlValue): boolean {
  if (one instanceof Uint8Array && other instanceof Uint8Array) return Buffer.compare(one, other) === 0
  return one === other
}

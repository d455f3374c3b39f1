// Reads out of a damaged library.db whatever rows its whole pages still hold. What they are worth is judged by join-salvage.ts.
import { Failure } from '../../../shared/failure.ts'
import { type Database, openDatabase, type Row, type SqlValue } from '../../platform/sqlite.ts'

export type Salvaged = {
  readonly items: readonly Row[]
  readonly highlights: readonly Row[]
  readonly settings: readonly Row[]
  readonly sources: readonly Row[]
  readonly lists: readonly Row[]
  readonly listEntries: readonly Row[]
  readonly recommendations: readonly Row[]
  readonly foundThings: readonly Row[]
  readonly marks: readonly Row[]
  readonly recordings: readonly Row[]
  readonly seriesLooks: readonly Row[]
  readonly seriesParts: readonly Row[]
  /** Blobs that rows of items point to themselves, and what is known of blobs. */
  readonly itemBlobs: readonly Row[]
  readonly blobs: readonly Row[]
  readonly tombstones: readonly Row[]
  /** The last stamp of the hybrid clock and the number of the last change; null when they cannot be read. */
  readonly lastStamp: string | null
  readonly lastChange: number | null
}

const nothing: Salvaged = {
  items: [],
  highlights: [],
  settings: [],
  sources: [],
  lists: [],
  listEntries: [],
  recommendations: [],
  foundThings: [],
  marks: [],
  recordings: [],
  seriesLooks: [],
  seriesParts: [],
  itemBlobs: [],
  blobs: [],
  tombstones: [],
  lastStamp: null,
  lastChange: null,
}
/** Rows asked for at once while nothing is damaged. */
const stride = 1_000
/** More rowids than any library has; where a table does not tell its own greatest. */
const farthest = 2_000_000

/** Reads a file nobody else has open; opening may write into it and its log, so it is given a copy. Never throws for damage. */
export function salvage(path: string): Salvaged {
  let database: Database | null = null
  try {
    const opened = openDatabase(path)
    database = opened
    // Without its schema nothing of the file is told apart.
    opened.get('SELECT count(*) AS tables FROM sqlite_schema')
    const one = (sql: string, column: string) => read(() => opened.get(sql)?.[column] ?? null, null)
    return {
      items: byNumber(opened, 'items'),
      highlights: byNumber(opened, 'highlights'),
      settings: byKey(opened, 'settings', 'key'),
      sources: byNumber(opened, 'sources'),
      lists: byNumber(opened, 'lists'),
      listEntries: byKey(opened, 'list_entries', 'list_id, item_id'),
      recommendations: byKey(opened, 'recommendations', 'item_id, source_id'),
      foundThings: byKey(opened, 'found_things', 'wanted_id'),
      marks: byNumber(opened, 'marks'),
      recordings: byKey(opened, 'recordings', 'item_id'),
      seriesLooks: byKey(opened, 'series_looks', 'series_key'),
      seriesParts: byKey(opened, 'series_parts', 'series_key, comparison_key'),
      itemBlobs: byKey(opened, 'item_blobs', 'item_id, role, hash'),
      blobs: byKey(opened, 'blobs', 'hash'),
      tombstones: byKey(opened, 'tombstones', 'entity, id'),
      lastStamp: textOr(one('SELECT last FROM hybrid_clock', 'last')),
      lastChange: numberOr(one(`SELECT seq FROM sqlite_sequence WHERE name = 'changes'`, 'seq')),
    }
  } catch (error) {
    if (error instanceof Failure) return nothing
    throw error
  } finally {
    database?.close()
  }
}

/** Every row whose page can be read, found by halving the ranges that cannot. */
function byNumber(database: Database, table: 'items' | 'highlights' | 'sources' | 'lists' | 'marks'): readonly Row[] {
  if (read(() => database.get(`SELECT 1 FROM sqlite_schema WHERE name = ?`, table), undefined) === undefined) return []
  const rows: Row[] = []
  const take = (low: number, high: number): void => {
    try {
      rows.push(...database.all(`SELECT rowid AS number, * FROM ${table} NOT INDEXED WHERE rowid BETWEEN ? AND ?`, low, high))
    } catch (error) {
      if (!isDamage(error)) throw error
      if (low === high) return
      const middle = Math.floor((low + high) / 2)
      take(low, middle)
      take(middle + 1, high)
    }
  }
  const last = Number(read(() => database.get(`SELECT max(rowid) AS last FROM ${table} NOT INDEXED`)?.last ?? 0, farthest))
  for (let low = 1, misses = 0; low <= last && misses < 20; low += stride) {
    const before = rows.length
    take(low, Math.min(low + stride - 1, last))
    // Nothing tells how far it goes: twenty thousand numbers without a row are the end.
    misses = last === farthest && rows.length === before ? misses + 1 : 0
  }
  return rows
}

/** A table kept in the order of its key: from its beginning until damage, and from its end until damage. */
function byKey(database: Database, table: string, key: string): readonly Row[] {
  const whole = read(() => database.all(`SELECT * FROM ${table}`), null)
  if (whole) return whole
  const columns = key.split(', ')
  const found = new Map<string, Row>()
  for (const [direction, beyond] of [
    ['ASC', '>'],
    ['DESC', '<'],
  ] as const) {
    const order = columns.map((column) => `${column} ${direction}`).join(', ')
    const next = (last: readonly SqlValue[] | null): Row | undefined => {
      const from = last ? `WHERE (${key}) ${beyond} (${last.map(() => '?').join(', ')})` : ''
      return read(() => database.get(`SELECT * FROM ${table} ${from} ORDER BY ${order} LIMIT 1`, ...(last ?? [])), undefined)
    }
    const keyOf = (row: Row): readonly SqlValue[] => columns.map((column) => row[column] ?? null)
    for (let row = next(null); row && !found.has(keyOf(row).join(' ')); row = next(keyOf(row))) found.set(keyOf(row).join(' '), row)
  }
  return [...found.values()]
}

function read<T>(work: () => T, otherwise: T): T {
  try {
    return work()
  } catch (error) {
    if (!isDamage(error)) throw error
    return otherwise
  }
}

/** A page of the schema that is gone takes its tables along. */
function isDamage(error: unknown): boolean {
  if (error instanceof Failure) return error.code === 'cache.damaged'
  return error instanceof Error && /no such (table|column)|malformed/i.test(error.message)
}

function textOr(value: unknown): string | null {
  return typeof value === 'string' ? value : null
}

function numberOr(value: unknown): number | null {
  return typeof value === 'number' ? value : null
}

// A look at a library by nobody's eyes but SQLite's and the file system's: what is there, and whether it hangs together.
import { createHash } from 'node:crypto'
import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { decode } from '../../../src/main/cache/blob-codec.ts'
import { type Database, openDatabase } from '../../../src/main/platform/sqlite.ts'
import { Failure } from '../../../src/shared/failure.ts'
import type { CopyId, ItemId } from '../../../src/shared/item.ts'
import type { Actual, Field } from './ledger.ts'

export type Depth = 'light' | 'deep'

/**
 * Opens read-only: nothing is tidied up by looking, so the next process finds the library as the kill left it. Only a file whose rollback
 * journal waits to be played back (an older library, before its first write-ahead log) cannot be read so.
 */
export function lookAt<T>(path: string, look: (database: Database) => T): T {
  try {
    return lookWith(path, true, look)
  } catch (error) {
    if (!(error instanceof Failure) || error.code !== 'cache.read-only') throw error
    return lookWith(path, false, look)
  }
}

function lookWith<T>(path: string, readOnly: boolean, look: (database: Database) => T): T {
  const database = openDatabase(path, { readOnly })
  try {
    return look(database)
  } finally {
    database.close()
  }
}

/** What is there, in the ledger's terms. */
export function actualOf(database: Database): Actual {
  const actual = new Map<ItemId, Map<Field, string>>()
  for (const row of database.all('SELECT id, place, favourite, tags, given_title, state FROM items')) {
    actual.set(
      String(row.id) as ItemId,
      new Map<Field, string>([
        ['here', 'yes'],
        ['place', String(row.place)],
        ['favourite', row.favourite === 1 ? '1' : ''],
        ['tags', row.tags === '[]' ? '' : String(row.tags)],
        ['title', String(row.given_title ?? '')],
        ['saved', row.state === 'complete' ? 'yes' : ''],
      ]),
    )
  }
  for (const row of database.all('SELECT id, item_id, note, removed_at FROM highlights'))
    actual.get(String(row.item_id) as ItemId)?.set(`mark ${row.id}`, row.removed_at === null ? String(row.note) : 'removed')
  return actual
}

/** What no library may show, at any moment: one statement each that must find nothing. */
const neverThere: Readonly<Record<string, string>> = {
  'said to be here without a copy': `SELECT id FROM items WHERE state IN ('complete', 'partial') AND talk IS NULL
     AND NOT EXISTS (SELECT 1 FROM copies WHERE copies.id = shown_copy AND copies.item_id = items.id)`,
  'waits and nobody will come': `SELECT id FROM items WHERE state = 'waiting'
     AND NOT EXISTS (SELECT 1 FROM jobs WHERE item_id = items.id AND jobs.state IN ('queued', 'running'))`,
  'a copy’s text, article or page is not among its blobs': `SELECT copies.id FROM copies, json_each(json_array(raw_blob, html_blob, text_blob, document_blob))
     WHERE value IS NOT NULL AND NOT EXISTS (SELECT 1 FROM copy_blobs WHERE copy_id = copies.id AND hash = value)`,
  'a picture is not among its copy’s blobs': `SELECT copy_id FROM assets
     WHERE NOT EXISTS (SELECT 1 FROM copy_blobs WHERE copy_blobs.copy_id = assets.copy_id AND hash = blob)`,
  'a blob that nothing points to is on record': `SELECT hash FROM blobs WHERE NOT EXISTS (SELECT 1 FROM copy_blobs WHERE copy_blobs.hash = blobs.hash)
     AND NOT EXISTS (SELECT 1 FROM item_blobs WHERE item_blobs.hash = blobs.hash)`,
  'blobs are counted wrongly': `SELECT blobs FROM blob_totals WHERE blobs <> (SELECT count(*) FROM blobs) OR bytes <> (SELECT coalesce(sum(bytes), 0) FROM blobs)`,
  'items are counted wrongly': `SELECT items FROM item_counts WHERE items <> (SELECT count(*) FROM items
     WHERE items.place = item_counts.place AND items.kind = item_counts.kind AND items.state = item_counts.state AND items.favourite = item_counts.favourite)`,
  'deleted and still there': `SELECT id FROM items WHERE EXISTS (SELECT 1 FROM tombstones JOIN cells USING (entity, id)
     WHERE entity = 'item' AND tombstones.id = items.id AND cells.field = 'place' AND tombstones.hlc > cells.hlc)`,
}

/** One line for each thing that does not hang together. `proved`: hashes held against their bytes already, which is done once. */
export function faultsOf(database: Database, folder: string, depth: Depth, proved: Set<string>): readonly string[] {
  const check = database.pragma(depth === 'deep' ? 'integrity_check' : 'quick_check')
  const faults = check === 'ok' ? [] : [`library.db: ${check}`]
  if (database.all('PRAGMA foreign_key_check').length > 0) faults.push('library.db: a row points to nothing')
  for (const [what, sql] of Object.entries(neverThere)) {
    const rows = database.all(sql)
    if (rows.length > 0) faults.push(`${what}: ${rows.length}, such as ${Object.values(rows[0] ?? {})[0]}`)
  }
  for (const row of database.all('SELECT hash, bytes FROM blobs')) {
    const hash = String(row.hash)
    const path = join(folder, 'blobs', hash.slice(0, 2), hash)
    const size = statSync(path, { throwIfNoEntry: false })?.size
    if (size !== Number(row.bytes)) faults.push(`the file of a blob on record has ${size ?? 'no'} bytes instead of ${row.bytes}`)
    else if (depth === 'deep' || !proved.has(hash)) {
      if (createHash('sha256').update(readFileSync(path)).digest('hex') !== hash) faults.push(`a blob's bytes are not those of its name`)
      proved.add(hash)
    }
  }
  return faults
}

/** The plain text of a copy, that highlights count in. */
export async function textOf(folder: string, copy: CopyId): Promise<string> {
  const row = lookAt(join(folder, 'library.db'), (database) => database.get('SELECT text_blob FROM copies WHERE id = ?', copy))
  const hash = String(row?.text_blob)
  return (await decode(readFileSync(join(folder, 'blobs', hash.slice(0, 2), hash)))).toString()
}

/** Every file below a folder, as paths within it. */
export function filesBelow(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1))
}

/** What is left in the folder although the house was kept two days later: half-written files, blobs nobody points to. */
export function leftoversIn(folder: string, database: Database): readonly string[] {
  const recorded = new Set(database.all('SELECT hash FROM blobs').map((row) => String(row.hash)))
  const copies = new Set(database.all('SELECT id FROM copies').map((row) => String(row.id)))
  return filesBelow(folder).filter((path) => {
    const name = path.split(/[\\/]/).at(-1) ?? ''
    if (/\.tmp/.test(name)) return true
    if (path.startsWith('blobs')) return !recorded.has(name)
    if (path.startsWith('copies')) return !copies.has(name.replace('.json', ''))
    return false
  })
}

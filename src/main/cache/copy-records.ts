// What a copy's blobs cannot say themselves: one small JSON file a copy under `copies/ab/`, written once it is stored, with the item's link
// and title and which blob is what. library.db never reads them; a library that lost its rows is put together from them again (repair/).
import { readFileSync, rmSync } from 'node:fs'
import { readdir, rename, rm, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { z } from 'zod'
import type { CopyId } from '../../shared/item.ts'
import { isCode, makeFolder, temporaryEnding } from '../platform/files.ts'
import type { Row } from '../platform/sqlite.ts'
import type { Library } from './library.ts'

const Hash = z.string().regex(/^[0-9a-f]{64}$/)
const Column = z.union([z.string(), z.number(), z.null()])
const Columns = z.record(z.string().regex(/^[a-z_]+$/), Column)

/** Rows as they stand in the tables of `schema`; only columns that a library still has are taken back. */
const CopyRecord = z.object({
  carrel: z.literal('copy'),
  schema: z.number().int(),
  item: Columns,
  copy: Columns.and(z.object({ id: z.string(), item_id: z.string(), text_blob: Hash, fetched_at: z.number() })),
  assets: z.array(Columns.and(z.object({ blob: Hash }))),
  /** Every blob of the copy, and the row's own (lead image, favicon, thumbnail) with what the row uses it for. */
  blobs: z.array(z.object({ hash: Hash, bytes: z.number(), mime: z.string().nullable() })),
  own: z.array(z.object({ role: z.string(), hash: Hash })),
})
export type CopyRecord = z.infer<typeof CopyRecord>

/** What an item says of itself besides what its copy says, as far as it makes sense on another day. */
const itemColumns =
  'id, comparison_key, url, original_link, host, site_key, typed, kind, page_title, given_title, start_seconds, duration_seconds, talk, place, trashed_at, favourite, tags, given_series, added_at'

const copyIdShape = /^[0-9a-f]{32}$/
/** Copies looked at before others get their turn. */
const batch = 200

function pathOf(folder: string, id: string): string {
  return join(folder, 'copies', id.slice(0, 2), `${id}.json`)
}

/**
 * Writes the record of a stored copy. It is not waited for by the disk and never fails: library.db is the truth, and what is missing is
 * written by the next keepCopyRecords.
 */
export async function writeCopyRecord(library: Library, id: CopyId): Promise<void> {
  const record = recordOf(library, id)
  if (!record) return
  const path = pathOf(library.folder, id)
  const beside = join(dirname(path), `.${id}.${library.ids.random()}${temporaryEnding}`)
  try {
    await makeFolder(dirname(path))
    await writeFile(beside, `${JSON.stringify(record)}\n`, { flag: 'wx', mode: 0o600 })
    await rename(beside, path)
    // Deleted while we wrote, by this process or another: whoever deleted it found no record to remove.
    if (!library.database.get('SELECT 1 FROM copies WHERE id = ?', id)) removeCopyRecord(library, id)
  } catch (error) {
    await rm(beside, { force: true }).catch(() => undefined)
    library.log.write('warn', 'the record beside a copy could not be written; it is tried again', { copy: id, error })
  }
}

/** Removes the record of a copy that is deleted; inside the transaction that deletes it, so that a record left means a copy lost. */
export function removeCopyRecord(library: Library, id: string): void {
  try {
    rmSync(pathOf(library.folder, id), { force: true })
  } catch (error) {
    library.log.write('warn', 'the record beside a copy could not be removed', { copy: id, error })
  }
}

/** Every record's copy id, as the file names tell. */
export async function recordedCopies(folder: string): Promise<readonly CopyId[]> {
  const ids: CopyId[] = []
  for (const name of await namesIn(join(folder, 'copies'))) {
    if (!/^[0-9a-f]{2}$/.test(name)) continue
    for (const file of await namesIn(join(folder, 'copies', name))) {
      const id = file.replace(/\.json$/, '')
      if (copyIdShape.test(id) && file === `${id}.json`) ids.push(id as CopyId)
    }
  }
  return ids
}

/** The record of a copy; null when there is none or it cannot be understood. */
export function readCopyRecord(folder: string, id: CopyId): CopyRecord | null {
  try {
    const parsed = CopyRecord.safeParse(JSON.parse(readFileSync(pathOf(folder, id), 'utf8')))
    return parsed.success && parsed.data.copy.id === id ? parsed.data : null
  } catch {
    // Cut short by a power cut, or deleted a moment ago.
    return null
  }
}

/** Records of copies this library does not know: they were stored after the state it was put back to. Deleted ones are not among them. */
export async function lostCopies(library: Library): Promise<readonly CopyRecord[]> {
  const lost: CopyRecord[] = []
  // The names first: a record is written after its copy's row.
  const names = await recordedCopies(library.folder)
  for (let at = 0; at < names.length; at += batch) {
    for (const id of unknownOf(library, names.slice(at, at + batch))) {
      const record = readCopyRecord(library.folder, id)
      if (record) lost.push(record)
    }
    await pause()
  }
  return lost
}

/** Writes the records that are missing: of copies stored before there were records, or while the disk was full. Answers how many. */
export async function keepCopyRecords(library: Library): Promise<number> {
  const there = new Set<string>(await recordedCopies(library.folder))
  let written = 0
  for (let after = 0; ; ) {
    const rows = library.database.all(`SELECT ordinal, id FROM copies WHERE ordinal > ? ORDER BY ordinal LIMIT ${batch}`, after)
    for (const row of rows) {
      after = Number(row.ordinal)
      if (there.has(String(row.id))) continue
      await writeCopyRecord(library, String(row.id) as CopyId)
      written += 1
    }
    if (rows.length < batch) return written
    await pause()
  }
}

/** Removes the records of copies that were deleted, which a kill may have left behind. */
export async function removeDeletedRecords(library: Library): Promise<void> {
  const names = await recordedCopies(library.folder)
  for (let at = 0; at < names.length; at += batch) {
    const deleted = library.database.all(
      `SELECT value AS id FROM json_each(?) WHERE EXISTS (SELECT 1 FROM tombstones WHERE entity = 'copy' AND tombstones.id = value)
         AND NOT EXISTS (SELECT 1 FROM copies WHERE copies.id = value)`,
      JSON.stringify(names.slice(at, at + batch)),
    )
    for (const row of deleted) removeCopyRecord(library, String(row.id))
    await pause()
  }
}

function unknownOf(library: Library, ids: readonly CopyId[]): readonly CopyId[] {
  return library.database
    .all(
      `SELECT value AS id FROM json_each(?) WHERE NOT EXISTS (SELECT 1 FROM copies WHERE copies.id = value)
         AND NOT EXISTS (SELECT 1 FROM tombstones WHERE entity = 'copy' AND tombstones.id = value)`,
      JSON.stringify(ids),
    )
    .map((row) => String(row.id) as CopyId)
}

function recordOf({ database }: Library, id: CopyId): CopyRecord | null {
  const copy = database.get('SELECT * FROM copies WHERE id = ?', id)
  const item = copy && database.get(`SELECT ${itemColumns} FROM items WHERE id = ?`, copy.item_id ?? null)
  if (!copy || !item) return null
  const { ordinal: _number, ...columns } = copy
  return {
    carrel: 'copy',
    schema: Number(database.pragma('user_version')),
    item: plain(item),
    copy: plain(columns) as CopyRecord['copy'],
    assets: database
      .all('SELECT * FROM assets WHERE copy_id = ? ORDER BY position', id)
      .map((row) => plain(row) as CopyRecord['assets'][number]),
    blobs: database
      .all(
        `SELECT hash, bytes, mime FROM blobs WHERE hash IN (SELECT hash FROM copy_blobs WHERE copy_id = ?1
           UNION SELECT hash FROM item_blobs WHERE item_id = ?2)`,
        id,
        copy.item_id ?? null,
      )
      .map((row) => plain(row) as CopyRecord['blobs'][number]),
    own: database
      .all('SELECT role, hash FROM item_blobs WHERE item_id = ?', copy.item_id ?? null)
      .map((row) => plain(row) as CopyRecord['own'][number]),
  }
}

/** The tables hold texts, whole numbers and nothing else. */
function plain(row: Row): z.infer<typeof Columns> {
  return Columns.parse(row)
}

async function namesIn(folder: string): Promise<readonly string[]> {
  try {
    return await readdir(folder)
  } catch (error) {
    if (isCode(error, 'ENOENT', 'ENOTDIR')) return []
    throw error
  }
}

function pause(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve))
}

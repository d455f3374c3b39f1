// Copies that lie among the saved files and that the library does not know: their records (copy-records.ts) bring them back, each with its
// item when that is gone too. Nothing the library knows is changed, except that an item shows a copy that is read before the one it shows
// (a later page, a transcript of a talk).
import type { CopyId, ItemId } from '../../../shared/item.ts'
import type { SqlValue } from '../../platform/sqlite.ts'
import { recordBlobs } from '../blob-records.ts'
import { readBlob } from '../blobs.ts'
import type { ItemFacts } from '../cache.ts'
import { addItem, type ItemColumns, plainItemColumns } from '../change-item.ts'
import { type CopyRecord, lostCopies } from '../copy-records.ts'
import { applyFacts } from '../item-facts.ts'
import { itemIdOf } from '../items.ts'
import type { Library } from '../library.ts'
import { type FieldValue, recordOperations } from '../operations.ts'
import { openTags } from '../tags.ts'
import { readFirst } from '../transcripts.ts'
import { weighItem } from '../weights.ts'

export type Adopted = { readonly copies: number; readonly items: number; readonly unreadable: number }

/** Answers how many copies came back, how many items were made anew for them, and how many copies have lost their words. */
export async function adoptCopies(library: Library): Promise<Adopted> {
  const lost = [...(await lostCopies(library))].sort((one, other) => one.copy.fetched_at - other.copy.fetched_at)
  let adopted = { copies: 0, items: 0, unreadable: 0 }
  for (const record of lost) {
    const readable = await isReadable(library, record)
    try {
      const { copy, item } = library.database.transaction(() => adoptOne(library, record, readable))
      adopted = {
        copies: adopted.copies + (copy ? 1 : 0),
        items: adopted.items + (item ? 1 : 0),
        unreadable: adopted.unreadable + (copy ? 0 : 1),
      }
    } catch (error) {
      library.log.write('warn', 'a copy could not be taken back', { copy: record.copy.id, error })
      adopted = { ...adopted, unreadable: adopted.unreadable + 1 }
    }
  }
  return adopted
}

/** The words of a copy must be there; a picture may be missing. */
async function isReadable(library: Library, { copy }: CopyRecord): Promise<boolean> {
  for (const hash of [copy.text_blob, copy.html_blob, copy.document_blob]) {
    if (typeof hash !== 'string') continue
    try {
      await readBlob(library, hash)
    } catch {
      return false
    }
  }
  return true
}

function adoptOne(library: Library, record: CopyRecord, readable: boolean): { readonly copy: boolean; readonly item: boolean } {
  const { database } = library
  const id = record.copy.item_id as ItemId
  if (typeof record.item.comparison_key !== 'string' || itemIdOf(record.item.comparison_key) !== id) return { copy: false, item: false }
  const known = database.get('SELECT shown_copy FROM items WHERE id = ?', id)
  // Deleted for good: the file of its record outlived it.
  if (!known && database.get(`SELECT 1 FROM tombstones WHERE entity = 'item' AND id = ?`, id)) return { copy: false, item: false }
  if (!known) makeItem(library, id, record)
  if (readable) {
    insert(library, record)
    const first = database.get(
      `SELECT id FROM copies WHERE id IN (?, ?) ORDER BY ${readFirst}, fetched_at DESC LIMIT 1`,
      known?.shown_copy ?? null,
      record.copy.id,
    )
    if (first?.id === record.copy.id) show(library, id, record)
  }
  weighItem(library, id)
  return { copy: readable, item: !known }
}

function makeItem(library: Library, id: ItemId, { item }: CopyRecord): void {
  const columns = Object.fromEntries(plainItemColumns.flatMap((name) => (item[name] === undefined ? [] : [[name, item[name]] as const])))
  addItem(library, id, { ...(columns as ItemColumns), state: 'waiting', group_at: item.added_at ?? 0 })
  const tags = typeof item.tags === 'string' ? (JSON.parse(item.tags) as readonly string[]) : []
  openTags(library).change([id], tags, [])
}

function insert(library: Library, { copy, assets, blobs, own }: CopyRecord): void {
  const { database } = library
  recordBlobs(library, blobs)
  put(library, 'copies', copy)
  for (const asset of assets) put(library, 'assets', asset)
  const parts = [copy.raw_blob, copy.html_blob, copy.text_blob, copy.document_blob].filter((hash) => typeof hash === 'string')
  for (const hash of new Set([...parts, ...assets.map(({ blob }) => blob)]))
    database.run('INSERT INTO copy_blobs VALUES (?, ?)', copy.id, hash)
  for (const { role, hash } of own) database.run('INSERT OR IGNORE INTO item_blobs VALUES (?, ?, ?)', copy.item_id, role, hash)
  const { id, stored_at: _at, bytes: _bytes, ...columns } = copy
  const told = assets.map(({ copy_id: _copy, position: _position, ...asset }) => asset)
  recordOperations(library, 'copy', id, { record: { ...columns, assets: told } as FieldValue })
}

/** A row with those of its columns that this schema has. */
function put({ database }: Library, table: 'copies' | 'assets', row: Readonly<Record<string, SqlValue>>): void {
  const names = new Set(database.all(`SELECT name FROM pragma_table_info('${table}')`).map(({ name }) => String(name)))
  const columns = Object.entries(row).filter(([name]) => names.has(name))
  database.run(
    `INSERT INTO ${table} (${columns.map(([name]) => name).join(', ')}) VALUES (${columns.map(() => '?').join(', ')})`,
    ...columns.map(([, value]) => value),
  )
}

function show(library: Library, id: ItemId, { copy }: CopyRecord): void {
  const facts = JSON.parse(String(copy.facts)) as ItemFacts
  applyFacts(library, id, facts, { shown_copy: copy.id as CopyId, report: copy.report === null ? null : String(copy.report) })
}

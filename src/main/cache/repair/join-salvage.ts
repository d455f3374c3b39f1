// Joins what was read out of the damaged file into the restored library: rows that differ from the backup are newer than it. A row is taken
// whole and only when every value in it makes sense, since a damaged page may still be read and hold nonsense.
import { z } from 'zod'
import { HighlightColour, PassageAnchor } from '../../../shared/highlight.ts'
import { type ItemId, ItemKind, ItemPlace, ItemState } from '../../../shared/item.ts'
import { Settings } from '../../../shared/settings.ts'
import { siteKey } from '../../../shared/site-key.ts'
import type { Row, SqlValue } from '../../platform/sqlite.ts'
import { blobFileBytes } from '../blobs.ts'
import { addItem, changeItem, type ItemColumns, plainItemColumns } from '../change-item.ts'
import { jsonOf } from '../columns.ts'
import { itemIdOf } from '../items.ts'
import type { Library } from '../library.ts'
import { type FieldValue, recordOperations } from '../operations.ts'
import { openTags } from '../tags.ts'
import { weighItem } from '../weights.ts'
import type { Salvaged } from './salvage.ts'

export type Joined = { readonly items: number; readonly highlights: number; readonly settings: number }

/** Answers how many of each were newer than the backup. Copies are joined before, from their records (adopt-copies.ts). */
export function joinSalvage(library: Library, salvaged: Salvaged): Joined {
  return library.database.transaction(() => {
    takeClock(library, salvaged)
    takeItemBlobs(library, salvaged)
    const joined = {
      items: salvaged.items.filter((row) => takeItem(library, row)).length,
      highlights: salvaged.highlights.filter((row) => takeHighlight(library, row)).length,
      settings: salvaged.settings.filter((row) => takeSetting(library, row)).length,
    }
    trashDeleted(library, salvaged)
    return joined
  })
}

/** Stamps and numbers go on after the last that was ever given out. */
function takeClock({ database }: Library, { lastStamp, lastChange }: Salvaged): void {
  if (lastStamp !== null && /^[0-9a-f]{12}-[0-9a-f]{4}-[0-9a-f]{16}$/.test(lastStamp)) {
    database.run('INSERT INTO hybrid_clock VALUES (1, ?) ON CONFLICT DO UPDATE SET last = max(last, excluded.last)', lastStamp)
  }
  if (lastChange !== null) database.run(`UPDATE sqlite_sequence SET seq = max(seq, ?) WHERE name = 'changes'`, lastChange)
}

const json = (shape: z.ZodType) =>
  z.string().refine((text) => {
    try {
      return shape.safeParse(JSON.parse(text)).success
    } catch {
      return false
    }
  })
const Whole = z.number().int()
const ItemRow = z.looseObject({
  id: z.string().regex(/^[0-9a-f]{32}$/),
  comparison_key: z.string(),
  url: z.url(),
  kind: ItemKind,
  place: ItemPlace,
  state: ItemState,
  page_title: z.string(),
  added_at: Whole,
  changed_at: Whole,
  tags: json(z.array(z.string())).optional(),
  remarks: json(z.array(z.object({ about: z.string(), what: z.string() }))),
  talk: json(z.object({})).nullable(),
  report: json(z.object({})).nullable(),
  failure: json(z.object({ code: z.string() })).nullable(),
  anchor: json(z.object({})).nullable().optional(),
})

function takeItem(library: Library, row: Row): boolean {
  const { database } = library
  if (!ItemRow.safeParse(row).success || !isReadable(row) || itemIdOf(String(row.comparison_key)) !== row.id) return false
  const id = row.id as ItemId
  const before = database.get('SELECT changed_at, tags, shown_copy, state FROM items WHERE id = ?', id)
  if (before && before.changed_at === row.changed_at) return false
  // What the backup holds was later than this row only if this page is an old one that came back.
  const columns = columnsOf(library, row, before)
  if (before) changeItem(library, id, columns)
  else addItem(library, id, { ...columns, group_at: row.added_at ?? 0, site_key: siteKey(String(row.host)) })
  if (typeof row.opened_at === 'number') database.run('UPDATE items SET opened_at = ? WHERE id = ?', row.opened_at, id)
  if (typeof row.tags === 'string') {
    const tags = jsonOf<readonly string[]>(row, 'tags')
    const had = before ? jsonOf<readonly string[]>(before, 'tags') : []
    const shelf = openTags(library)
    shelf.change(
      [id],
      tags,
      had.filter((tag) => !tags.includes(tag)),
    )
  }
  weighItem(library, id)
  return true
}

/** A copy that is gone is not pointed to: what is shown stays, and an item without any waits to be fetched again. */
function columnsOf(library: Library, row: Row, before: Row | undefined): ItemColumns {
  const { database } = library
  const told = Object.fromEntries(plainItemColumns.flatMap((name) => (row[name] === undefined ? [] : [[name, row[name]] as const])))
  const { group_at: _group, series_key: _series, ...columns } = told as Record<string, SqlValue>
  for (const name of ['lead_image', 'favicon']) {
    if (columns[name] !== null && !database.get('SELECT 1 FROM blobs WHERE hash = ?', columns[name] ?? null)) delete columns[name]
  }
  const copyThere =
    typeof row.shown_copy === 'string' && database.get('SELECT 1 FROM copies WHERE id = ? AND item_id = ?', row.shown_copy, String(row.id))
  if (copyThere || (row.shown_copy === null && row.talk !== null)) return columns
  for (const name of ['shown_copy', 'state', 'report', 'remarks', 'failure']) delete columns[name]
  return before ? columns : { ...columns, state: 'waiting' }
}

const HighlightRow = z.looseObject({
  id: z.string().regex(/^[0-9a-f]{32}$/),
  item_id: z.string(),
  copy_id: z.string(),
  quote: json(PassageAnchor),
  created_at: Whole,
  colour: HighlightColour.optional(),
  note: z.string().optional(),
  tags: json(z.array(z.string())).optional(),
  removed_at: Whole.nullable().optional(),
})

function takeHighlight(library: Library, row: Row): boolean {
  const { database } = library
  if (!HighlightRow.safeParse(row).success || !isReadable(row)) return false
  if (!database.get('SELECT 1 FROM copies WHERE id = ? AND item_id = ?', row.copy_id ?? null, row.item_id ?? null)) return false
  const before = database.get('SELECT * FROM highlights WHERE id = ?', row.id ?? null)
  const { number: _rowid, ...columns } = row
  const known = new Set(database.all(`SELECT name FROM pragma_table_info('highlights')`).map(({ name }) => String(name)))
  const taken = Object.entries(columns).filter(([name]) => known.has(name))
  if (before && taken.every(([name, value]) => before[name] === value)) return false
  database.run(
    `INSERT OR REPLACE INTO highlights (${taken.map(([name]) => name).join(', ')}) VALUES (${taken.map(() => '?').join(', ')})`,
    ...taken.map(([, value]) => value),
  )
  recordOperations(library, 'highlight', String(row.id), {
    item: String(row.item_id),
    copy: String(row.copy_id),
    quote: jsonOf<FieldValue>(row, 'quote'),
    colour: String(row.colour ?? 'yellow'),
    note: String(row.note ?? ''),
    tags: row.tags === undefined ? [] : jsonOf<FieldValue>(row, 'tags'),
    createdAt: Number(row.created_at),
    removedAt: typeof row.removed_at === 'number' ? row.removed_at : null,
  })
  return true
}

function takeSetting({ database }: Library, row: Row): boolean {
  if (typeof row.key !== 'string' || typeof row.value !== 'string' || !isReadable(row)) return false
  try {
    if (!Settings.partial().safeParse({ [row.key]: JSON.parse(row.value) }).success) return false
  } catch {
    return false
  }
  if (database.get('SELECT value FROM settings WHERE key = ?', row.key)?.value === row.value) return false
  database.run('INSERT OR REPLACE INTO settings VALUES (?, ?)', row.key, row.value)
  return true
}

/** Lead images, favicons and thumbnails whose files are there. */
function takeItemBlobs(library: Library, { itemBlobs, blobs, items }: Salvaged): void {
  const mimes = new Map(blobs.map((row) => [row.hash, row.mime]))
  const there = new Set(items.map((row) => row.id))
  for (const { item_id, role, hash } of itemBlobs) {
    if (typeof hash !== 'string' || typeof role !== 'string' || typeof item_id !== 'string' || !there.has(item_id)) continue
    const bytes = blobFileBytes(library, hash)
    if (bytes === null || !library.database.get('SELECT 1 FROM items WHERE id = ?', item_id)) continue
    const mime = mimes.get(hash)
    library.database.run('INSERT OR IGNORE INTO blobs VALUES (?, ?, ?)', hash, bytes, typeof mime === 'string' ? mime : null)
    library.database.run('INSERT OR IGNORE INTO item_blobs VALUES (?, ?, ?)', item_id, role, hash)
  }
}

/** Deleted for good after the backup was made, and back with it: put into the trash, where the reader can look. */
function trashDeleted(library: Library, { tombstones, items }: Salvaged): void {
  const there = new Set(items.map((row) => row.id))
  for (const { entity, id } of tombstones) {
    if (entity !== 'item' || typeof id !== 'string' || there.has(id)) continue
    if (library.database.get(`SELECT 1 FROM items WHERE id = ? AND place <> 'trash'`, id)) {
      changeItem(library, id as ItemId, { place: 'trash', trashed_at: library.clock.now() })
    }
  }
}

/** Bytes of a damaged page read as letters give signs that no text of ours holds. */
function isReadable(row: Row): boolean {
  return Object.values(row).every((value) => typeof value !== 'string' || !/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffd]/.test(value))
}

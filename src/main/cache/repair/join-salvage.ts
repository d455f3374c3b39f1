// Joins what was read out of the damaged file into the restored library: rows that differ from the backup are newer than it. A row is taken
// whole and only when every value in it makes sense, since a damaged page may still be read and hold nonsense.
import { z } from 'zod'
import { HighlightColour, PassageAnchor } from '../../../shared/highlight.ts'
import { type ItemId, ItemKind, ItemPlace, ItemState, SeriesPlace, Wanted } from '../../../shared/item.ts'
import type { RepairReport } from '../../../shared/repair-report.ts'
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
import { joinLists } from './join-lists.ts'
import { joinSeries } from './join-series.ts'
import { joinTalks } from './join-talks.ts'
import type { Salvaged } from './salvage.ts'
import { Id, isReadable, json, putRow, Whole } from './salvaged-row.ts'

/** Answers how many of each were newer than the backup. Copies are joined before, from their records (adopt-copies.ts). */
export function joinSalvage(library: Library, salvaged: Salvaged): RepairReport['salvaged'] {
  return library.database.transaction(() => {
    takeClock(library, salvaged)
    const files = filesThere(library, salvaged)
    const items = salvaged.items.filter((row) => takeItem(library, row, files)).length
    takeItemBlobs(library, salvaged, files)
    const joined = {
      items,
      ...joinLists(library, salvaged),
      ...joinTalks(library, salvaged),
      highlights: salvaged.highlights.filter((row) => takeHighlight(library, row)).length,
      settings: salvaged.settings.filter((row) => takeSetting(library, row)).length,
    }
    joinSeries(library, salvaged)
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

const ItemRow = z.looseObject({
  id: Id,
  comparison_key: z.string(),
  url: z.union([z.url(), z.literal('')]),
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
  wanted: json(Wanted).nullish(),
  given_series: json(SeriesPlace).nullish(),
})

function takeItem(library: Library, row: Row, files: ReadonlyMap<string, number>): boolean {
  const { database } = library
  if (!ItemRow.safeParse(row).success || !isReadable(row) || itemIdOf(String(row.comparison_key)) !== row.id) return false
  // Only what is to find has no address.
  if (row.url === '' && !isToFind(row)) return false
  const id = row.id as ItemId
  const before = database.get('SELECT changed_at, tags, shown_copy, state FROM items WHERE id = ?', id)
  if (before && before.changed_at === row.changed_at) return false
  // What the backup holds was later than this row only if this page is an old one that came back.
  const columns = columnsOf(library, row, before, files)
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
function columnsOf(library: Library, row: Row, before: Row | undefined, files: ReadonlyMap<string, number>): ItemColumns {
  const { database } = library
  const told = Object.fromEntries(plainItemColumns.flatMap((name) => (row[name] === undefined ? [] : [[name, row[name]] as const])))
  const { group_at: _group, series_key: _series, ...columns } = told as Record<string, SqlValue>
  for (const name of ['lead_image', 'favicon']) {
    const hash = columns[name] ?? null
    if (hash !== null && !files.has(String(hash)) && !database.get('SELECT 1 FROM blobs WHERE hash = ?', hash)) delete columns[name]
  }
  const copyThere =
    typeof row.shown_copy === 'string' && database.get('SELECT 1 FROM copies WHERE id = ? AND item_id = ?', row.shown_copy, String(row.id))
  if (copyThere || isToFind(row) || (row.shown_copy === null && row.talk !== null)) return columns
  for (const name of ['shown_copy', 'state', 'report', 'remarks', 'failure']) delete columns[name]
  return before ? columns : { ...columns, state: 'waiting' }
}

function isToFind(row: Row): boolean {
  return row.state === 'to-find' && typeof row.wanted === 'string'
}

const HighlightRow = z.looseObject({
  id: Id,
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
  if (!putRow(library, 'highlights', ['id'], row)) return false
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

/** The files that rows of items point to themselves (lead image, favicon, thumbnail, recording) and that are there, with their bytes. */
function filesThere(library: Library, { itemBlobs }: Salvaged): ReadonlyMap<string, number> {
  const hashes = new Set(itemBlobs.flatMap(({ hash }) => (typeof hash === 'string' ? [hash] : [])))
  return new Map(
    [...hashes].flatMap((hash) => {
      const bytes = blobFileBytes(library, hash)
      return bytes === null ? [] : [[hash, bytes] as const]
    }),
  )
}

function takeItemBlobs(library: Library, { itemBlobs, blobs, items }: Salvaged, files: ReadonlyMap<string, number>): void {
  const { database } = library
  const mimes = new Map(blobs.map((row) => [row.hash, row.mime]))
  const there = new Set(items.map((row) => row.id))
  const gained = new Set<ItemId>()
  for (const { item_id, role, hash } of itemBlobs) {
    if (typeof hash !== 'string' || typeof role !== 'string' || typeof item_id !== 'string' || !there.has(item_id)) continue
    const bytes = files.get(hash)
    if (bytes === undefined || !database.get('SELECT 1 FROM items WHERE id = ?', item_id)) continue
    const mime = mimes.get(hash)
    database.run('INSERT OR IGNORE INTO blobs VALUES (?, ?, ?)', hash, bytes, typeof mime === 'string' ? mime : null)
    if (database.run('INSERT OR IGNORE INTO item_blobs VALUES (?, ?, ?)', item_id, role, hash) > 0) gained.add(item_id as ItemId)
  }
  for (const id of gained) weighItem(library, id)
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

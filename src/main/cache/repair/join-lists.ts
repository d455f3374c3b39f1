// Reading lists out of the damaged file: the texts they came from, their order, what was said of each item, and what was found. Joined to what the backup
// holds, never instead of it: an entry taken out after the backup may stand in its list again, and none is lost.
import { createHash } from 'node:crypto'
import { brotliCompressSync, brotliDecompressSync } from 'node:zlib'
import { z } from 'zod'
import type { ItemId } from '../../../shared/item.ts'
import { CutLink } from '../../../shared/list.ts'
import type { Row } from '../../platform/sqlite.ts'
import { jsonOf, jsonOrNull } from '../columns.ts'
import { noteFound } from '../found-things.ts'
import type { Library } from '../library.ts'
import { type FieldValue, recordOperations } from '../operations.ts'
import { sweepSources, tellRecommendation } from '../sources.ts'
import type { Salvaged } from './salvage.ts'
import { Id, isReadable, json, putRow, Whole } from './salvaged-row.ts'

/** Answers how many lists and how many recommendations were newer than the backup. Inside the caller's transaction, after the items. */
export function joinLists(library: Library, salvaged: Salvaged): { readonly lists: number; readonly recommendations: number } {
  for (const row of salvaged.sources) takeSource(library, row)
  const changed = new Set<string>()
  for (const row of salvaged.lists) if (takeList(library, row)) changed.add(String(row.id))
  for (const row of salvaged.listEntries) if (takeEntry(library, row)) changed.add(String(row.list_id))
  const said = salvaged.recommendations.filter((row) => takeRecommendation(library, row))
  for (const row of salvaged.foundThings) takeFound(library, row)
  for (const id of new Set(said.map((row) => row.item_id as ItemId))) tellRecommendation(library, id)
  sweepSources(library)
  return { lists: changed.size, recommendations: said.length }
}

const SourceRow = z.looseObject({
  id: Id,
  text: z.instanceof(Uint8Array),
  format: z.string(),
  address: z.string().nullable(),
  author: z.string().nullable(),
  date: z.string().nullable(),
  added_at: Whole,
})

/** Its id is told by its words: whatever else can be read under it is not that text. */
function takeSource(library: Library, row: Row): void {
  if (!SourceRow.safeParse(row).success || !isReadable(row)) return
  try {
    const text = brotliDecompressSync(row.text as Uint8Array)
    if (createHash('sha256').update(text).digest('hex').slice(0, 32) !== row.id) return
  } catch {
    return
  }
  putRow(library, 'sources', ['id'], row)
}

const ListRow = z.looseObject({
  id: Id,
  title: z.string(),
  source_id: Id.nullable(),
  created_at: Whole,
  changed_at: Whole,
  removed_at: Whole.nullable(),
})

function takeList(library: Library, row: Row): boolean {
  if (!ListRow.safeParse(row).success || !isReadable(row)) return false
  const source = row.source_id !== null && isSource(library, row.source_id) ? row.source_id : null
  if (!putRow(library, 'lists', ['id'], { ...row, source_id: source ?? null })) return false
  const fields = { title: String(row.title), source: source as string | null, createdAt: Number(row.created_at) }
  recordOperations(library, 'list', String(row.id), { ...fields, removed: row.removed_at !== null })
  return true
}

const EntryRow = z.looseObject({
  list_id: Id,
  item_id: Id,
  position: z.number(),
  headings: json(z.array(z.string())),
  title: z.string().nullable(),
  alternates: json(z.array(z.string())),
})

function takeEntry(library: Library, row: Row): boolean {
  const { database } = library
  if (!EntryRow.safeParse(row).success || !isReadable(row) || !isItem(library, row.item_id)) return false
  if (!database.get('SELECT 1 FROM lists WHERE id = ?', row.list_id ?? null)) return false
  if (!putRow(library, 'list_entries', ['list_id', 'item_id'], row)) return false
  const headings = jsonOf<FieldValue>(row, 'headings')
  const alternates = jsonOf<FieldValue>(row, 'alternates')
  const entry = { position: Number(row.position), headings, title: row.title as string | null, alternates }
  recordOperations(library, 'list', String(row.list_id), { [`entry:${row.item_id}`]: entry })
  return true
}

const RecommendationRow = z.looseObject({
  item_id: Id,
  source_id: Id,
  words: z.string(),
  cut: json(CutLink).nullable(),
  added_at: Whole,
})

function takeRecommendation(library: Library, row: Row): boolean {
  if (!RecommendationRow.safeParse(row).success || !isReadable(row) || !isItem(library, row.item_id)) return false
  if (!isSource(library, row.source_id)) standInFor(library, row)
  if (!putRow(library, 'recommendations', ['item_id', 'source_id'], row)) return false
  const told = { words: String(row.words), cut: jsonOrNull<FieldValue>(row, 'cut') }
  recordOperations(library, 'item', String(row.item_id), { [`recommendation:${row.source_id}`]: told })
  return true
}

const FoundRow = z.looseObject({ wanted_id: Id, item_id: Id })

function takeFound(library: Library, row: Row): void {
  if (FoundRow.safeParse(row).success && isItem(library, row.item_id)) noteFound(library, row.wanted_id as ItemId, row.item_id as ItemId)
}

/** The words are worth more than the text around them, which is lost: it is empty until the same text is given again. */
function standInFor({ database }: Library, { source_id, added_at }: Row): void {
  const values = [source_id ?? null, brotliCompressSync(''), 'text', added_at ?? 0]
  database.run('INSERT INTO sources (id, text, format, added_at) VALUES (?, ?, ?, ?)', ...values)
}

function isSource({ database }: Library, id: Row[string] | undefined): boolean {
  return database.get('SELECT 1 FROM sources WHERE id = ?', id ?? null) !== undefined
}

function isItem({ database }: Library, id: Row[string] | undefined): boolean {
  return database.get('SELECT 1 FROM items WHERE id = ?', id ?? null) !== undefined
}

// What hangs on talks, out of the damaged file: marked moments, and which saved file is a talk's recording.
import { z } from 'zod'
import type { Row } from '../../platform/sqlite.ts'
import type { Library } from '../library.ts'
import { recordOperations } from '../operations.ts'
import type { Salvaged } from './salvage.ts'
import { Id, isReadable, putRow, Whole } from './salvaged-row.ts'

/** Answers how many marks were newer than the backup. Inside the caller's transaction, after the items and what they point to. */
export function joinTalks(library: Library, salvaged: Salvaged): { readonly marks: number } {
  for (const row of salvaged.recordings) takeRecording(library, row)
  nameRecordings(library)
  return { marks: salvaged.marks.filter((row) => takeMark(library, row)).length }
}

const MarkRow = z.looseObject({
  id: Id,
  item_id: Id,
  seconds: z.number().nonnegative(),
  note: z.string(),
  words: z.string(),
  created_at: Whole,
  changed_at: Whole,
  removed_at: Whole.nullable(),
})

function takeMark(library: Library, row: Row): boolean {
  if (!MarkRow.safeParse(row).success || !isReadable(row)) return false
  if (!library.database.get('SELECT 1 FROM items WHERE id = ?', row.item_id ?? null)) return false
  if (!putRow(library, 'marks', ['id'], row)) return false
  recordOperations(library, 'mark', String(row.id), {
    item: String(row.item_id),
    seconds: Number(row.seconds),
    note: String(row.note),
    words: String(row.words),
    createdAt: Number(row.created_at),
    removedAt: typeof row.removed_at === 'number' ? row.removed_at : null,
  })
  return true
}

const RecordingRow = z.looseObject({
  item_id: Id,
  hash: z.string().regex(/^[0-9a-f]{64}$/),
  mime: z.string(),
  name: z.string(),
  url: z.string().nullable(),
  added_at: Whole,
})

/** Only of a file that is there, and that its item points to. */
function takeRecording(library: Library, row: Row): void {
  if (!RecordingRow.safeParse(row).success || !isReadable(row)) return
  const { database } = library
  const held = database.get(
    `SELECT 1 FROM item_blobs WHERE item_id = ? AND role = 'recording' AND hash = ?`,
    row.item_id ?? null,
    row.hash ?? null,
  )
  if (held) putRow(library, 'recordings', ['item_id'], row)
}

/** A recording whose row is lost has its file still: it goes on under a plain name. */
function nameRecordings({ database, clock }: Library): void {
  database.run(
    `INSERT OR IGNORE INTO recordings (item_id, hash, mime, name, added_at)
       SELECT item_id, hash, mime, 'recording', ? FROM item_blobs JOIN blobs USING (hash) WHERE role = 'recording' AND mime IS NOT NULL`,
    clock.now(),
  )
}

// The end of a row. In the trash everything that belonged to it stays for 30 days; then, or when the reader says so, it becomes a tombstone.
import { type ItemId, trashRestMs } from '../../shared/item.ts'
import { releaseBlobs } from './blob-records.ts'
import { noteChange } from './changes.ts'
import { textOf } from './columns.ts'
import { removeCopyRecord } from './copy-records.ts'
import { sweepRemovedHighlights } from './highlights.ts'
import type { Library } from './library.ts'
import { sweepLists } from './lists.ts'
import { sweepRemovedMarks } from './marks.ts'
import { recordDeletion } from './operations.ts'
import { noteForIndex } from './outbox.ts'
import { removeOldFiles } from './sweep.ts'

/** Rows a transaction: other processes get their turn in between. */
const batch = 100

/** Deletes those of the items that are in the trash, with their copies and highlights; answers how many. */
export function deleteForever(library: Library, ids: readonly ItemId[]): number {
  const wanted = [...new Set(ids)]
  let deleted = 0
  for (let at = 0; at < wanted.length; at += batch) {
    const loose = library.database.transaction(() => {
      const trashed = wanted.slice(at, at + batch).filter((id) => isTrashed(library, id))
      deleted += trashed.length
      return trashed.flatMap((id) => deleteOne(library, id))
    })
    removeOldFiles(library, loose)
  }
  return deleted
}

/** Deletes forever what has rested in the trash for 30 days, and highlights and marks that were removed as long ago; answers how many items. */
export function emptyOldTrash(library: Library, now: number = library.clock.now()): number {
  if (library.role !== 'long-lived') return 0
  const before = now - trashRestMs
  sweepRemovedHighlights(library, before)
  sweepRemovedMarks(library, before)
  sweepLists(library, before)
  const rows = library.database.all('SELECT id FROM items WHERE trashed_at IS NOT NULL AND trashed_at <= ?', before)
  return deleteForever(
    library,
    rows.map((row) => textOf(row, 'id') as ItemId),
  )
}

function isTrashed(library: Library, id: ItemId): boolean {
  return library.database.get(`SELECT 1 FROM items WHERE id = ? AND place = 'trash'`, id) !== undefined
}

/** Everything of one row goes, each thing with its tombstone; answers the blobs nobody points to any more. */
function deleteOne(library: Library, id: ItemId): readonly string[] {
  const { database } = library
  const idsOf = (table: 'highlights' | 'copies' | 'marks'): readonly string[] =>
    database.all(`SELECT id FROM ${table} WHERE item_id = ?`, id).map((row) => textOf(row, 'id'))
  const hashes = database
    .all(
      `SELECT hash FROM copy_blobs JOIN copies ON copies.id = copy_blobs.copy_id WHERE copies.item_id = ?1
       UNION SELECT hash FROM item_blobs WHERE item_id = ?1`,
      id,
    )
    .map((row) => textOf(row, 'hash'))
  for (const highlight of idsOf('highlights')) recordDeletion(library, 'highlight', highlight)
  for (const mark of idsOf('marks')) recordDeletion(library, 'mark', mark)
  for (const copy of idsOf('copies')) {
    recordDeletion(library, 'copy', copy)
    removeCopyRecord(library, copy)
  }
  database.run('DELETE FROM highlights WHERE item_id = ?', id)
  database.run('DELETE FROM copies WHERE item_id = ?', id)
  database.run('DELETE FROM items WHERE id = ?', id)
  recordDeletion(library, 'item', id)
  noteChange(library, 'item', id)
  noteForIndex(library, id)
  return releaseBlobs(library, hashes)
}

// Earlier copies make room, oldest first. Never one that is shown, that a highlight points to, or that is the reader's own.
import type { CopyId, ItemId } from '../../shared/item.ts'
import { releaseBlobs } from './blob-records.ts'
import { noteChange } from './changes.ts'
import { numberOf, textOf } from './columns.ts'
import { removeCopyRecord } from './copy-records.ts'
import type { Library } from './library.ts'
import { removeOldFiles } from './sweep.ts'
import { weighItem } from './weights.ts'

/**
 * The reader's own transcripts, and while a transcript is shown the newest copy of the talk's page: neither has been replaced by anything.
 */
const isKept = `(coalesce(json_extract(copies.transcript, '$.origin'), '') IN ('file', 'pasted')
  OR (copies.transcript IS NULL
    AND EXISTS (SELECT 1 FROM copies AS shown WHERE shown.id = items.shown_copy AND shown.transcript IS NOT NULL)
    AND NOT EXISTS (SELECT 1 FROM copies AS newer WHERE newer.item_id = copies.item_id AND newer.transcript IS NULL
      AND newer.ordinal > copies.ordinal)))`

/** Copies a transaction: other processes get their turn in between. */
const batch = 50

/**
 * Drops earlier copies until `bytes` are free of them; 0: all of them. Their blobs leave the disk when they are a day old.
 * It is this machine's room that is made: no operation is written, other machines keep theirs.
 */
export function dropEarlierCopies(library: Library, bytes: number): { readonly copies: number; readonly bytes: number } {
  const { database } = library
  let dropped = { copies: 0, bytes: 0 }
  for (;;) {
    const before = dropped
    const loose = database.transaction(() => {
      const gone: string[] = []
      for (const { id, itemId } of earliest(library)) {
        if (bytes > 0 && dropped.bytes >= bytes) break
        const released = dropOne(library, id, itemId)
        dropped = { copies: dropped.copies + 1, bytes: dropped.bytes + released.bytes }
        gone.push(...released.hashes)
      }
      return gone
    })
    removeOldFiles(library, loose)
    if (dropped.copies === before.copies || (bytes > 0 && dropped.bytes >= bytes)) return dropped
  }
}

function earliest(library: Library): readonly { readonly id: CopyId; readonly itemId: ItemId }[] {
  return library.database
    .all(
      `SELECT copies.id, item_id FROM copies JOIN items ON items.id = copies.item_id
        WHERE items.shown_copy IS NOT copies.id AND NOT ${isKept} AND NOT EXISTS (SELECT 1 FROM highlights WHERE copy_id = copies.id)
        ORDER BY fetched_at, copies.ordinal LIMIT ${batch}`,
    )
    .map((row) => ({ id: textOf(row, 'id') as CopyId, itemId: textOf(row, 'item_id') as ItemId }))
}

function dropOne(library: Library, id: CopyId, itemId: ItemId): { readonly hashes: readonly string[]; readonly bytes: number } {
  const { database } = library
  const blobs = database
    .all('SELECT blobs.hash, blobs.bytes FROM copy_blobs JOIN blobs ON blobs.hash = copy_blobs.hash WHERE copy_id = ?', id)
    .map((row) => [textOf(row, 'hash'), numberOf(row, 'bytes')] as const)
  database.run('DELETE FROM copies WHERE id = ?', id)
  removeCopyRecord(library, id)
  const hashes = releaseBlobs(
    library,
    blobs.map(([hash]) => hash),
  )
  weighItem(library, itemId)
  noteChange(library, 'item', itemId)
  return { hashes, bytes: blobs.reduce((sum, [hash, bytes]) => (hashes.includes(hash) ? sum + bytes : sum), 0) }
}

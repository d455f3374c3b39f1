// Transcripts among the copies: finding them, dropping one. They are stored, shown and read like any copy.
import { Failure } from '../../shared/failure.ts'
import type { CopyId, ItemId, ItemSummary } from '../../shared/item.ts'
import type { TranscriptFacts } from '../../shared/transcript.ts'
import { releaseBlobs } from './blob-records.ts'
import type { CopyShelf, ItemFacts } from './cache.ts'
import { noteChange } from './changes.ts'
import { jsonOf, numberOf, textOf, textOrNull } from './columns.ts'
import { removeCopyRecord } from './copy-records.ts'
import { copyRow, copySql, storedCopyOf } from './copy-row.ts'
import { applyFacts } from './item-facts.ts'
import { itemRecord, itemSummary } from './item-row.ts'
import type { Library } from './library.ts'
import { recordDeletion } from './operations.ts'
import { removeOldFiles } from './sweep.ts'
import { weighItem } from './weights.ts'

type Transcripts = Pick<CopyShelf, 'transcripts' | 'withTranscript' | 'dropTranscript'>

export function openTranscripts(library: Library): Transcripts {
  const { database } = library
  return {
    transcripts: (id) =>
      database
        .all(
          `${copySql} WHERE copies.item_id = ? AND copies.transcript IS NOT NULL ORDER BY shown DESC, fetched_at DESC, copies.ordinal DESC`,
          id,
        )
        .map((row) => ({ copy: storedCopyOf(row), facts: jsonOf<TranscriptFacts>(row, 'transcript') })),
    withTranscript: (ids) =>
      new Set(
        database
          .all(
            `SELECT DISTINCT item_id FROM copies WHERE transcript IS NOT NULL AND item_id IN (SELECT value FROM json_each(?))`,
            JSON.stringify(ids),
          )
          .map((row) => textOf(row, 'item_id') as ItemId),
      ),
    dropTranscript(id) {
      const { item, loose } = database.transaction(() => drop(library, id))
      removeOldFiles(library, loose)
      return item
    },
  }
}

function drop(library: Library, id: CopyId): { readonly item: ItemSummary; readonly loose: readonly string[] } {
  const { database } = library
  const row = copyRow(library, id)
  const itemId = textOf(row, 'item_id') as ItemId
  if (textOrNull(row, 'transcript') === null) throw new Failure('transcript.unknown', { id })
  if (database.get('SELECT 1 FROM highlights WHERE copy_id = ? AND removed_at IS NULL', id)) throw new Failure('transcript.marked', { id })
  for (const highlight of database.all('SELECT id FROM highlights WHERE copy_id = ?', id))
    recordDeletion(library, 'highlight', textOf(highlight, 'id'))
  database.run('DELETE FROM highlights WHERE copy_id = ?', id)
  const blobs = database.all('SELECT hash FROM copy_blobs WHERE copy_id = ?', id).map((blob) => textOf(blob, 'hash'))
  if (numberOf(row, 'shown') === 1) showAnother(library, itemId, id)
  database.run('DELETE FROM copies WHERE id = ?', id)
  recordDeletion(library, 'copy', id)
  removeCopyRecord(library, id)
  const loose = releaseBlobs(library, blobs)
  weighItem(library, itemId)
  noteChange(library, 'item', itemId)
  return { item: itemSummary(library, itemId), loose }
}

/** Which copy of an item is read first: the reader's own transcript, a talk's transcript, a page. To be followed by their age. */
export const readFirst = `coalesce(json_extract(transcript, '$.origin'), '') IN ('file', 'pasted') DESC,
  (transcript IS NOT NULL AND EXISTS (SELECT 1 FROM items WHERE items.id = copies.item_id AND kind = 'talk')) DESC`

/** Without a copy the row has no words. */
function showAnother(library: Library, itemId: ItemId, gone: CopyId): void {
  const next = library.database.get(
    `SELECT id, facts, report FROM copies WHERE item_id = ? AND id <> ? ORDER BY ${readFirst}, ordinal DESC LIMIT 1`,
    itemId,
    gone,
  )
  const { state, minutes } = itemRecord(library, itemId).item
  if (next)
    applyFacts(
      library,
      itemId,
      { ...jsonOf<ItemFacts>(next, 'facts'), state, minutes },
      { shown_copy: textOf(next, 'id'), report: textOrNull(next, 'report') },
    )
  else applyFacts(library, itemId, { words: 0 }, { shown_copy: null, report: null })
}

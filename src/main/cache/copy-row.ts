// A row of the copies table as the StoredCopy the house speaks of.
import { Failure } from '../../shared/failure.ts'
import type { BlobHash, CopyId, ItemId } from '../../shared/item.ts'
import type { TranscriptFacts, TranscriptSummary } from '../../shared/transcript.ts'
import type { Row } from '../platform/sqlite.ts'
import type { StoredCopy } from './cache.ts'
import { jsonOrNull, numberOf, textOf, textOrNull } from './columns.ts'
import type { Library } from './library.ts'

export const copySql = `
  SELECT copies.id, copies.item_id, source, fetched_at, final_url, form, mime, copies.title, copies.lang, dir, copies.words, etag,
         last_modified, normaliser_version, raw_blob, html_blob, text_blob, document_blob, copies.report, facts, copies.bytes,
         coalesce(items.shown_copy = copies.id, 0) AS shown,
         copies.transcript
    FROM copies JOIN items ON items.id = copies.item_id`

/** Throws copy.unknown. */
export function copyRow(library: Library, id: CopyId): Row {
  const row = library.database.get(`${copySql} WHERE copies.id = ?`, id)
  if (!row) throw new Failure('copy.unknown', { id })
  return row
}

export function storedCopyOf(row: Row): StoredCopy {
  return {
    id: textOf(row, 'id') as CopyId,
    itemId: textOf(row, 'item_id') as ItemId,
    source: textOf(row, 'source') as StoredCopy['source'],
    fetchedAt: numberOf(row, 'fetched_at'),
    finalUrl: textOf(row, 'final_url'),
    title: textOf(row, 'title'),
    words: numberOf(row, 'words'),
    form: textOf(row, 'form') as StoredCopy['form'],
    mime: textOf(row, 'mime'),
    documentBlob: textOrNull(row, 'document_blob') as BlobHash | null,
    report: jsonOrNull(row, 'report'),
    bytes: numberOf(row, 'bytes'),
    shown: numberOf(row, 'shown') === 1,
    transcript: summaryOf(jsonOrNull<TranscriptFacts>(row, 'transcript')),
    lang: textOrNull(row, 'lang'),
    dir: textOrNull(row, 'dir') as StoredCopy['dir'],
    etag: textOrNull(row, 'etag'),
    lastModified: textOrNull(row, 'last_modified'),
    normaliserVersion: numberOf(row, 'normaliser_version'),
  }
}

/** Without its times: they are thousands. */
function summaryOf(facts: TranscriptFacts | null): TranscriptSummary | null {
  if (facts === null) return null
  const { times: _times, ...summary } = facts
  return summary
}

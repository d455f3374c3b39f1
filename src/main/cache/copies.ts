// Copies: reading them, choosing the one shown. Storing one is store-copy.ts, dropping earlier ones is earlier-copies.ts.
import { Failure } from '../../shared/failure.ts'
import type { CopyId, ItemId, ItemSummary } from '../../shared/item.ts'
import { decode } from './blob-codec.ts'
import { readBlob } from './blobs.ts'
import type { CopyShelf, ItemFacts, StorageShelf } from './cache.ts'
import { jsonOf, numberOrNull, textOf, textOrNull } from './columns.ts'
import { copyRow, copySql, storedCopyOf } from './copy-row.ts'
import { dropEarlierCopies } from './earlier-copies.ts'
import { applyFacts } from './item-facts.ts'
import { itemRecord, itemSummary } from './item-row.ts'
import type { Library } from './library.ts'
import { storeCopy } from './store-copy.ts'
import { openTranscripts } from './transcripts.ts'

export function openCopies(library: Library, storage: StorageShelf): CopyShelf {
  const { database } = library

  function show(itemId: ItemId, copyId: CopyId): ItemSummary {
    return database.transaction(() => {
      itemRecord(library, itemId)
      const row = copyRow(library, copyId)
      if (textOf(row, 'item_id') !== itemId) throw new Failure('copy.unknown', { id: copyId })
      applyFacts(library, itemId, jsonOf<ItemFacts>(row, 'facts'), { shown_copy: copyId, report: textOrNull(row, 'report') })
      return itemSummary(library, itemId)
    })
  }

  async function readCoded(id: CopyId, column: 'html_blob' | 'text_blob'): Promise<string> {
    const hash = textOrNull(copyRow(library, id), column)
    return hash === null ? '' : Buffer.from(await decode(await readBlob(library, hash))).toString('utf8')
  }

  return {
    store: (copy, options) => storeCopy(library, storage, copy, options),
    get: (id) => storedCopyOf(copyRow(library, id)),
    ofItem: (id) => database.all(`${copySql} WHERE copies.item_id = ? ORDER BY fetched_at DESC, copies.ordinal DESC`, id).map(storedCopyOf),
    show,
    readHtml: (id) => readCoded(id, 'html_blob'),
    readText: (id) => readCoded(id, 'text_blob'),
    async readRaw(id) {
      const row = copyRow(library, id)
      const raw = textOrNull(row, 'raw_blob')
      if (raw !== null) return decode(await readBlob(library, raw))
      // A document is what came: it is kept once.
      const document = textOrNull(row, 'document_blob')
      if (document === null) throw new Failure('cache.missing-blob', { copy: id })
      return readBlob(library, document)
    },
    assetsOf: (id) =>
      database.all('SELECT blob, mime, url, role, width, height FROM assets WHERE copy_id = ? ORDER BY position', id).map((row) => ({
        sha256: textOf(row, 'blob'),
        mime: textOf(row, 'mime'),
        url: textOf(row, 'url'),
        role: textOf(row, 'role'),
        width: numberOrNull(row, 'width'),
        height: numberOrNull(row, 'height'),
      })),
    async isWhole(id) {
      for (const row of database.all('SELECT hash FROM copy_blobs WHERE copy_id = ?', id)) {
        try {
          await readBlob(library, textOf(row, 'hash'))
        } catch (error) {
          if (error instanceof Failure && error.code === 'cache.missing-blob') return false
          throw error
        }
      }
      return true
    },
    ...openTranscripts(library),
    dropEarlier: (bytes) => dropEarlierCopies(library, bytes),
  }
}

// Stores one copy: blobs first, then one transaction with everything that says they are there. A crash in between costs nothing.
import type { CopyId, ItemSummary } from '../../shared/item.ts'
import { encode } from './blob-codec.ts'
import { type BlobRecord, isRecorded, releaseBlobs } from './blob-records.ts'
import { type BlobBytes, hashOf, storeBlobs } from './blobs.ts'
import type { ItemFacts, NewCopy, StorageShelf } from './cache.ts'
import { noteChange } from './changes.ts'
import { writeCopyRecord } from './copy-records.ts'
import { applyFacts } from './item-facts.ts'
import { itemRecord, itemSummary } from './item-row.ts'
import type { Library } from './library.ts'
import { type FieldValue, recordOperations } from './operations.ts'
import { weighItem } from './weights.ts'

/** The blobs of one copy by what they are; assets and the row's own come after. */
type Parts = {
  readonly raw: BlobBytes | null
  readonly html: BlobBytes | null
  readonly text: BlobBytes
  readonly document: BlobBytes | null
}

/**
 * Stores a copy and answers its id and the row. A copy that is not to be shown is kept beside the shown one, unless there is
 * none: something is better than nothing. Throws item.unknown, cache.full, cache.read-only, cache.busy; then nothing is stored.
 */
export async function storeCopy(
  library: Library,
  storage: Pick<StorageShelf, 'makeRoom'>,
  copy: NewCopy,
  options: { readonly show: boolean },
): Promise<{ readonly copyId: CopyId; readonly item: ItemSummary }> {
  itemRecord(library, copy.itemId)
  const parts = await partsOf(copy)
  const assets: readonly BlobBytes[] = copy.assets.map(({ bytes, mime }) => ({ bytes, mime }))
  const own: readonly BlobBytes[] = (copy.facts.blobs ?? []).map(({ bytes, mime }) => ({ bytes, mime: mime ?? null }))
  const all = [...Object.values(parts).filter((part) => part !== null), ...assets, ...own]
  await storage.makeRoom(newBytes(library, all))
  const id = library.ids.random() as CopyId
  const stored = await storeBlobs(library, all, (records) => {
    // Asked again whatever is to be shown: it may have been deleted for good while the blobs were written.
    const { shownCopy } = itemRecord(library, copy.itemId).item
    const shown = options.show || shownCopy === null
    insertCopy(library, id, copy, parts, weightOf(records, new Set(own.map((blob) => hashOf(blob.bytes)))))
    if (shown) applyFacts(library, copy.itemId, shownFacts(copy), { shown_copy: id, report: jsonOrNull(copy.report) })
    else {
      // The row's own blobs are the shown copy's affair.
      releaseBlobs(
        library,
        own.map((blob) => hashOf(blob.bytes)),
      )
      weighItem(library, copy.itemId)
      noteChange(library, 'item', copy.itemId)
    }
    return { copyId: id, item: itemSummary(library, copy.itemId) }
  })
  await writeCopyRecord(library, id)
  return stored
}

async function partsOf(copy: NewCopy): Promise<Parts> {
  const coded = async (bytes: Uint8Array): Promise<BlobBytes> => ({ bytes: await encode(bytes), mime: null })
  return {
    raw: copy.raw.length === 0 ? null : await coded(copy.raw),
    html: copy.html === null ? null : await coded(Buffer.from(copy.html)),
    text: await coded(Buffer.from(copy.text)),
    document: copy.document && { bytes: copy.document, mime: copy.mime },
  }
}

/** Bytes the disk will have more of: what the library points to already is there once and stays once. */
function newBytes(library: Library, blobs: readonly BlobBytes[]): number {
  const fresh = new Map(blobs.map((blob) => [hashOf(blob.bytes), blob.bytes.length]))
  return [...fresh].reduce((sum, [hash, bytes]) => (isRecorded(library, hash) ? sum : sum + bytes), 0)
}

function weightOf(records: readonly BlobRecord[], without: ReadonlySet<string>): number {
  return records.reduce((sum, record) => (without.has(record.hash) ? sum : sum + record.bytes), 0)
}

function insertCopy(library: Library, id: CopyId, copy: NewCopy, parts: Parts, bytes: number): void {
  const { database, clock } = library
  const hashes = {
    raw_blob: parts.raw && hashOf(parts.raw.bytes),
    html_blob: parts.html && hashOf(parts.html.bytes),
    text_blob: hashOf(parts.text.bytes),
    document_blob: parts.document && hashOf(parts.document.bytes),
  }
  const columns = {
    item_id: copy.itemId,
    source: copy.source,
    fetched_at: copy.fetchedAt,
    final_url: copy.finalUrl,
    form: copy.form,
    mime: copy.mime,
    title: copy.title,
    lang: copy.lang,
    dir: copy.dir,
    words: copy.words,
    etag: copy.etag,
    last_modified: copy.lastModified,
    extractor_version: copy.extractorVersion,
    normaliser_version: copy.normaliserVersion,
    ...hashes,
    report: jsonOrNull(copy.report),
    transcript: jsonOrNull(copy.transcript ?? null),
    facts: JSON.stringify({ ...shownFacts(copy), blobs: undefined }),
  }
  const names = Object.keys(columns).join(', ')
  database.run(
    `INSERT INTO copies (id, stored_at, bytes, ${names}) VALUES (?, ?, ?${', ?'.repeat(Object.keys(columns).length)})`,
    id,
    clock.now(),
    bytes,
    ...Object.values(columns),
  )
  const assets = copy.assets.map(({ bytes: assetBytes, sha256: _given, ...asset }) => ({ ...asset, blob: hashOf(assetBytes) }))
  assets.forEach(({ blob, mime, url, role, width, height }, position) => {
    database.run('INSERT INTO assets VALUES (?, ?, ?, ?, ?, ?, ?, ?)', id, position, blob, mime, url, role, width, height)
  })
  const pointedTo = new Set([...Object.values(hashes).filter((hash) => hash !== null), ...assets.map((asset) => asset.blob)])
  for (const hash of pointedTo) database.run('INSERT INTO copy_blobs VALUES (?, ?)', id, hash)
  // Immutable, so it travels as one field and not as twenty.
  const record = {
    ...columns,
    assets: assets.map(({ blob, mime, url, role, width, height }) => ({ blob, mime, url, role, width, height })),
  }
  recordOperations(library, 'copy', id, { record: record satisfies FieldValue })
}

/** A copy that is shown says how much of the page is here, and that nothing has failed. */
function shownFacts(copy: NewCopy): ItemFacts {
  const state = copy.facts.state ?? (copy.report && copy.report.missing.length > 0 ? 'partial' : 'complete')
  return { failure: null, ...copy.facts, state }
}

function jsonOrNull(value: object | null): string | null {
  return value && JSON.stringify(value)
}

// The table of blobs that something points to. A row is there exactly as long as a copy or an item points to it;
// the file outlives it by a day at least (sweep.ts).
import type { Library } from './library.ts'

export type BlobRecord = { readonly hash: string; readonly bytes: number; readonly mime: string | null }

/** Records blobs about to be pointed to; inside the transaction that points to them. */
export function recordBlobs(library: Library, blobs: readonly BlobRecord[]): void {
  for (const { hash, bytes, mime } of blobs) {
    library.database.run(
      'INSERT INTO blobs VALUES (?, ?, ?) ON CONFLICT DO UPDATE SET mime = coalesce(mime, excluded.mime)',
      hash,
      bytes,
      mime,
    )
  }
}

export function isRecorded(library: Library, hash: string): boolean {
  return library.database.get('SELECT 1 FROM blobs WHERE hash = ?', hash) !== undefined
}

/** Takes out those of the given blobs that nothing points to any more; answers them. */
export function releaseBlobs(library: Library, hashes: readonly string[]): readonly string[] {
  return hashes.filter(
    (hash) =>
      library.database.run(
        `DELETE FROM blobs WHERE hash = ?1 AND NOT EXISTS (SELECT 1 FROM copy_blobs WHERE hash = ?1)
           AND NOT EXISTS (SELECT 1 FROM item_blobs WHERE hash = ?1)`,
        hash,
      ) > 0,
  )
}

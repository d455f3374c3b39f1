// Recordings of talks: one file an item, streamed to the disk, held by item_blobs so that sweep, weights and the trash know it.
import { lstatSync, utimesSync } from 'node:fs'
import { rename } from 'node:fs/promises'
import { dirname } from 'node:path'
import { Failure } from '../../shared/failure.ts'
import type { BlobHash, ItemId } from '../../shared/item.ts'
import { type Recording, RecordingMime } from '../../shared/recording.ts'
import { failureOfFiles, flushFolder, makeFolder } from '../platform/files.ts'
import type { StreamedFile } from '../platform/streamed-file.ts'
import { beginFile, forgetNote, leftFile } from './begun-recording.ts'
import { recordBlobs, releaseBlobs } from './blob-records.ts'
import { blobFileBytes, blobPath } from './blobs.ts'
import { noteChange } from './changes.ts'
import { numberOf, textOf, textOrNull } from './columns.ts'
import type { Library } from './library.ts'
import type { RecordingFacts, RecordingShelf } from './recording-shelf.ts'
import { requireFolder } from './require-folder.ts'
import { weighItem } from './weights.ts'

export function openRecordings(library: Library): RecordingShelf {
  const { database } = library
  return {
    of: (id) => recordingOf(library, id),
    async begin(unique, origin = null) {
      requireFolder(library)
      return beginFile(library.folder, unique, origin)
    },
    left: (unique) => leftFile(library.folder, unique),
    keep: (id, file, facts) => keep(library, id, file, facts),
    remove: (id) =>
      database.transaction(() => {
        const removed = recordingOf(library, id)
        if (removed) letGo(library, id)
        return removed
      }),
    restore: (id, hash, facts) =>
      database.transaction(() => {
        if (blobFileBytes(library, hash) === null) throw new Failure('recording.unknown', { id })
        return pointTo(library, id, hash, facts)
      }),
    stopAt: (id, seconds) =>
      database.passingTransaction(() => database.run('UPDATE recordings SET stopped_at = ? WHERE item_id = ?', seconds, id)) > 0,
  }
}

async function keep(library: Library, id: ItemId, file: StreamedFile, facts: RecordingFacts): Promise<Recording> {
  const hash = await file.close()
  requireFolder(library)
  // Somebody who had lost the job, and did not know it yet, wrote behind what was here.
  if (lstatSync(file.path).size !== file.bytes()) throw new Failure('cache.busy')
  const path = blobPath(library, hash)
  await makeFolder(dirname(path))
  try {
    // Over the same bytes, if they are there: this file is whole and young.
    await rename(file.path, path)
  } catch (error) {
    throw failureOfFiles(error, path)
  }
  await forgetNote(file)
  await flushFolder(dirname(path))
  return library.database.transaction(() => {
    // A sweep by a clock that jumped ahead.
    if (!lstatSync(path, { throwIfNoEntry: false })?.isFile()) throw new Failure('cache.busy')
    return pointTo(library, id, hash, facts)
  })
}

/** Inside the caller's transaction; the file is there. */
function pointTo(library: Library, id: ItemId, hash: string, { mime, name, url, stoppedAt = 0 }: RecordingFacts): Recording {
  const { database, clock } = library
  if (!database.get('SELECT 1 FROM items WHERE id = ?', id)) throw new Failure('item.unknown', { id })
  letGo(library, id)
  recordBlobs(library, [{ hash, bytes: blobFileBytes(library, hash) ?? 0, mime }])
  database.run('INSERT INTO item_blobs VALUES (?, ?, ?)', id, 'recording', hash)
  database.run(
    'INSERT INTO recordings (item_id, hash, mime, name, url, added_at, stopped_at) VALUES (?, ?, ?, ?, ?, ?, ?)',
    ...[id, hash, mime, name, url, clock.now(), stoppedAt],
  )
  weighItem(library, id)
  noteChange(library, 'item', id)
  const kept = recordingOf(library, id)
  if (!kept) throw new Failure('recording.unknown', { id })
  return kept
}

/** The item has no recording any more; the file is young again, so that no sweep takes it before a day is over. */
function letGo(library: Library, id: ItemId): void {
  const { database, clock } = library
  const before = database.get('SELECT hash FROM recordings WHERE item_id = ?', id)
  if (!before) return
  const hash = textOf(before, 'hash')
  database.run('DELETE FROM recordings WHERE item_id = ?', id)
  database.run(`DELETE FROM item_blobs WHERE item_id = ? AND role = 'recording'`, id)
  if (releaseBlobs(library, [hash]).length > 0 && blobFileBytes(library, hash) !== null) {
    const now = new Date(clock.now())
    utimesSync(blobPath(library, hash), now, now)
  }
  weighItem(library, id)
  noteChange(library, 'item', id)
}

function recordingOf({ database }: Library, id: ItemId): Recording | null {
  const row = database.get('SELECT recordings.*, bytes FROM recordings JOIN blobs USING (hash) WHERE item_id = ?', id)
  if (!row) return null
  const mime = RecordingMime.safeParse(row.mime)
  if (!mime.success) return null
  return {
    itemId: id,
    hash: textOf(row, 'hash') as BlobHash,
    mime: mime.data,
    name: textOf(row, 'name'),
    url: textOrNull(row, 'url'),
    bytes: numberOf(row, 'bytes'),
    addedAt: numberOf(row, 'added_at'),
    stoppedAt: numberOf(row, 'stopped_at'),
  }
}

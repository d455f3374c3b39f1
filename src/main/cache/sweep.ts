// Removes files nobody points to: blobs without a record and older than a day, and what a crash left half written.
import { lstatSync, unlinkSync } from 'node:fs'
import { readdir, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { isCode, temporaryEnding } from '../platform/files.ts'
import { isRecorded } from './blob-records.ts'
import { keepCopyRecords, lostCopies, removeDeletedRecords } from './copy-records.ts'
import { forgetOvertaken } from './forget-overtaken.ts'
import type { Library } from './library.ts'
import { requireFolder } from './require-folder.ts'

const dayMs = 86_400_000
/** A backup that was cut off leaves the journal of its copy too. */
const temporaryEndings = [temporaryEnding, `${temporaryEnding}-journal`]
/** Files a transaction: while it lasts no other process can write. */
const batch = 50

/**
 * Sweeps the whole folder. A blob younger than a day may belong to a save that has not committed yet, of this process or
 * another. Answers what was removed; nothing in a short-lived process.
 */
export async function sweep(library: Library): Promise<{ readonly blobs: number; readonly bytes: number }> {
  if (library.role !== 'long-lived') return { blobs: 0, bytes: 0 }
  requireFolder(library)
  const blobsFolder = join(library.folder, 'blobs')
  await removeTemporary(library, library.folder)
  await removeTemporary(library, join(library.folder, 'backups'))
  for (const name of await namesIn(join(library.folder, 'copies'))) await removeTemporary(library, join(library.folder, 'copies', name))
  await keepCopyRecords(library)
  await removeDeletedRecords(library)
  // A library put back to an earlier state does not know its newest copies: their files wait until it is repaired.
  const awaited = new Set((await lostCopies(library)).flatMap((record) => record.blobs.map(({ hash }) => hash)))
  let removed = { blobs: 0, bytes: 0 }
  for (const name of await namesIn(blobsFolder)) {
    if (!/^[0-9a-f]{2}$/.test(name)) continue
    await removeTemporary(library, join(blobsFolder, name))
    const loose = (await namesIn(join(blobsFolder, name))).filter(
      (hash) => /^[0-9a-f]{64}$/.test(hash) && !awaited.has(hash) && !isRecorded(library, hash),
    )
    const gone = removeOldFiles(library, loose)
    removed = { blobs: removed.blobs + gone.blobs, bytes: removed.bytes + gone.bytes }
  }
  forgetTold(library)
  await forgetOvertaken(library)
  return removed
}

/** Removes those of the blobs' files that still nobody points to and that are older than a day. */
export function removeOldFiles(library: Library, hashes: readonly string[]): { readonly blobs: number; readonly bytes: number } {
  let blobs = 0
  let bytes = 0
  for (let at = 0; at < hashes.length; at += batch) {
    // Under the write lock: whoever points to a blob checks inside its own transaction that the file is there.
    library.database.transaction(() => {
      for (const hash of hashes.slice(at, at + batch)) {
        const path = join(library.folder, 'blobs', hash.slice(0, 2), hash)
        const file = lstatSync(path, { throwIfNoEntry: false })
        // A folder of that name is none of ours.
        if (!file || file.isDirectory() || isRecorded(library, hash) || !isOld(library, file.mtimeMs)) continue
        unlinkSync(path)
        blobs += 1
        bytes += file.size
      }
    })
  }
  return { blobs, bytes }
}

async function removeTemporary(library: Library, folder: string): Promise<void> {
  for (const name of await namesIn(folder)) {
    if (!temporaryEndings.some((ending) => name.endsWith(ending))) continue
    const path = join(folder, name)
    const file = await stat(path).catch(() => null)
    if (file && isOld(library, file.mtimeMs)) await rm(path, { force: true })
  }
}

function isOld(library: Library, writtenMs: number): boolean {
  return library.clock.now() - writtenMs > dayMs
}

async function namesIn(folder: string): Promise<readonly string[]> {
  try {
    return await readdir(folder)
  } catch (error) {
    if (isCode(error, 'ENOENT', 'ENOTDIR')) return []
    throw error
  }
}

/** Jobs that ended, and items that were deleted, more than a day ago have told everybody; tags nobody uses any more need not be counted. */
function forgetTold({ database, clock }: Library): void {
  const before = clock.now() - dayMs
  database.transaction(() => {
    database.run('DELETE FROM jobs WHERE ended_at IS NOT NULL AND ended_at < ?', before)
    database.run(`DELETE FROM changes WHERE entity = 'job' AND id NOT IN (SELECT id FROM jobs)`)
    database.run(
      `DELETE FROM changes WHERE entity IN ('item', 'highlight') AND id NOT IN (SELECT id FROM items)
         AND id IN (SELECT id FROM tombstones WHERE entity = 'item' AND deleted_at < ?)`,
      before,
    )
    database.run('DELETE FROM tag_counts WHERE items = 0 AND tag NOT IN (SELECT tag FROM item_tags)')
  })
}

// Files named by the SHA-256 of their bytes, under blobs/ab/. Several processes write and sweep at once; the order of things is in NOTES.md.
import { createHash } from 'node:crypto'
import { lstatSync, renameSync } from 'node:fs'
import { lstat, readFile, stat, utimes } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { Failure } from '../../shared/failure.ts'
import { failureOfFiles, flushFolder, isCode, makeFolder, makeFolderSync, writeAtomically, writeAtomicallySync } from '../platform/files.ts'
import { type BlobRecord, recordBlobs } from './blob-records.ts'
import type { BlobShelf, NewBlob } from './cache.ts'
import { textOrNull } from './columns.ts'
import type { Library } from './library.ts'
import { requireFolder } from './require-folder.ts'
import { sweep } from './sweep.ts'

export type BlobBytes = { readonly bytes: Uint8Array; readonly mime: string | null }

/** Files written at once: more only makes them wait for the same disk. */
const atOnce = 4
/** How often a store starts again because another process's sweep took a blob between its writing and its commit. */
const mostTries = 5

export function openBlobs(library: Library): BlobShelf {
  return {
    pathOf: (sha256) => blobPath(library, sha256),
    read: (sha256) => readBlob(library, sha256),
    has: async (sha256) => (await stat(blobPath(library, sha256)).catch(() => null)) !== null,
    mimeOf(sha256) {
      const row = library.database.get('SELECT mime FROM blobs WHERE hash = ?', sha256)
      return row ? textOrNull(row, 'mime') : null
    },
    sweep: () => sweep(library),
  }
}

export function hashOf(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex')
}

export function blobPath(library: Library, hash: string): string {
  return join(library.folder, 'blobs', hash.slice(0, 2), hash)
}

/** The size of a blob's file; null when there is no plain file of that name. */
export function blobFileBytes(library: Library, hash: string): number | null {
  const file = lstatSync(blobPath(library, hash), { throwIfNoEntry: false })
  return file?.isFile() ? file.size : null
}

/** Throws cache.missing-blob when the file is gone or its bytes do not match its name. */
export async function readBlob(library: Library, hash: string): Promise<Uint8Array> {
  // A name out of a damaged page is no name; it must not lead anywhere.
  if (!/^[0-9a-f]{64}$/.test(hash)) throw new Failure('cache.missing-blob', { hash: null, damaged: true })
  const path = blobPath(library, hash)
  try {
    if (await isPlainFile(path)) {
      const bytes = await readFile(path)
      if (hashOf(bytes) === hash) return bytes
    }
  } catch (error) {
    if (isCode(error, 'ENOENT', 'ENOTDIR')) throw new Failure('cache.missing-blob', { hash }, { cause: error })
    throw failureOfFiles(error, path)
  }
  throw new Failure('cache.missing-blob', { hash, damaged: true })
}

/**
 * Makes sure every blob's file is there, whole and young, then runs `commit` in a transaction with their records written.
 * A crash before the commit leaves files nobody points to, and nothing else.
 */
export async function storeBlobs<T>(
  library: Library,
  blobs: readonly BlobBytes[],
  commit: (records: readonly BlobRecord[]) => T,
): Promise<T> {
  const wanted = new Map(blobs.map((blob) => [hashOf(blob.bytes), blob]))
  for (let tries = 0; tries < mostTries; tries++) {
    requireFolder(library)
    await putFiles(library, wanted)
    const done = commitWith(library, recordsOf(wanted), commit)
    if (done) return done.value
  }
  throw new Failure('cache.busy')
}

/** The same for the few small blobs that a synchronous step brings along. */
export function storeSmallBlobs<T>(library: Library, blobs: readonly NewBlob[], commit: (records: readonly BlobRecord[]) => T): T {
  const wanted = new Map(blobs.map((blob) => [hashOf(blob.bytes), { bytes: blob.bytes, mime: blob.mime ?? null }]))
  for (let tries = 0; tries < mostTries; tries++) {
    requireFolder(library)
    for (const [hash, { bytes }] of wanted) {
      // Written anew even if it is there: a fresh file is whole, and young enough for every sweep.
      makeFolderSync(dirname(blobPath(library, hash)))
      clearWay(library, blobPath(library, hash))
      writeAtomicallySync(blobPath(library, hash), bytes, { unique: library.ids.random() })
    }
    const done = commitWith(library, recordsOf(wanted), commit)
    if (done) return done.value
  }
  throw new Failure('cache.busy')
}

/** True for a plain file; a folder, a link or a pipe in its place is none, and reading a pipe would never end. */
async function isPlainFile(path: string): Promise<boolean> {
  return (await lstat(path)).isFile()
}

/**
 * Sweeps delete inside a write transaction, so what is there now, inside ours, is there when we commit: either the sweep came
 * before (null: the caller writes again) or it comes after and sees our records.
 */
function commitWith<T>(
  library: Library,
  records: readonly BlobRecord[],
  commit: (records: readonly BlobRecord[]) => T,
): { readonly value: T } | null {
  return library.database.transaction(() => {
    const there = records.every(({ hash }) => lstatSync(blobPath(library, hash), { throwIfNoEntry: false })?.isFile())
    if (!there) return null
    recordBlobs(library, records)
    return { value: commit(records) }
  })
}

function recordsOf(wanted: ReadonlyMap<string, BlobBytes>): readonly BlobRecord[] {
  return [...wanted].map(([hash, { bytes, mime }]) => ({ hash, bytes: bytes.length, mime }))
}

async function putFiles(library: Library, wanted: ReadonlyMap<string, BlobBytes>): Promise<void> {
  const waiting = [...wanted]
  const touched = new Set<string>()
  const work = async (): Promise<void> => {
    for (let next = waiting.pop(); next; next = waiting.pop()) {
      const [hash, { bytes }] = next
      const path = blobPath(library, hash)
      if (await isWholeAndTouched(library, hash)) continue
      await makeFolder(dirname(path))
      clearWay(library, path)
      try {
        await writeAtomically(path, bytes, { unique: library.ids.random(), flushFolder: false })
      } catch (error) {
        // A sweep by a clock that jumped ahead took what was half written; the commit misses the file, and it is written again.
        if (!isCode(error, 'ENOENT')) throw error
      }
      touched.add(dirname(path))
    }
  }
  const ended = await Promise.allSettled(Array.from({ length: atOnce }, work))
  for (const end of ended) if (end.status === 'rejected') throw end.reason
  for (const folder of touched) await flushFolder(folder)
}

/** A folder stands where a blob belongs: it is put aside with everything in it, since nothing can be renamed over it. */
function clearWay(library: Library, path: string): void {
  if (lstatSync(path, { throwIfNoEntry: false })?.isDirectory()) renameSync(path, `${path}.${library.ids.random()}.aside`)
}

/** The same bytes are written once. One that is there gets a new date, so that no sweep takes it before we commit; a damaged one is written again. */
async function isWholeAndTouched(library: Library, hash: string): Promise<boolean> {
  const path = blobPath(library, hash)
  const now = new Date(library.clock.now())
  try {
    if (!(await isPlainFile(path))) return false
    await utimes(path, now, now)
    return hashOf(await readFile(path)) === hash
  } catch (error) {
    if (isCode(error, 'ENOENT', 'ENOTDIR')) return false
    throw failureOfFiles(error, path)
  }
}

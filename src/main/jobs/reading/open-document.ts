// A document leaves the library as a read-only file with a name a viewer understands; the library's own bytes stay untouched.
import { mkdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Failure } from '../../../shared/failure.ts'
import type { CopyId } from '../../../shared/item.ts'
import type { Cache } from '../../cache/cache.ts'

// Only endings a viewer opens; never one a system would run.
const endings: Readonly<Record<string, string>> = {
  'application/pdf': 'pdf',
  'text/plain': 'txt',
  'text/markdown': 'md',
  'text/csv': 'csv',
  'image/png': 'png',
  'image/jpeg': 'jpg',
  'image/gif': 'gif',
  'image/webp': 'webp',
  'image/avif': 'avif',
}

/** Writes the document beside other temporary files and hands it to the system's viewer. Throws copy.unknown, cache.missing-blob. */
export async function openDocument(
  id: CopyId,
  cache: Cache,
  openPath: ((path: string) => Promise<boolean>) | undefined,
): Promise<{ opened: boolean; path: string }> {
  const copy = cache.copies.get(id)
  if (!copy.documentBlob) throw new Failure('copy.unknown')
  const bytes = await cache.blobs.read(copy.documentBlob)
  const folder = join(tmpdir(), `carrel-documents-${copy.documentBlob.slice(0, 16)}`)
  const mime = copy.mime.split(';')[0]?.trim() ?? ''
  const path = join(folder, `${safeName(copy.title)}.${endings[mime] ?? (mime.startsWith('text/') ? 'txt' : 'bin')}`)
  await mkdir(folder, { recursive: true, mode: 0o700 })
  await rm(path, { force: true })
  await writeFile(path, bytes, { mode: 0o400 })
  return { opened: openPath ? await openPath(path) : false, path }
}

function safeName(title: string): string {
  const bare = title
    .replace(/\.[a-z0-9]{1,5}$/i, '')
    .replace(/[^\p{L}\p{N} _-]+/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim()
  return bare.slice(0, 80) || 'document'
}

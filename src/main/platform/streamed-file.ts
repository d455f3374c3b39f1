// A file that is too large to be held: written part after part and hashed on the way, or read once to be hashed. Where it goes then is the shelf's.
import { createHash } from 'node:crypto'
import { open, rm } from 'node:fs/promises'
import { failureOfFiles } from './files.ts'

export type StreamedFile = {
  readonly path: string
  bytes(): number
  /** The first bytes, which tell what the file is; at most `headBytes` of them. */
  head(): Uint8Array
  /** Throws cache.full, cache.read-only. One write at a time. */
  write(part: Uint8Array): Promise<void>
  /** All is written and on the disk; answers the SHA-256 of it in hex. */
  close(): Promise<string>
  /** Nobody wants it any more: it is closed and gone. Also after `close`; harmless when it was renamed. */
  drop(): Promise<void>
}

export const headBytes = 65_536

/** Begins a file, in the place of one of the same name. Throws cache.full, cache.read-only. */
export async function openStreamedFile(path: string): Promise<StreamedFile> {
  const handle = await open(path, 'w', 0o600).catch((error: unknown) => {
    throw failureOfFiles(error, path)
  })
  const hash = createHash('sha256')
  let bytes = 0
  let head = Buffer.alloc(0)
  let closed = false
  return {
    path,
    bytes: () => bytes,
    head: () => head,
    async write(part) {
      try {
        // A write may take less than it was given.
        for (let at = 0; at < part.length; ) at += (await handle.write(part, at)).bytesWritten
      } catch (error) {
        throw failureOfFiles(error, path)
      }
      hash.update(part)
      if (head.length < headBytes) head = Buffer.concat([head, part.subarray(0, headBytes - head.length)])
      bytes += part.length
    },
    async close() {
      try {
        await handle.sync()
      } catch (error) {
        throw failureOfFiles(error, path)
      } finally {
        closed = true
        await handle.close()
      }
      return hash.digest('hex')
    },
    async drop() {
      if (!closed) await handle.close()
      closed = true
      await rm(path, { force: true })
    },
  }
}

/** The SHA-256 of a file in hex, read in parts. Throws the file system's errors. */
export async function hashOfFile(path: string): Promise<string> {
  const handle = await open(path, 'r')
  try {
    const hash = createHash('sha256')
    for await (const part of handle.createReadStream({ autoClose: false, highWaterMark: 1_048_576 })) hash.update(part as Buffer)
    return hash.digest('hex')
  } finally {
    await handle.close()
  }
}

// A file that is too large to be held: written part after part and hashed on the way, or read once to be hashed. Where it goes then is the shelf's.
import { createHash } from 'node:crypto'
import { type FileHandle, open, rm } from 'node:fs/promises'
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
  /** No more is written for now; the file stays where it is, for `goOn`. Harmless when it is closed. */
  leave(): Promise<void>
  /** Nobody wants it any more: it is closed and gone. Also after `close`; harmless when it was renamed. */
  drop(): Promise<void>
}

export const headBytes = 65_536

/** Begins a file, in the place of one of the same name; with `goOn` behind what is in it. Throws cache.full, cache.read-only. */
export async function openStreamedFile(path: string, { goOn = false } = {}): Promise<StreamedFile> {
  const handle = await open(path, goOn ? 'a+' : 'w', 0o600).catch((error: unknown) => {
    throw failureOfFiles(error, path)
  })
  const hash = createHash('sha256')
  let bytes = 0
  let head = Buffer.alloc(0)
  let closed = false
  const count = (part: Uint8Array) => {
    hash.update(part)
    if (head.length < headBytes) head = Buffer.concat([head, part.subarray(0, headBytes - head.length)])
    bytes += part.length
  }
  // What is in it has to be read once more: how far a hash has come cannot be written down.
  if (goOn) for await (const part of partsOf(handle)) count(part)
  const leave = async () => {
    if (!closed) await handle.close()
    closed = true
  }
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
      count(part)
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
    leave,
    async drop() {
      await leave()
      await rm(path, { force: true })
    },
  }
}

/** The SHA-256 of a file in hex, read in parts. Throws the file system's errors. */
export async function hashOfFile(path: string): Promise<string> {
  const handle = await open(path, 'r')
  try {
    const hash = createHash('sha256')
    for await (const part of partsOf(handle)) hash.update(part)
    return hash.digest('hex')
  } finally {
    await handle.close()
  }
}

function partsOf(handle: FileHandle): AsyncIterable<Buffer> {
  return handle.createReadStream({ start: 0, autoClose: false, highWaterMark: 1_048_576 })
}

// A removed recording back in its place, while its file still rests. Its type is told by its bytes once more: a name is nobody's word.
import { open } from 'node:fs/promises'
import { Failure } from '../../../shared/failure.ts'
import type { ItemId } from '../../../shared/item.ts'
import type { Recording } from '../../../shared/recording.ts'
import type { Cache } from '../../cache/cache.ts'
import { isCode } from '../../platform/files.ts'
import { headBytes } from '../../platform/streamed-file.ts'
import { recordingType } from '../../talks/recordings/recording-type.ts'

type Facts = { readonly name: string; readonly url: string | null; readonly stoppedAt: number }

/** Throws item.unknown, recording.unknown when the file is gone or is no recording. */
export async function restoreRecording(id: ItemId, hash: string, facts: Facts, cache: Cache): Promise<Recording> {
  const mime = recordingType(await headOf(cache.blobs.pathOf(hash)))
  if (mime === null) throw new Failure('recording.unknown', { id })
  return cache.recordings.restore(id, hash, { ...facts, mime })
}

async function headOf(path: string): Promise<Uint8Array> {
  try {
    const handle = await open(path, 'r')
    try {
      const { buffer, bytesRead } = await handle.read(Buffer.alloc(headBytes), 0, headBytes, 0)
      return buffer.subarray(0, bytesRead)
    } finally {
      await handle.close()
    }
  } catch (error) {
    if (isCode(error, 'ENOENT', 'ENOTDIR', 'EISDIR')) return new Uint8Array()
    throw error
  }
}

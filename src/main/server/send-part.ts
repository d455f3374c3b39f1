// Sends a part of a file as it is read from the disk, and no faster than it is taken.
import { createReadStream } from 'node:fs'
import type { ServerResponse } from 'node:http'
import { pipeline } from 'node:stream/promises'
import type { DocumentResponse } from '../documents/respond.ts'

/** Ends when all of it is sent, or when the asker has gone, which a player does whenever it is moved. The head is written already. */
export async function sendPart(response: ServerResponse, { path, start, end }: NonNullable<DocumentResponse['part']>): Promise<void> {
  try {
    await pipeline(createReadStream(path, { start, end }), response)
  } catch {
    // Less came than was promised: the asker must not take it for whole.
    response.destroy()
  }
}

// The file of a recording while it comes, and beside it the note of where the rest of it can be asked for. The sweep takes both after a day.
import { readFile, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import { isCode, temporaryEnding, writeAtomically } from '../platform/files.ts'
import { openStreamedFile, type StreamedFile } from '../platform/streamed-file.ts'

/** Where a recording comes from: its address, what it was sent with, and how long all of it is. */
export const RecordingOrigin = z.object({ url: z.string(), validator: z.string(), bytes: z.number().int().positive() })
export type RecordingOrigin = z.infer<typeof RecordingOrigin>

/** Begins the file of that name anew; with an `origin` it can be gone on with. Throws cache.full, cache.read-only. */
export async function beginFile(folder: string, unique: string, origin: RecordingOrigin | null): Promise<StreamedFile> {
  const path = pathOf(folder, unique)
  const file = await openStreamedFile(path)
  // The note comes second: it never tells of a file that is another's.
  if (origin === null) await rm(noteOf(path), { force: true })
  else await writeAtomically(noteOf(path), Buffer.from(JSON.stringify(origin)), { unique })
  return withNote(file)
}

/** The file of that name as it was left, and where it came from; null: none was, or nobody knows of what it is the beginning. */
export async function leftFile(
  folder: string,
  unique: string,
): Promise<{ readonly file: StreamedFile; readonly origin: RecordingOrigin } | null> {
  const path = pathOf(folder, unique)
  const origin = await readNote(noteOf(path))
  if (origin === null || (await stat(path).catch(() => null)) === null) return null
  return { file: withNote(await openStreamedFile(path, { goOn: true })), origin }
}

/** The file is whole and goes to its shelf. */
export async function forgetNote(file: StreamedFile): Promise<void> {
  await rm(noteOf(file.path), { force: true })
}

function withNote(file: StreamedFile): StreamedFile {
  return {
    ...file,
    async drop() {
      await forgetNote(file)
      await file.drop()
    },
  }
}

async function readNote(path: string): Promise<RecordingOrigin | null> {
  try {
    return RecordingOrigin.parse(JSON.parse(await readFile(path, 'utf8')))
  } catch (error) {
    // None, or half of one: then it is begun anew.
    if (isCode(error, 'ENOENT') || error instanceof SyntaxError || error instanceof z.ZodError) return null
    throw error
  }
}

/** Directly in the folder, where the sweep looks for what a crash left. */
const pathOf = (folder: string, unique: string) => join(folder, `.recording.${unique}${temporaryEnding}`)
const noteOf = (path: string) => `${path.slice(0, -temporaryEnding.length)}.origin${temporaryEnding}`

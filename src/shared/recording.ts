// A recording of a talk that lies in the library as a file: what it is, and what an open platform offers. Its words are transcript.ts.
import { z } from 'zod'
import { BlobHash, ItemId } from './item.ts'

/** What a browser plays without anything added. Told by the bytes, never by a name or a server. */
export const RecordingMime = z.enum(['video/mp4', 'audio/mp4', 'video/webm', 'audio/webm', 'audio/mpeg', 'audio/ogg', 'video/ogg'])
export type RecordingMime = z.infer<typeof RecordingMime>

export const Recording = z.object({
  itemId: ItemId,
  hash: BlobHash,
  mime: RecordingMime,
  /** The file's own name. */
  name: z.string(),
  /** Where it was fetched from; null: a file of the reader's. */
  url: z.string().nullable(),
  bytes: z.number().int().nonnegative(),
  addedAt: z.number().int(),
  /** Where the reader stopped it, in seconds. */
  stoppedAt: z.number().nonnegative(),
})
export type Recording = z.infer<typeof Recording>

/** A file somebody offers openly. */
export const RecordingOffer = z.object({
  url: z.string(),
  mime: z.string(),
  /** Null when nobody says; it is told again, and held to the limits, when it is fetched. */
  bytes: z.number().int().nonnegative().nullable(),
  /** "1080p, English", "audio". */
  label: z.string(),
  host: z.string(),
})
export type RecordingOffer = z.infer<typeof RecordingOffer>

/** No recording is larger: six hours in good quality. */
export const mostRecordingBytes = 8_000_000_000
/** What is sent at once of a file the reader gives: some milliseconds of work, and less than any door's limit. */
export const recordingPartBytes = 4_000_000

/** The endings the files of these types have. */
export const recordingFiles = '.mp4,.m4v,.webm,.mp3,.m4a,.ogg,.oga,.ogv,.opus'

/** Its address below the door's own; the same bytes, the same address. */
export function recordingPath({ itemId, hash }: Pick<Recording, 'itemId' | 'hash'>): string {
  return `/recording/${itemId}/${hash}`
}

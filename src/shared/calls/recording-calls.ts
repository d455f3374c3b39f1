// Calls about recordings of talks: the file the library has, what open platforms offer, and a player of the web, each only when asked for.
import { z } from 'zod'
import { BlobHash, ItemId } from '../item.ts'
import { JobId } from '../job.ts'
import { mostRecordingBytes, Recording, RecordingOffer } from '../recording.ts'
import { ById, call, Done } from './call.ts'

const UploadId = z.string().regex(/^[0-9a-f]{32}$/)
const Name = z.string().min(1).max(1_000)
const Upload = z.object({ upload: UploadId }).strict()

export const recordingCalls = {
  'recording.get': call(ById, z.object({ recording: Recording.nullable() })),
  /** Contacts the platform. Throws recording.none. */
  'recording.offers': call(ById, z.object({ offers: z.array(RecordingOffer) })),
  /** One of the offers, as a job of its own. It takes the place of the recording that is there once it is here whole. */
  'recording.fetch': call(z.object({ id: ItemId, url: z.string().min(1).max(20_000) }).strict(), z.object({ jobs: z.array(JobId) })),
  /**
   * A file the reader has comes in parts, in order, so that none of it is ever whole in memory: begin, part after part, finish. What is
   * not gone on with for ten minutes is let go.
   */
  'recording.begin': call(
    z.object({ id: ItemId, name: Name, bytes: z.number().int().min(1).max(mostRecordingBytes) }).strict(),
    z.object({ upload: UploadId }),
  ),
  'recording.part': call(
    z.object({ upload: UploadId, at: z.number().int().nonnegative(), base64: z.string().max(6_000_000) }).strict(),
    z.object({ bytes: z.number().int() }),
  ),
  /** `before`: the one whose place it took, which `recording.restore` brings back. */
  'recording.finish': call(Upload, z.object({ recording: Recording, before: Recording.nullable() })),
  'recording.abandon': call(Upload, Done),
  /** Its file rests for a day; answers what was removed, null when there was none. */
  'recording.remove': call(ById, z.object({ removed: Recording.nullable() })),
  /** Brings back what was removed while its file is still there; throws recording.unknown afterwards. */
  'recording.restore': call(
    z
      .object({
        id: ItemId,
        hash: BlobHash,
        name: Name,
        url: z.string().max(20_000).nullable(),
        stoppedAt: z
          .number()
          .nonnegative()
          .max(7 * 24 * 3600)
          .default(0),
      })
      .strict(),
    z.object({ recording: Recording }),
  ),
  /**
   * A page of ours that holds the player of the talk's site, begun at a moment: loading `path` contacts `host`. It opens for a minute, once.
   * Throws recording.none for a site without a player.
   */
  'recording.openPlayer': call(
    z
      .object({
        id: ItemId,
        seconds: z
          .number()
          .nonnegative()
          .max(7 * 24 * 3600)
          .default(0),
      })
      .strict(),
    z.object({ path: z.string(), host: z.string() }),
  ),
  /** Where the reader stopped it; 0 done when there is no recording. */
  'recording.stopAt': call(
    z
      .object({
        id: ItemId,
        seconds: z
          .number()
          .nonnegative()
          .max(7 * 24 * 3600),
      })
      .strict(),
    Done,
  ),
} as const

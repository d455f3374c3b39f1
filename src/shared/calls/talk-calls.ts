// Calls about talks: their transcripts, the moments marked in them, and where they can be played.
import { z } from 'zod'
import { CopySummary } from '../copy.ts'
import { CopyId, ItemId, ItemSummary } from '../item.ts'
import { JobId } from '../job.ts'
import { Mark, MarkId } from '../mark.ts'
import { TalkMaterial } from '../talk.ts'
import { TranscriptFacts } from '../transcript.ts'
import { ById, call, Done } from './call.ts'

/** Longer than any recording: a mark behind it is a slip of the keys. */
const Seconds = z
  .number()
  .nonnegative()
  .max(7 * 24 * 3600)
const Note = z.string().max(100_000)
const Marks = z.object({ ids: z.array(MarkId).min(1).max(10_000) }).strict()
const Address = z.object({ url: z.string(), host: z.string() })

export const Transcript = z.object({ copy: CopySummary, facts: TranscriptFacts })
export type Transcript = z.infer<typeof Transcript>

export const talkCalls = {
  /** Everything of a talk that `item.open` does not tell. The shown transcript first, then the newest; slides and code its page or recommender link to. */
  'talk.get': call(ById, z.object({ transcripts: z.array(Transcript), marks: z.array(Mark), materials: z.array(TalkMaterial) })),
  /**
   * A transcript the reader has: a file (`name` and its bytes, whatever their charset) or pasted words. It is shown from then on, and nothing
   * that is fetched takes its place.
   */
  'talk.giveTranscript': call(
    z.union([
      z.object({ id: ItemId, name: z.string().min(1).max(1_000), base64: z.string().max(14_000_000) }).strict(),
      z.object({ id: ItemId, text: z.string().max(10_000_000) }).strict(),
    ]),
    z.object({ item: ItemSummary, transcript: Transcript }),
  ),
  /** open: the platform's own files, then the talk's page. yt-dlp: the reader's installed tool, asked for this one item. */
  'talk.findTranscript': call(z.object({ id: ItemId, from: z.enum(['open', 'yt-dlp']) }).strict(), z.object({ jobs: z.array(JobId) })),
  /** Fails with transcript.marked while highlights stand in it. */
  'talk.dropTranscript': call(z.object({ copy: CopyId }).strict(), ItemSummary),
  /**
   * `player`: a player that can be embedded, begun at a moment; `page`: the address a browser opens there. Each with the host it contacts; null
   * when the site has none. Contacts nobody.
   */
  'talk.player': call(
    z.object({ id: ItemId, seconds: Seconds.default(0) }).strict(),
    z.object({ player: Address.nullable(), page: Address.nullable() }),
  ),
  'mark.add': call(z.object({ itemId: ItemId, seconds: Seconds, note: Note.default('') }).strict(), Mark),
  'mark.change': call(
    z
      .object({
        id: MarkId,
        seconds: Seconds.optional(),
        note: Note.optional(),
        /** The note its writer began from, as in `highlight.change`. */
        noteWas: Note.optional(),
      })
      .strict(),
    Mark,
  ),
  /** Removed ones rest for 30 days and can be put back with `mark.restore`. */
  'mark.remove': call(Marks, Done),
  'mark.restore': call(Marks, Done),
  /** As the talk runs. */
  'mark.ofItem': call(ById, z.object({ marks: z.array(Mark) })),
} as const

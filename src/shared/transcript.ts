// What a talk's transcript is made of, beside its words: where they came from, who speaks, and which letter is said when.
import { z } from 'zod'

/** file, pasted: the reader's own; platform: an open platform's caption file; page: words in the talk's page; yt-dlp: the reader's own tool. */
export const TranscriptOrigin = z.enum(['file', 'pasted', 'platform', 'page', 'yt-dlp'])
export type TranscriptOrigin = z.infer<typeof TranscriptOrigin>

export const TranscriptSummary = z.object({
  origin: TranscriptOrigin,
  /** The file's name, or the host it came from; null for pasted words. */
  name: z.string().nullable(),
  lang: z.string().nullable(),
  /** Made by a machine that listened; null: nothing tells. */
  generated: z.boolean().nullable(),
  /** As they are named in it, in the order they first speak. */
  speakers: z.array(z.string()),
  /** The words have times. */
  timed: z.boolean(),
})
export type TranscriptSummary = z.infer<typeof TranscriptSummary>

export const TranscriptFacts = TranscriptSummary.extend({
  /**
   * [offset in the copy's normalised text, seconds], both never falling: from that letter on the words are said at that moment. One a
   * caption, so that the line that is being said can be told, and the moment of a highlight.
   */
  times: z.array(z.tuple([z.number().int().nonnegative(), z.number().nonnegative()])),
})
export type TranscriptFacts = z.infer<typeof TranscriptFacts>

/** The moment a letter is said; null before the first time, or when there are none. `times` as in TranscriptFacts. */
export function secondsAt(times: TranscriptFacts['times'], offset: number): number | null {
  return times[lastNotAfter(times, offset, 0)]?.[1] ?? null
}

/** The first letter of what is being said at a moment; null before the first word, or when there are no times. */
export function offsetAt(times: TranscriptFacts['times'], seconds: number): number | null {
  return times[lastNotAfter(times, seconds, 1)]?.[0] ?? null
}

function lastNotAfter(times: TranscriptFacts['times'], wanted: number, column: 0 | 1): number {
  let low = 0
  let high = times.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((times[middle]?.[column] ?? 0) <= wanted) low = middle + 1
    else high = middle
  }
  return low - 1
}

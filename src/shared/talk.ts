// A talk: a link to a recording, with what is known about it. Its words are transcript.ts, moments marked in it mark.ts.
import { z } from 'zod'

export const TalkProvider = z.enum([
  'youtube',
  'vimeo',
  'peertube',
  'media-ccc',
  'ted',
  'infoq',
  'archive-org',
  'pyvideo',
  'dailymotion',
  'speakerdeck',
  'slideshare',
  'embedded',
  'video-file',
])
export type TalkProvider = z.infer<typeof TalkProvider>

/** What the address alone says about a talk, without the network. */
export const TalkLink = z.object({
  provider: TalkProvider,
  /** The provider's identity of the recording (an 11-character id, a uuid, a slug), or of the playlist. */
  identity: z.string(),
  form: z.enum(['video', 'playlist']),
  /** The address a browser opens, without start time and tracking. */
  url: z.string(),
  startSeconds: z.number().int().nonnegative().nullable(),
  endSeconds: z.number().int().nonnegative().nullable(),
  playlist: z.string().nullable(),
})
export type TalkLink = z.infer<typeof TalkLink>

export const Chapter = z.object({ startSeconds: z.number().nonnegative(), title: z.string() })
export type Chapter = z.infer<typeof Chapter>

/** What is known about a talk; every field may be missing, `provider` and `identity` never. */
export const Talk = z.object({
  provider: TalkProvider,
  identity: z.string(),
  title: z.string().nullable(),
  speakers: z.array(z.string()),
  event: z.string().nullable(),
  recordedOn: z.string().nullable(),
  durationSeconds: z.number().nonnegative().nullable(),
  description: z.string().nullable(),
  lang: z.string().nullable(),
  licence: z.string().nullable(),
  chapters: z.array(Chapter),
  /** Remote address of the thumbnail; the job makes it local. */
  thumbnailUrl: z.string().nullable(),
})
export type Talk = z.infer<typeof Talk>

/** What goes with a talk. other: somebody named it beside the talk. */
export const TalkMaterial = z.object({ kind: z.enum(['slides', 'code', 'other']), url: z.string() })
export type TalkMaterial = z.infer<typeof TalkMaterial>

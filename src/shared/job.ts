// A job: one piece of background work and how far it has come.
import { z } from 'zod'
import { FailureShape, ItemId } from './item.ts'

export const JobId = z
  .string()
  .regex(/^[0-9a-f]{32}$/)
  .brand<'JobId'>()
export type JobId = z.infer<typeof JobId>

export const JobKind = z.enum([
  'save',
  'refresh',
  'refresh-missing',
  'web-archive',
  'talk-details',
  'transcript',
  'transcript-yt-dlp',
  'recording',
])
export type JobKind = z.infer<typeof JobKind>

export const JobState = z.enum(['queued', 'running', 'done', 'failed', 'cancelled'])
export type JobState = z.infer<typeof JobState>

/** fetching the page, cleaning it, fetching n of m pictures, storing, indexing. */
export const JobStage = z.enum(['waiting', 'fetching', 'extracting', 'assets', 'talk', 'storing', 'indexing'])

export const JobProgress = z.object({
  id: JobId,
  itemId: ItemId,
  kind: JobKind,
  state: JobState,
  stage: JobStage,
  done: z.number().int().nonnegative(),
  total: z.number().int().nonnegative(),
  /** When a queued job will be tried (again), ms since 1970; null: as soon as its turn comes. */
  notBefore: z.number().int().nullable(),
  attempts: z.number().int().nonnegative(),
  title: z.string(),
  failure: FailureShape.nullable(),
})
export type JobProgress = z.infer<typeof JobProgress>

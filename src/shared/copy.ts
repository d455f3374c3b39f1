// A copy: one dated, cleaned, immutable revision of an item's page.
import { z } from 'zod'
import { BlobHash, CompletenessReport, CopyId, ItemId } from './item.ts'
import { TranscriptSummary } from './transcript.ts'

/** Where a copy came from. transcript: the words of a talk, made into a page of their own. */
export const CopySource = z.enum(['web', 'file', 'web-archive', 'transcript'])
export type CopySource = z.infer<typeof CopySource>

export const CopySummary = z.object({
  id: CopyId,
  itemId: ItemId,
  source: CopySource,
  fetchedAt: z.number().int(),
  /** The address the bytes really came from, after redirects. */
  finalUrl: z.string(),
  title: z.string(),
  words: z.number().int(),
  /** article: cleaned HTML; document: a file kept as it is (its bytes are `documentBlob`). */
  form: z.enum(['article', 'document']),
  mime: z.string(),
  documentBlob: BlobHash.nullable(),
  report: CompletenessReport.nullable(),
  /** Bytes on disk of everything this copy points to. */
  bytes: z.number().int().nonnegative(),
  shown: z.boolean(),
  /** Only of a copy that is a transcript. */
  transcript: TranscriptSummary.nullable(),
})
export type CopySummary = z.infer<typeof CopySummary>

// An item: a row of the library. Its kind, state and place are the words of the product, spelled once.
import { z } from 'zod'
import { failureCodes } from './failure.ts'
import { itemKinds, itemStates } from './item-lists.ts'

export const ItemId = z
  .string()
  .regex(/^[0-9a-f]{32}$/)
  .brand<'ItemId'>()
/** 128 bits of SHA-256 over the comparison key, as hex: two machines that save one page make one item. */
export type ItemId = z.infer<typeof ItemId>

export const CopyId = z
  .string()
  .regex(/^[0-9a-f]{32}$/)
  .brand<'CopyId'>()
/** A random 128-bit id: every copy is its own. */
export type CopyId = z.infer<typeof CopyId>

export const BlobHash = z
  .string()
  .regex(/^[0-9a-f]{64}$/)
  .brand<'BlobHash'>()
/** SHA-256 of a blob's bytes, as hex: the name of its file. */
export type BlobHash = z.infer<typeof BlobHash>

/** What it is. `document` and `index` say what a page that is no article turned out to be. */
export const ItemKind = z.enum(itemKinds)
export type ItemKind = z.infer<typeof ItemKind>

/** How much of it is on this machine. */
export const ItemState = z.enum(itemStates)
export type ItemState = z.infer<typeof ItemState>

/** Where the reader put it. */
export const ItemPlace = z.enum(['inbox', 'later', 'archive', 'trash'])
export type ItemPlace = z.infer<typeof ItemPlace>

export const FailureShape = z.object({
  code: z.enum(failureCodes),
  facts: z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()])),
})

/** Ours, never the reader's: one thing that is missing or worth saying about an item. */
export const Remark = z.object({
  /** What the remark is about. */
  about: z.enum([
    'recording',
    'image',
    'embed',
    'talk-details',
    'thumbnail',
    'page',
    'copy',
    'document',
    'length',
    'code',
    'table',
    'heading',
    'formula',
    'footnote',
    'transcript',
  ]),
  /** A closed word for what happened, or a failure code. failure-words.ts says it in a sentence. */
  what: z.union([
    z.enum(failureCodes),
    z.enum([
      'missing',
      'kept-as-link',
      'not-had',
      'kept-earlier',
      'is-index',
      'soft-404',
      'cut-short',
      'text-not-had',
      'part-lost',
      'charset-guessed',
      'from-file',
      'from-archive',
      'preview-only',
      'old-tool',
    ]),
  ]),
  url: z.string().optional(),
  count: z.number().int().optional(),
})
export type Remark = z.infer<typeof Remark>

const Pair = z.object({ source: z.number().int().nonnegative(), copy: z.number().int().nonnegative() })
/** Completeness: each thing counted in the source's article and in the stored copy. */
export const Counts = z.object({
  images: Pair,
  codeBlocks: Pair,
  tables: Pair,
  headings: Pair,
  formulas: Pair,
  footnotes: Pair,
  embeds: Pair,
})
export type Counts = z.infer<typeof Counts>

export const CompletenessReport = z.object({
  counts: Counts,
  /** What is missing and why, an entry a thing. */
  missing: z.array(Remark),
})
export type CompletenessReport = z.infer<typeof CompletenessReport>

/** A tag as it is kept: trimmed, without a leading #, inner white space as single hyphens, lower case (tag-name.ts). */
export const Tag = z.string().min(1).max(100)

/** The series an item's own title says it is a part of: equal keys belong together. `part` null: it says no number. */
export const SeriesPlace = z.object({ key: z.string(), title: z.string(), part: z.number().int().nullable() })
export type SeriesPlace = z.infer<typeof SeriesPlace>

/** How long an item rests in the trash before it is deleted for good. */
export const trashRestMs = 30 * 86_400_000

/** Progress from which an item counts as read to its end: the last lines of a page are seldom scrolled past. */
export const finishedFrom = 0.985

/** What is known of a thing whose whole address is not: something only described, or a link that was cut off. */
export const Wanted = z.object({
  /** The words it was named with, and what to type into a search. */
  words: z.string(),
  search: z.string(),
  by: z.string().nullable(),
  /** The part of the address that is there. */
  urlPrefix: z.string().nullable(),
})
export type Wanted = z.infer<typeof Wanted>

/** What a list shows of an item; everything a row of the library needs and nothing else. */
export const ItemSummary = z.object({
  id: ItemId,
  /** As it was saved, with tracking removed; empty while it is to find. */
  url: z.string(),
  title: z.string(),
  kind: ItemKind,
  state: ItemState,
  place: ItemPlace,
  favourite: z.boolean(),
  byline: z.string().nullable(),
  siteName: z.string().nullable(),
  host: z.string(),
  lang: z.string().nullable(),
  excerpt: z.string().nullable(),
  publishedTime: z.string().nullable(),
  words: z.number().int().nonnegative(),
  /** Reading time in whole minutes, code counted apart; for a talk its duration. */
  minutes: z.number().int().nonnegative(),
  startSeconds: z.number().int().nonnegative().nullable(),
  durationSeconds: z.number().int().nonnegative().nullable(),
  /** Blob of the lead image or thumbnail and of the favicon, when they are on this machine. */
  leadImage: BlobHash.nullable(),
  favicon: BlobHash.nullable(),
  tags: z.array(z.string()),
  series: SeriesPlace.nullable(),
  /** The newest words of whoever recommended it. */
  recommendation: z.string().nullable(),
  /** Only of an item that is to find. */
  wanted: Wanted.nullable(),
  /** 0 to 1: how far the reader has come. */
  progress: z.number().min(0).max(1),
  addedAt: z.number().int(),
  changedAt: z.number().int(),
  /** Since when it rests in the trash; null: it does not. */
  trashedAt: z.number().int().nullable(),
  shownCopy: CopyId.nullable(),
  report: CompletenessReport.nullable(),
  remarks: z.array(Remark),
  failure: FailureShape.nullable(),
})
export type ItemSummary = z.infer<typeof ItemSummary>

/** The line the reader was at: an offset in the normalised text of one copy, and the words there, to find it in another copy. */
export const ReadingAnchor = z
  .object({
    copyId: CopyId,
    offset: z.number().int().nonnegative(),
    words: z.string().max(200),
    /** While the view began above the article, in its title: the share of what stands over the article that was still in view. */
    above: z.number().min(0).max(1).optional(),
  })
  .strict()
export type ReadingAnchor = z.infer<typeof ReadingAnchor>

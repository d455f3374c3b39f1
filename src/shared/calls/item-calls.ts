// Calls about items: saving, listing, opening, moving, tagging.
import { z } from 'zod'
import { CopySummary } from '../copy.ts'
import { CopyId, FailureShape, ItemId, ItemKind, ItemPlace, ItemState, ItemSummary, ReadingAnchor, Tag } from '../item.ts'
import { JobId, JobProgress } from '../job.ts'
import { SavedFile } from '../saved-file.ts'
import { Talk } from '../talk.ts'
import { ById, ByIds, call, Done, Link, Nothing } from './call.ts'

export const SaveLinks = z
  .object({
    links: z.array(Link).min(1).max(5_000),
    place: ItemPlace.exclude(['trash']).default('inbox'),
    /** True only when the reader typed or chose all of these links: then an address in the private network is allowed. */
    typed: z.boolean().default(false),
    /** Those among `links` that the reader typed or chose one by one, where the others are a stranger's. */
    chosen: z.array(Link).max(5_000).default([]),
    /** The item in whose page the links stand: of private hosts its own is allowed, when the reader typed the item's address. */
    from: ItemId.optional(),
  })
  .strict()

export const SavedLink = z.union([
  z.object({ link: z.string(), ok: z.literal(true), item: ItemSummary, already: z.boolean(), jobId: JobId.nullable() }),
  z.object({ link: z.string(), ok: z.literal(false), failure: FailureShape }),
])

/** What Add understood of a pasted text, before anything is fetched or written. */
export const PreviewedLink = z.object({
  link: z.string(),
  /** Where it stands in the text, in UTF-16 units. */
  at: z.number().int().nonnegative(),
  length: z.number().int().positive(),
  url: z.string().nullable(),
  kind: ItemKind,
  startSeconds: z.number().int().nullable(),
  already: ItemSummary.nullable(),
  private: z.boolean(),
  failure: FailureShape.nullable(),
})

export const ListItems = z
  .object({
    place: ItemPlace.optional(),
    kind: ItemKind.optional(),
    state: ItemState.optional(),
    favourite: z.boolean().optional(),
    tag: Tag.optional(),
    /** `SeriesPlace.key`. */
    series: z.string().max(500).optional(),
    /** True: not finished yet. False: read to the end. */
    unread: z.boolean().optional(),
    /** True: begun and not finished, for "continue reading". */
    begun: z.boolean().optional(),
    /** Narrowed further in the words of library-query.ts; words that are no filter are left to `search.find`. */
    query: z.string().max(2_000).optional(),
    /**
     * added: newest first, parts of one series together in their order; title: A to Z; length: shortest first; progress: furthest first;
     * part: as the series counts; opened: last opened in the reader first.
     */
    sort: z.enum(['added', 'title', 'length', 'progress', 'part', 'opened', 'deleted']).default('added'),
    offset: z.number().int().min(0).default(0),
    limit: z.number().int().min(1).max(10_000).default(200),
  })
  .strict()

export const ItemDetails = z.object({
  item: ItemSummary,
  copies: z.array(CopySummary),
  talk: Talk.nullable(),
  bytes: z.number().int(),
  originalLink: z.string(),
  job: JobProgress.nullable(),
})

export const OpenedItem = z.object({
  item: ItemSummary,
  copy: CopySummary.nullable(),
  talk: Talk.nullable(),
  /** Path of the cached page under the door's own origin, for the sandboxed frame; null for a talk or document without one. */
  framePath: z.string().nullable(),
  dir: z.enum(['ltr', 'rtl']).nullable(),
  reading: z.object({ position: z.number().min(0), progress: z.number().min(0).max(1), anchor: ReadingAnchor.nullable() }),
})

export const itemCalls = {
  'item.preview': call(z.object({ text: z.string().max(2_000_000) }).strict(), z.object({ links: z.array(PreviewedLink) })),
  'item.save': call(SaveLinks, z.object({ results: z.array(SavedLink) })),
  'item.saveFile': call(
    z
      .object({ url: Link.optional(), files: z.array(SavedFile).min(1).max(2_000), place: ItemPlace.exclude(['trash']).default('inbox') })
      .strict(),
    z.object({ item: ItemSummary, already: z.boolean() }),
  ),
  'item.list': call(ListItems, z.object({ items: z.array(ItemSummary), total: z.number().int() })),
  'item.counts': call(
    Nothing,
    z.object({
      places: z.record(ItemPlace, z.number().int()),
      states: z.record(ItemState, z.number().int()),
      talks: z.number().int(),
      favourites: z.number().int(),
      highlights: z.number().int(),
    }),
  ),
  /** How many fit, by state: what one sentence about a place tells, in one answer. */
  'item.states': call(
    ListItems.omit({ query: true, sort: true, offset: true, limit: true }),
    z.object({ states: z.record(ItemState, z.number().int()) }),
  ),
  'item.get': call(ById, ItemDetails),
  'item.open': call(z.object({ id: ItemId, copy: CopyId.optional() }).strict(), OpenedItem),
  'item.read': call(z.object({ id: ItemId, as: z.enum(['html', 'markdown', 'text']) }).strict(), z.object({ content: z.string() })),
  'item.move': call(z.object({ ids: z.array(ItemId).min(1).max(10_000), place: ItemPlace }).strict(), Done),
  'item.favourite': call(z.object({ ids: z.array(ItemId).min(1).max(10_000), favourite: z.boolean() }).strict(), Done),
  'item.rename': call(z.object({ id: ItemId, title: z.string().trim().min(1).max(1_000) }).strict(), ItemSummary),
  'item.deleteForever': call(ByIds, Done),
  'item.emptyTrash': call(Nothing, Done),
  'item.refresh': call(
    z.object({ ids: z.array(ItemId).min(1).max(10_000), missing: z.boolean().default(false) }).strict(),
    z.object({ jobs: z.array(JobId) }),
  ),
  'item.fetchFromArchive': call(ById, z.object({ jobs: z.array(JobId) })),
  'item.showCopy': call(z.object({ id: ItemId, copy: CopyId }).strict(), ItemSummary),
  'item.setReading': call(
    z
      .object({
        id: ItemId,
        position: z.number().min(0),
        progress: z.number().min(0).max(1),
        anchor: ReadingAnchor.nullable().default(null),
      })
      .strict(),
    Done,
  ),
  /** Which of these addresses the library has, whatever their tracking parameters; in the order asked, unknown ones left out. */
  'item.known': call(
    z.object({ urls: z.array(Link).max(5_000) }).strict(),
    z.object({ known: z.array(z.object({ url: z.string(), item: ItemSummary })) }),
  ),
  /** Adds and removes tags of several items at once. */
  'item.tag': call(
    z
      .object({ ids: z.array(ItemId).min(1).max(10_000), add: z.array(Tag).max(50).default([]), remove: z.array(Tag).max(50).default([]) })
      .strict(),
    Done,
  ),
} as const

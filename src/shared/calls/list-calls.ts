// Calls about reading lists: what a text is before anything is fetched, what of it is kept, and what is done with a list.
import { z } from 'zod'
import { FailureShape, ItemId, ItemKind, ItemPlace, ItemSummary, Wanted } from '../item.ts'
import { JobId } from '../job.ts'
import { CutLink, ListEntry, ListId, ListSource, ListSummary, Recommendation } from '../list.ts'
import { ListedItem, ListFormat, ListPreview } from '../reading-list.ts'
import { FoundSeries } from '../series-parts.ts'
import { call, Done, Link, Nothing } from './call.ts'
import { SavedLink } from './item-calls.ts'

const ByList = z.object({ id: ListId }).strict()
const Items = z.array(ItemId).min(1).max(10_000)
const Headings = z.array(z.string().max(1_000)).max(20)
const Alternates = z.array(z.string().max(20_000)).max(100)
/** What a list says of one of its items. */
const EntryFacts = z.object({ headings: Headings, title: z.string().max(2_000).nullable(), alternates: Alternates }).strict()

const WantedKey = z.string().regex(/^[0-9a-f]{64}$/)

/** One thing of the text, and what the library says of it. */
export const PreviewedItem = ListedItem.extend({
  already: ItemSummary.nullable(),
  /** Names what the text alone has of it, without a whole address; null: its address is whole in the text. */
  wantedKey: WantedKey.nullable(),
  /** In the private network: ticked only when the reader typed it. */
  private: z.boolean(),
  /** Why its address cannot be saved. */
  failure: FailureShape.nullable(),
})
export type PreviewedItem = z.infer<typeof PreviewedItem>

/** One thing as the reader accepted it. */
export const AcceptedItem = z
  .object({
    /** Null: kept as to-find. */
    url: Link.nullable(),
    originalLink: z.string().max(20_000).nullable().default(null),
    title: z.string().max(2_000).nullable(),
    kind: ItemKind,
    by: z.string().max(1_000).nullable().default(null),
    startSeconds: z.number().int().nonnegative().nullable().default(null),
    /** Every moment the text names of it, with what it says there; each becomes a mark. Empty: its start, with the recommendation. */
    moments: z
      .array(z.object({ seconds: z.number().int().nonnegative(), words: z.string().max(20_000).default('') }).strict())
      .max(500)
      .default([]),
    partOf: z.string().max(500).nullable().default(null),
    partNumber: z.number().int().nullable().default(null),
    recommendation: z.string().max(20_000).nullable().default(null),
    headings: Headings.default([]),
    alternates: Alternates.default([]),
    cut: CutLink.nullable().default(null),
    wanted: Wanted.nullable().default(null),
    /** As the preview named it, whatever was corrected since; told from the item when it is left out. */
    wantedKey: WantedKey.nullable().optional(),
  })
  .strict()
export type AcceptedItem = z.infer<typeof AcceptedItem>

export const AcceptList = z
  .object({
    /** The title of a new list; null: items without a list. */
    title: z.string().trim().min(1).max(1_000).nullable(),
    /** A list that is there, instead of a new one. */
    into: ListId.nullable().default(null),
    source: ListSource.extend({ text: z.string().max(4_000_000) }).nullable(),
    place: ItemPlace.exclude(['trash']).default('inbox'),
    /** As in `item.save`: who vouches for addresses in the private network. */
    typed: z.boolean().default(false),
    chosen: z.array(Link).max(5_000).default([]),
    items: z.array(AcceptedItem).min(1).max(5_000),
    /** What looking up cut links found of series: kept for the offer to take the parts that are not accepted. */
    found: z.array(FoundSeries).max(50).default([]),
  })
  .strict()

const Pair = z.object({ here: z.number().int(), all: z.number().int() })
/** What of a list is on this machine, each thing counted. */
export const ListCompleteness = z.object({
  articles: Pair,
  codeBlocks: Pair,
  images: Pair,
  talks: Pair.extend({ withTranscript: z.number().int() }),
  toFind: z.number().int(),
})

export const listCalls = {
  'list.preview': call(
    z
      .object({
        text: z.string().max(4_000_000),
        /** The same as rich text, which keeps whole links where the plain one shows them cut. */
        html: z.string().max(8_000_000).optional(),
        format: ListFormat.optional(),
        base: z.string().max(20_000).optional(),
        name: z.string().max(500).optional(),
      })
      .strict(),
    ListPreview.omit({ items: true }).extend({ items: z.array(PreviewedItem) }),
  ),
  'list.accept': call(AcceptList, z.object({ list: ListSummary.nullable(), results: z.array(SavedLink) })),
  /** A list with nothing in it. */
  'list.make': call(z.object({ title: z.string().trim().min(1).max(1_000) }).strict(), ListSummary),
  'list.list': call(Nothing, z.object({ lists: z.array(ListSummary) })),
  'list.get': call(
    ByList,
    z.object({
      list: ListSummary,
      source: ListSource.extend({ text: z.string() }).nullable(),
      entries: z.array(ListEntry),
      completeness: ListCompleteness,
    }),
  ),
  'list.rename': call(z.object({ id: ListId, title: z.string().trim().min(1).max(1_000) }).strict(), ListSummary),
  /** Its items stay; it rests for 30 days and can be put back with `list.restore`. */
  'list.remove': call(ByList, Done),
  'list.restore': call(ByList, ListSummary),
  /** Puts items of a list before another one, null: to its end; `headings`: under these from now on. */
  'list.place': call(z.object({ id: ListId, items: Items, before: ItemId.nullable(), headings: Headings.optional() }).strict(), Done),
  /** Both answer the items that really came or went. `facts` (as many as items) are what the list said of them when they were taken out of it. */
  'list.add': call(
    z
      .object({ id: ListId, items: Items, before: ItemId.nullable().default(null), facts: z.array(EntryFacts).max(10_000).optional() })
      .strict(),
    z.object({ items: z.array(ItemId) }),
  ),
  'list.take': call(z.object({ id: ListId, items: Items }).strict(), z.object({ items: z.array(ItemId) })),
  /** Everything of one list into another; the first one goes, and `items` are what the other one gained. */
  'list.merge': call(z.object({ from: ListId, into: ListId }).strict(), z.object({ items: z.array(ItemId) })),
  /** Asks again for whatever of it is not complete on this machine. */
  'list.fetch': call(ByList, z.object({ jobs: z.array(JobId) })),
  /** The list as a text to hand on, with whole links. */
  'list.share': call(z.object({ id: ListId, as: z.enum(['markdown', 'html', 'text']) }).strict(), z.object({ content: z.string() })),
  /** The lists an item stands in, and the words of all who recommended it. */
  'list.ofItem': call(
    z.object({ id: ItemId }).strict(),
    z.object({ lists: z.array(z.object({ id: ListId, title: z.string() })), recommendations: z.array(Recommendation) }),
  ),
  /** Gives a to-find item its address. */
  'item.fill': call(z.object({ id: ItemId, link: Link, typed: z.boolean().default(true) }).strict(), SavedLink),
} as const

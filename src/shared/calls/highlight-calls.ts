// Calls about marked passages.
import { z } from 'zod'
import { Highlight, HighlightColour, HighlightId, HighlightTags, PassageAnchor } from '../highlight.ts'
import { CopyId, ItemId, ItemSummary, Tag } from '../item.ts'
import { ById, call, Done } from './call.ts'

export const ListHighlights = z
  .object({
    /** Words to be found in the passage, its note or its tags; every one of them. */
    words: z.string().max(2_000).default(''),
    colours: z.array(HighlightColour).default([]),
    tag: Tag.optional(),
    hasNote: z.boolean().optional(),
    item: ItemId.optional(),
    series: z.string().max(500).optional(),
    /** item: items by their newest highlight, within one item as the text runs; newest: as they were made, newest first. */
    order: z.enum(['item', 'newest']).default('item'),
    offset: z.number().int().min(0).default(0),
    limit: z.number().int().min(1).max(10_000).default(200),
    /**
     * No more than so many letters of every `exact`, for lists that only show it; left out, it is whole. How long it is tell `start` and
     * `end`, and it is cut when it is shorter than that.
     */
    letters: z.number().int().min(1).optional(),
  })
  .strict()

export const ListedHighlights = z.object({
  entries: z.array(z.object({ highlight: Highlight, item: ItemSummary })),
  /** Of everything that fits, not of this page alone. */
  total: z.number().int(),
  items: z.number().int(),
  withNote: z.number().int(),
  /** Counts of everything that fits, whatever colours were asked for. */
  colours: z.record(HighlightColour, z.number().int()),
  tags: z.array(z.object({ tag: z.string(), highlights: z.number().int() })),
})

export const highlightCalls = {
  'highlight.add': call(
    z
      .object({
        copyId: CopyId,
        anchor: PassageAnchor,
        colour: HighlightColour.default('yellow'),
        note: z.string().max(100_000).default(''),
        tags: HighlightTags.default([]),
      })
      .strict(),
    Highlight,
  ),
  'highlight.change': call(
    z
      .object({
        id: HighlightId,
        colour: HighlightColour.optional(),
        note: z.string().max(1_000_000).optional(),
        /** The note its writer began from. When another one is kept by now, both stay (note-words.ts); left out, `note` replaces what is there. */
        noteWas: z.string().max(1_000_000).optional(),
        tags: HighlightTags.optional(),
      })
      .strict(),
    Highlight,
  ),
  /** Removed ones rest for 30 days and can be put back with `highlight.restore`. */
  'highlight.remove': call(z.object({ ids: z.array(HighlightId).min(1).max(10_000) }).strict(), Done),
  'highlight.restore': call(z.object({ ids: z.array(HighlightId).min(1).max(10_000) }).strict(), Done),
  /** All of one item, of every copy, as the text runs. */
  'highlight.ofItem': call(ById, z.object({ highlights: z.array(Highlight) })),
  'highlight.list': call(ListHighlights, ListedHighlights),
} as const

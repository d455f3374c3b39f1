// Calls about the library as a whole: its tags, sites and series, search, and the welcome article.
import { z } from 'zod'
import { FailureShape, ItemId, ItemPlace, ItemState, ItemSummary, Tag } from '../item.ts'
import { FoundPart } from '../series-parts.ts'
import { call, Done, Link, Nothing } from './call.ts'
import { SavedLink } from './item-calls.ts'

export const SearchHit = z.object({
  id: ItemId,
  title: z.string(),
  url: z.string(),
  snippet: z.string(),
  /** When the words are said, in a talk that shows its transcript; null elsewhere. */
  seconds: z.number().nonnegative().nullable(),
  item: ItemSummary,
})

export const SeriesSummary = z.object({
  key: z.string(),
  title: z.string(),
  byline: z.string().nullable(),
  siteName: z.string().nullable(),
  host: z.string(),
  minutes: z.number().int(),
  /** In the series' order; what rests in the trash is left out. */
  parts: z.array(
    z.object({
      id: ItemId,
      title: z.string(),
      part: z.number().int().nullable(),
      minutes: z.number().int(),
      progress: z.number(),
      state: ItemState,
      place: ItemPlace,
    }),
  ),
})

const BySeries = z.object({ key: z.string().min(1).max(1_000) }).strict()
const KnownSeries = z.object({
  indexUrl: z.string().nullable(),
  lookedAt: z.number().int().nullable(),
  failure: FailureShape.nullable(),
  parts: z.array(FoundPart.extend({ item: ItemId.nullable() })),
})

export const libraryCalls = {
  'tag.list': call(Nothing, z.object({ tags: z.array(z.object({ tag: z.string(), items: z.number().int() })) })),
  /** Renames a tag everywhere; onto another one it joins it. */
  'tag.rename': call(z.object({ from: Tag, to: Tag }).strict(), Done),
  'tag.remove': call(z.object({ tag: Tag }).strict(), Done),
  /** Sites of items outside the trash, the fullest first, at most 500. */
  'site.list': call(Nothing, z.object({ sites: z.array(z.object({ site: z.string(), items: z.number().int() })) })),
  /** Series of at least two items of the library, by the newest part. */
  'series.list': call(Nothing, z.object({ series: z.array(SeriesSummary) })),
  /** What the last look found of a series, by the numbers of its parts; `item`: the part that is in the library. Asks nobody. */
  'series.known': call(BySeries, KnownSeries),
  /** Asks the page that lists the series, its feeds, its parts' neighbours and the site's map; saves nothing. Throws `series.unknown`. */
  'series.look': call(BySeries, KnownSeries),
  /** Saves parts a look has found, into the series, in the inbox. Addresses it did not find are refused. */
  'series.take': call(BySeries.extend({ urls: z.array(Link).min(1).max(1_000) }).strict(), z.object({ results: z.array(SavedLink) })),
  /** Saves the welcome article that comes with the program, from its own files. */
  'library.welcome': call(Nothing, z.object({ item: ItemSummary })),
  /** Takes the whole query language. Without words to look for it lists what fits, newest first, with the item's excerpt as snippet. */
  'search.find': call(
    z
      .object({
        words: z.string().max(2_000),
        limit: z.number().int().min(1).max(200).default(50),
        order: z.enum(['newest', 'best']).default('best'),
        /** titles: only items whose titles say the words; quicker, and without snippets. */
        in: z.enum(['everything', 'titles']).default('everything'),
      })
      .strict(),
    z.object({
      hits: z.array(SearchHit),
      /** How many there are in all; null where counting them would keep somebody who types waiting. */
      total: z.number().int().nullable(),
    }),
  ),
} as const

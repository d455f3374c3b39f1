// Calls that look something up in the network before anything is saved; made only when the reader asks.
import { z } from 'zod'
import { FailureShape, ItemSummary } from '../item.ts'
import { FoundPart, FoundSeries } from '../series-parts.ts'
import { call, Link } from './call.ts'

/** A link the text shows cut off. */
export const CutEntry = z
  .object({
    /** Names it in the answer. */
    key: z.string().max(200),
    urlPrefix: z.string().min(1).max(20_000),
    title: z.string().max(2_000).nullable(),
    partNumber: z.number().int().nullable(),
    /** The index or tag page named in the text. */
    resolveVia: Link.nullable(),
  })
  .strict()
export type CutEntry = z.infer<typeof CutEntry>

export const LinkCandidate = z.object({ url: z.string(), title: z.string(), part: z.number().int().nullable() })
export type LinkCandidate = z.infer<typeof LinkCandidate>

export const Completion = z.object({
  key: z.string(),
  url: z.string().nullable(),
  /** By which rule, from which page; `agrees`: the title says the same as the number. */
  why: z.object({ rule: z.enum(['part-number', 'title', 'prefix']), via: z.string(), agrees: z.boolean() }).nullable(),
  /** What begins alike, when more than one does or none fits. */
  candidates: z.array(LinkCandidate),
  /** Why nothing could be looked up. */
  failure: FailureShape.nullable(),
})
export type Completion = z.infer<typeof Completion>

/** A part a list page names, and what the library says of it. */
export const LookedUpPart = FoundPart.extend({ already: ItemSummary.nullable(), private: z.boolean() })
export type LookedUpPart = z.infer<typeof LookedUpPart>
export const LookedUpSeries = FoundSeries.extend({ parts: z.array(LookedUpPart) })
export type LookedUpSeries = z.infer<typeof LookedUpSeries>

export const lookUpCalls = {
  /**
   * Asks the index pages, and their feeds where those leave something open. `address`: where the text came from; a Hacker News item is asked for
   * its whole links before them. `chosen`: addresses the reader vouches for, as in `item.save`.
   */
  'list.complete': call(
    z
      .object({
        items: z.array(CutEntry).max(500),
        address: Link.nullable().default(null),
        /** Pages the text names as lists of a series: asked for its parts, whether anything was cut or not. */
        indexes: z.array(Link).max(20).default([]),
        chosen: z.array(Link).max(5_000).default([]),
      })
      .strict(),
    /** `series`: what the pages that were asked list as series, parts in the order of their numbers. */
    z.object({ completions: z.array(Completion), series: z.array(LookedUpSeries) }),
  ),
} as const

// A highlight: a passage the reader marked in one copy, with a colour, a note and tags. Anchored exactly: the copy never changes.
import { z } from 'zod'
import { CopyId, ItemId } from './item.ts'

export const HighlightId = z
  .string()
  .regex(/^[0-9a-f]{32}$/)
  .brand<'HighlightId'>()
export type HighlightId = z.infer<typeof HighlightId>

/** Each has its own line beside its colour (design tokens `--hl-*`), so none is told by colour alone. */
export const HighlightColour = z.enum(['yellow', 'green', 'blue', 'purple', 'pink', 'orange', 'red', 'grey'])
export type HighlightColour = z.infer<typeof HighlightColour>

/** Letters kept before and behind a passage, to find it again in another copy (W3C TextQuoteSelector). */
export const contextLetters = 32

/** Where a passage stands: W3C TextQuoteSelector and TextPositionSelector over the copy's normalised text (text/normalise.ts). */
export const PassageAnchor = z
  .object({
    exact: z.string().min(1).max(1_000_000),
    prefix: z.string().max(64),
    suffix: z.string().max(64),
    /** Offsets in UTF-16 units of the normalised text; `end` is behind the last letter. */
    start: z.number().int().nonnegative(),
    end: z.number().int().positive(),
    /** `normaliserVersion` of the text the offsets count in. */
    normaliserVersion: z.number().int().positive(),
    /** The nearest heading above, as a hint for eyes and for placing it again. */
    heading: z.string().max(500).nullable(),
  })
  .strict()
export type PassageAnchor = z.infer<typeof PassageAnchor>

export const HighlightTags = z.array(z.string().trim().min(1).max(100)).max(50)

export const Highlight = z.object({
  id: HighlightId,
  itemId: ItemId,
  copyId: CopyId,
  anchor: PassageAnchor,
  /** When it is said, in a talk's transcript; null elsewhere. */
  seconds: z.number().nonnegative().nullable(),
  colour: HighlightColour,
  /** The reader's words, Markdown; empty when there are none. */
  note: z.string(),
  tags: z.array(z.string()),
  createdAt: z.number().int(),
  changedAt: z.number().int(),
})
export type Highlight = z.infer<typeof Highlight>

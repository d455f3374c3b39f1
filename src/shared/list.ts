// A reading list as it is kept: ordered, with where it came from. What a pasted text becomes before it is kept is reading-list.ts.
import { z } from 'zod'
import { ItemSummary } from './item.ts'

export const ListId = z
  .string()
  .regex(/^[0-9a-f]{32}$/)
  .brand<'ListId'>()
export type ListId = z.infer<typeof ListId>

/** How a cut link stood in the text, and why it became the address it has. */
export const CutLink = z.object({ was: z.string(), why: z.string() })
export type CutLink = z.infer<typeof CutLink>

/** Where a text came from, as far as it is known. */
export const ListSource = z.object({
  format: z.string(),
  address: z.string().nullable(),
  author: z.string().nullable(),
  date: z.string().nullable(),
})
export type ListSource = z.infer<typeof ListSource>

/** The words of one text about an item. */
export const Recommendation = z.object({ words: z.string(), cut: CutLink.nullable(), source: ListSource, addedAt: z.number().int() })
export type Recommendation = z.infer<typeof Recommendation>

/** What rests in the trash counts nowhere. */
export const ListSummary = z.object({
  id: ListId,
  title: z.string(),
  items: z.number().int(),
  /** Read to the end; complete on this machine. */
  read: z.number().int(),
  complete: z.number().int(),
  words: z.number().int(),
  minutes: z.number().int(),
  createdAt: z.number().int(),
  changedAt: z.number().int(),
})
export type ListSummary = z.infer<typeof ListSummary>

export const ListEntry = z.object({
  item: ItemSummary,
  /** The headings it stands under in the text, outermost first, and the title the text gives it. */
  headings: z.array(z.string()),
  title: z.string().nullable(),
  alternates: z.array(z.string()),
  /** The newest words about it. */
  recommendation: z.string().nullable(),
})
export type ListEntry = z.infer<typeof ListEntry>

// A mark: a moment in a talk worth returning to, with the reader's note and the words of whoever named it. It needs no transcript.
import { z } from 'zod'
import { ItemId } from './item.ts'

export const MarkId = z
  .string()
  .regex(/^[0-9a-f]{32}$/)
  .brand<'MarkId'>()
export type MarkId = z.infer<typeof MarkId>

export const Mark = z.object({
  id: MarkId,
  itemId: ItemId,
  seconds: z.number().nonnegative(),
  /** The reader's words, Markdown; empty when there are none. */
  note: z.string(),
  /** What the text that named the moment said of it; empty for a mark of the reader's own. */
  words: z.string(),
  createdAt: z.number().int(),
  changedAt: z.number().int(),
})
export type Mark = z.infer<typeof Mark>

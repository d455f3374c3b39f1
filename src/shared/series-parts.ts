// Parts of a series as pages name them, whether they are in the library or not.
import { z } from 'zod'

export const FoundPart = z.object({
  part: z.number().int().nullable(),
  title: z.string().max(2_000),
  url: z
    .string()
    .max(20_000)
    .refine((url) => URL.canParse(url) && /^https?:/i.test(url)),
})
export type FoundPart = z.infer<typeof FoundPart>

/** A series of at least two parts; `indexUrl`: the page that lists them, when one does. */
export const FoundSeries = z.object({
  key: z.string().max(1_000),
  title: z.string().max(1_000),
  indexUrl: z.string().max(20_000).nullable(),
  parts: z.array(FoundPart).max(1_000),
})
export type FoundSeries = z.infer<typeof FoundSeries>

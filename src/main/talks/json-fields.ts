// Fields of other people's JSON: one of the wrong type is a missing one, not the end of the whole answer.
import { z } from 'zod'

export const text = z.string().nullish().catch(null)
export const textOrNumber = z.union([z.string(), z.number()]).nullish().catch(null)
/** One text, or a list of which the texts are kept. */
export const texts = z
  .union([z.string().transform((one) => [one]), z.array(z.unknown()).transform((all) => all.filter((one) => typeof one === 'string'))])
  .nullish()
  .catch(null)
  .transform((all): readonly string[] => all ?? [])
export const named = (field: 'name' | 'label' | 'displayName') =>
  z
    .object({ [field]: z.string() })
    .transform((value) => value[field] ?? null)
    .nullish()
    .catch(null)
export const listOf = <S extends z.ZodType>(item: S) =>
  z
    .array(z.unknown())
    .catch([])
    .transform((all): z.output<S>[] =>
      all.slice(0, 5_000).flatMap((one) => {
        const read = item.safeParse(one)
        return read.success ? [read.data] : []
      }),
    )

// What every table of calls is made of: a call is the shape of what goes in and the shape of what comes out.
import { z } from 'zod'
import { ItemId } from '../item.ts'

export const Nothing = z.object({}).strict()
export const ById = z.object({ id: ItemId }).strict()
export const ByIds = z.object({ ids: z.array(ItemId).min(1).max(10_000) }).strict()
export const Done = z.object({ done: z.number().int() })
/** A link as somebody typed or pasted it; long enough for real ones, short enough to refuse a pasted book. */
export const Link = z.string().trim().min(1).max(20_000)

type Shape = z.ZodType
export function call<I extends Shape, O extends Shape>(input: I, output: O): { readonly input: I; readonly output: O } {
  return { input, output }
}

// Which item the person means: a whole id, the beginning of one, or the address.
import { Failure } from '../../shared/failure.ts'
import { ItemId } from '../../shared/item.ts'
import type { Context } from './context.ts'

/** The id meant by `words`. Throws item.unknown; input.invalid when the beginning fits several. */
export async function findItem(words: string, context: Context): Promise<ItemId> {
  const whole = ItemId.safeParse(words)
  if (whole.success) return whole.data
  if (/^https?:/i.test(words)) {
    const { links } = await context.call('item.preview', { text: words })
    const already = links[0]?.already
    if (already) return already.id
    throw new Failure('item.unknown')
  }
  if (!/^[0-9a-f]{4,31}$/.test(words)) throw new Failure('item.unknown')
  const found: ItemId[] = []
  for (let offset = 0; ; offset += 10_000) {
    const { items } = await context.call('item.list', { offset, limit: 10_000 })
    found.push(...items.filter((item) => item.id.startsWith(words)).map((item) => item.id))
    if (items.length < 10_000) break
  }
  const [only, second] = found
  if (!only) throw new Failure('item.unknown')
  if (second) throw new Failure('input.invalid', { where: 'id', why: `${words} fits ${found.length} items` })
  return only
}

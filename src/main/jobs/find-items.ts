// Search: the index answers with ids and snippets, the cache with the rows; what rests in the trash is left out.
import type { CheckedInputOf, OutputOf } from '../../shared/contract.ts'
import { ItemId } from '../../shared/item.ts'
import type { Tools } from './tools.ts'

/** The hits of a query in the index's order, each with its row. */
export async function findItems(
  query: CheckedInputOf<'search.find'>,
  { cache, index }: Pick<Tools, 'cache' | 'index'>,
): Promise<OutputOf<'search.find'>['hits']> {
  const found = await index.find(query)
  const ids = found.map((hit) => ItemId.parse(hit.itemId))
  const rows = new Map(cache.items.summaries(ids).map((item) => [item.id, item]))
  return found.flatMap((hit, place) => {
    const id = ids[place]
    const item = id === undefined ? undefined : rows.get(id)
    return item && item.place !== 'trash' ? [{ id: item.id, title: item.title, url: item.url, snippet: hit.snippet, item }] : []
  })
}

// Puts one changed item into answers that are already here. Pure; which answers these are is follow-events.ts's.
import type { InputOf, OutputOf } from '../../shared/contract.ts'
import type { ItemId, ItemSummary } from '../../shared/item.ts'
import { finished } from './item-words.ts'

type ItemPage = OutputOf<'item.list'>

/** Whether an item belongs to what was asked for. */
export function belongs(item: ItemSummary, query: InputOf<'item.list'>): boolean {
  if (query.place !== undefined && item.place !== query.place) return false
  if (query.kind !== undefined && item.kind !== query.kind) return false
  if (query.state !== undefined && item.state !== query.state) return false
  if (query.favourite !== undefined && item.favourite !== query.favourite) return false
  if (query.tag !== undefined && !item.tags.includes(query.tag)) return false
  if (query.series !== undefined && item.series?.key !== query.series) return false
  if (query.unread !== undefined && item.progress < finished !== query.unread) return false
  if (query.begun !== undefined && (item.progress > 0 && item.progress < finished) !== query.begun) return false
  // What lies in the trash is listed there alone.
  return query.place !== undefined || item.place !== 'trash'
}

/**
 * The page with the item in it as it now is, or without it when it went elsewhere. `again`: the list itself may have changed
 * (something came, went or stands elsewhere), so it must be asked again; a row that only looks different needs no new answer.
 */
export function patchPage(
  page: ItemPage,
  query: InputOf<'item.list'>,
  item: ItemSummary,
): { readonly page: ItemPage; readonly again: boolean } {
  const at = page.items.findIndex((one) => one.id === item.id)
  const was = page.items[at]
  const stays = belongs(item, query)
  if (was === undefined) return { page, again: stays }
  if (stays) return { page: { ...page, items: page.items.with(at, item) }, again: moves(was, item, query.sort) }
  return { page: withoutItem(page, item.id), again: true }
}

/** Whether a change is one of what the list is in the order of: the core says where the row stands now. */
function moves(was: ItemSummary, is: ItemSummary, sort: InputOf<'item.list'>['sort']): boolean {
  if (sort === 'title') return was.title !== is.title
  if (sort === 'length') return was.minutes !== is.minutes
  if (sort === 'progress' || sort === 'opened') return was.progress !== is.progress
  if (sort === 'deleted') return was.trashedAt !== is.trashedAt
  // By date, too, the parts of a series stand together and in their order.
  return was.series?.key !== is.series?.key || was.series?.part !== is.series?.part
}

export function withoutItem(page: ItemPage, id: ItemId): ItemPage {
  const items = page.items.filter((one) => one.id !== id)
  return items.length === page.items.length ? page : { items, total: Math.max(0, page.total - 1) }
}

// What items will be like once everything asked for is done: a key pressed before the library has answered must start from there,
// not from what the row still shows. It knows no calls.
import type { ItemId, ItemSummary } from '../../shared/item.ts'

export type Foreseen = Partial<Pick<ItemSummary, 'place' | 'favourite' | 'tags' | 'title'>>

export type ForeseenItems = {
  of(item: ItemSummary): ItemSummary
  foresee(ids: readonly ItemId[], change: Foreseen): void
  /** It came otherwise: what the rows say counts again. */
  forget(ids: readonly ItemId[]): void
  forgetAll(): void
}

export function createForeseenItems(): ForeseenItems {
  const known = new Map<ItemId, Foreseen>()
  return {
    of: (item) => ({ ...item, ...known.get(item.id) }),
    foresee(ids, change) {
      for (const id of ids) known.set(id, { ...known.get(id), ...change })
    },
    forget(ids) {
      for (const id of ids) known.delete(id)
    },
    forgetAll: () => known.clear(),
  }
}

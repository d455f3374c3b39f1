// The shelf of marked moments as the rest of the house sees it; part of the front door, cache.ts.
import type { ItemId } from '../../shared/item.ts'
import type { Mark, MarkId } from '../../shared/mark.ts'

export type MarkChanges = {
  readonly seconds?: number | undefined
  readonly note?: string | undefined
  /** The note its writer began from: another one, kept meanwhile, stays beside it. */
  readonly noteWas?: string | undefined
}

export type MarkShelf = {
  /** A moment that is marked already takes the note beside its own. Throws item.unknown. */
  add(mark: { readonly itemId: ItemId; readonly seconds: number; readonly note: string }): Mark
  /** Throws mark.unknown, also for one that was removed. What is not given stays as it is. */
  change(id: MarkId, changes: MarkChanges): Mark
  /** They rest for 30 days; answers how many were there to remove. */
  remove(ids: readonly MarkId[]): number
  /** Takes removals back; answers how many. */
  restore(ids: readonly MarkId[]): number
  /** As the talk runs. */
  ofItem(id: ItemId): readonly Mark[]
}

// What the rest of the house may ask of tags.
import type { ItemId } from '../../shared/item.ts'

export type TagShelf = {
  /** Items outside the trash, in alphabetical order; tags of nothing are left out. */
  list(): readonly { readonly tag: string; readonly items: number }[]
  /** Adds and removes tags of several items in one transaction; answers how many items changed. Every tag is brought to its one spelling. */
  change(ids: readonly ItemId[], add: readonly string[], remove: readonly string[]): number
  /** Renames a tag everywhere, onto another one joins it; answers how many items changed. */
  rename(from: string, to: string): number
  remove(tag: string): number
}

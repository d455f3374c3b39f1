// What the rest of the house may ask of reading lists. Rows of items are made with them in one transaction.
import type { ItemId, ItemSummary } from '../../shared/item.ts'
import type { CutLink, ListEntry, ListId, ListSource, ListSummary, Recommendation } from '../../shared/list.ts'
import type { NewItem, SavedItem } from './item-shelf.ts'

/** A text that was pasted or read from a file. */
export type NewSource = ListSource & { readonly text: string }

export type NewEntry = {
  readonly row: NewItem
  /** The comparison key of what the text alone names of it, without a whole address; null: it has one. */
  readonly wantedKey: string | null
  readonly headings: readonly string[]
  /** As the text names it. */
  readonly title: string | null
  readonly alternates: readonly string[]
  readonly recommendation: string | null
  readonly cut: CutLink | null
  /** The moments it is recommended for, each with the words about it. */
  readonly moments: readonly { readonly seconds: number; readonly words: string }[]
}

/** What a list says of one of its items. */
export type EntryFacts = Pick<NewEntry, 'headings' | 'title' | 'alternates'>

export type AcceptedList = {
  /** A new list of this title, one that is there, or items without a list. */
  readonly list: { readonly title: string } | { readonly into: ListId } | null
  readonly source: NewSource | null
  readonly entries: readonly NewEntry[]
}

export type ListShelf = {
  /**
   * Rows, their jobs, the list with its order, the source and its recommendations: one transaction, all or nothing. The same text again joins the
   * list it made before; an item that is there already keeps its place in the list and gains a recommendation. What was to find and has been found
   * is that item, and what has an address now is found by it. Throws list.unknown.
   */
  accept(
    accepted: AcceptedList,
    options: { readonly lease: boolean },
  ): { readonly list: ListSummary | null; readonly saved: readonly SavedItem[] }
  /** A list with nothing in it. */
  make(title: string): ListSummary
  /** By the newest change; removed ones are left out. */
  list(): readonly ListSummary[]
  /** Throws list.unknown, as its neighbours do. */
  get(id: ListId): { readonly list: ListSummary; readonly source: (ListSource & { readonly text: string }) | null }
  /** In their order; what rests in the trash is left out. */
  entries(id: ListId): readonly ListEntry[]
  rename(id: ListId, title: string): ListSummary
  /** It rests for 30 days and can be put back; its items stay. False when it was removed already. */
  remove(id: ListId): boolean
  restore(id: ListId): ListSummary
  /** Puts items of the list before another one of its items, in the order given; null: to its end. `headings`: under these from now on. */
  place(id: ListId, items: readonly ItemId[], before: ItemId | null, headings?: readonly string[]): void
  /** Before another one, or to its end; answers those that were not in it. */
  add(id: ListId, items: readonly { readonly id: ItemId; readonly facts?: EntryFacts }[], before?: ItemId | null): readonly ItemId[]
  /** Takes items out; answers those that were in it. */
  take(id: ListId, items: readonly ItemId[]): readonly ItemId[]
  /** Appends everything of one list to another and removes the first; answers what the other one gained. */
  merge(from: ListId, into: ListId): readonly ItemId[]
  /** The lists an item stands in. */
  ofItem(id: ItemId): readonly { readonly id: ListId; readonly title: string }[]
  /** The title of the list this text made, which it joins when it comes again; null: none. */
  titleFor(text: string): string | null
  /** What a thing that a text names without a whole address is here: the item it became, or itself while it is to find. */
  wanted(key: string): ItemSummary | null
  recommendationsOf(id: ItemId): readonly Recommendation[]
  /** Other addresses that texts name beside an item: mirrors, slides. */
  alternatesOf(id: ItemId): readonly string[]
  /**
   * Gives a to-find item its address: what belonged to it (lists, recommendations, tags, place, favourite) joins the item of the address, made
   * when missing, and the to-find row goes. Throws item.unknown, and item.found when it has an address.
   */
  fill(id: ItemId, row: NewItem, options: { readonly lease: boolean }): SavedItem
}

// The words for what the reader did to items. Pure.
import type { ItemPlace, ItemSummary } from '../../shared/item.ts'
import { shortened } from '../../shared/text/shortened.ts'

export const moved: Readonly<Record<ItemPlace, string>> = {
  inbox: 'Moved to the inbox',
  later: 'Kept for later',
  archive: 'Archived',
  trash: 'Deleted',
}

export function undoneWords(words: string): string {
  return `Undone: ${words.charAt(0).toLowerCase()}${words.slice(1)}`
}

/** “Its title”, or "12 items". */
export function named(items: readonly ItemSummary[]): string {
  return items.length === 1 ? `“${short(items[0]?.title ?? '')}”` : `${items.length} items`
}

export function short(title: string): string {
  return shortened(title, 60)
}

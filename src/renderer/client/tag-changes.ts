// What changing tags of several items really changes, so that it can be put back exactly. Pure.
import type { ItemId, ItemSummary } from '../../shared/item.ts'

type Tagged = Pick<ItemSummary, 'id' | 'tags'>
/** One `item.tag` call: the same change for all of `ids`. */
export type TagChange = { readonly ids: ItemId[]; readonly add: string[]; readonly remove: string[] }

/** The calls that put every item's tags back to what they are in `before`, once `add` and `remove` have been done to all of them. */
export function tagsBack(before: readonly Tagged[], add: readonly string[], remove: readonly string[]): readonly TagChange[] {
  const changes = new Map<string, TagChange>()
  for (const { id, tags } of before) {
    const added = add.filter((tag) => !tags.includes(tag))
    const removed = remove.filter((tag) => tags.includes(tag))
    if (added.length === 0 && removed.length === 0) continue
    const key = JSON.stringify([added, removed])
    const change = changes.get(key)
    if (change === undefined) changes.set(key, { ids: [id], add: removed, remove: added })
    else change.ids.push(id)
  }
  return [...changes.values()]
}

/** "#python and #slow", for the words after a change. */
export function tagWords(tags: readonly string[]): string {
  const named = tags.map((tag) => `#${tag}`)
  return named.length < 2 ? (named[0] ?? '') : `${named.slice(0, -1).join(', ')} and ${named.at(-1)}`
}

// The marked rows of a list: one more, a whole stretch, everything. They are kept as items, since a row may scroll away while it is
// marked; and they are a list's own: marks of what another query or filter showed would be acted on unseen.
import { useState } from 'react'
import type { ItemId, ItemSummary } from '../../shared/item.ts'
import type { Rows } from './item-list.tsx'

export type Marks = {
  readonly ids: ReadonlySet<ItemId>
  /** As they now are, where their rows are here. */
  readonly items: () => readonly ItemSummary[]
  readonly toggle: (item: ItemSummary) => void
  readonly add: (items: readonly ItemSummary[]) => void
  readonly clear: () => void
}

/** As many as one call takes. */
export const mostMarked = 10_000

export type MarkedOf = { readonly list: string; readonly items: ReadonlyMap<ItemId, ItemSummary> }

/** What is marked of this list; nothing of what was marked in another. */
export function marksOf(marked: MarkedOf, list: string): MarkedOf {
  return marked.list === list ? marked : { list, items: new Map() }
}

/** `list` names what is shown: whatever changes which items these are changes it. */
export function useMarks(rows: Rows, list: string): Marks {
  const [kept, setMarked] = useState<MarkedOf>({ list, items: new Map() })
  const marked = marksOf(kept, list)
  // Gone for good: going back to the earlier words must not bring them back unasked.
  if (marked !== kept) setMarked(marked)
  const change = (next: (before: ReadonlyMap<ItemId, ItemSummary>) => ReadonlyMap<ItemId, ItemSummary>) =>
    // What comes late (rows that had to be fetched) is for the list it was asked of.
    setMarked((before) => (before.list === list ? { list, items: next(before.items) } : before))
  return {
    ids: new Set(marked.items.keys()),
    items: () => {
      const here = new Map(rows.loaded().map((item) => [item.id, item]))
      return [...marked.items.values()].map((item) => here.get(item.id) ?? item)
    },
    toggle: (item) =>
      change((before) => {
        const next = new Map(before)
        if (!next.delete(item.id)) next.set(item.id, item)
        return next
      }),
    add: (items) => change((before) => new Map([...before, ...items.map((item) => [item.id, item] as const)].slice(0, mostMarked))),
    clear: () => change(() => new Map()),
  }
}

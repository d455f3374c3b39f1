// The marked rows of a list: one more, a whole stretch, everything. They are kept as items, since a row may scroll away while it is marked.
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

export function useMarks(rows: Rows): Marks {
  const [marked, setMarked] = useState<ReadonlyMap<ItemId, ItemSummary>>(new Map())
  return {
    ids: new Set(marked.keys()),
    items: () => {
      const here = new Map(rows.loaded().map((item) => [item.id, item]))
      return [...marked.values()].map((item) => here.get(item.id) ?? item)
    },
    toggle: (item) =>
      setMarked((before) => {
        const next = new Map(before)
        if (!next.delete(item.id)) next.set(item.id, item)
        return next
      }),
    add: (items) => setMarked((before) => new Map([...before, ...items.map((item) => [item.id, item] as const)].slice(0, mostMarked))),
    clear: () => setMarked(new Map()),
  }
}

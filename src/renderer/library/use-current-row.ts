// Which row of a list is the current one, how the keys move it, and what it becomes when it has gone elsewhere.
import { useEffect, useState } from 'react'
import type { ItemId, ItemSummary } from '../../shared/item.ts'
import type { Rows } from './item-list.tsx'
import type { ListLayout } from './list-layout.ts'

export type CurrentRow = {
  readonly item: ItemSummary | null
  readonly index: number
  /** Counts up whenever the keyboard moved it: then it is brought into view and focused. */
  readonly moves: number
  /** A row that is wanted and not here yet: the list goes there, and it becomes the current one when it comes. */
  readonly reach: number | null
  readonly choose: (id: ItemId) => void
  /** Goes `by` rows on, over headings and folded series; answers the row it came to, null at the end. */
  readonly step: (by: 1 | -1) => ItemSummary | null
  readonly toEnd: (end: 'first' | 'last') => void
  /** Its neighbour is current from now on: one key archives one row after the other. */
  readonly leave: () => void
  readonly focusAgain: () => void
}

export function useCurrentRow(rows: Rows, layout: ListLayout, remembered: ItemId | null, remember: (id: ItemId) => void): CurrentRow {
  const [chosen, setChosen] = useState<ItemId | null>(remembered)
  const [moves, setMoves] = useState(0)
  const [reach, setReach] = useState<number | null>(null)

  /** The next row from an entry on, over headings; -1 for none. */
  const rowFrom = (entry: number, by: 1 | -1): number => {
    for (let at = entry; at >= 0 && at < layout.count; at += by) {
      const here = layout.entryAt(at)
      if (here.kind === 'row') return here.row
    }
    return -1
  }
  const chosenRow = chosen === null ? -1 : rows.indexOf(chosen)
  const chosenEntry = chosenRow < 0 ? 0 : layout.indexOfRow(chosenRow)
  // A row that was folded away gives way to the next one below, or above.
  const below = rowFrom(chosenEntry, 1)
  const index = below >= 0 ? below : rowFrom(chosenEntry, -1)
  const item = rows.row(index)?.item ?? null
  const choose = (id: ItemId) => {
    setChosen(id)
    remember(id)
  }
  const goTo = (row: number): ItemSummary | null => {
    const next = rows.row(row)?.item ?? null
    if (next === null) return null
    choose(next.id)
    setMoves(moves + 1)
    return next
  }
  const reached = reach === null ? null : rows.row(reach)
  // biome-ignore lint/correctness/useExhaustiveDependencies: once, when the wanted row has come
  useEffect(() => {
    if (reach === null || reached === null) return
    setReach(null)
    goTo(reach)
  }, [reached?.item.id])
  return {
    item,
    index,
    moves,
    reach,
    choose,
    // On a fresh list the first row is the current one and shown so: the first key goes on from it.
    step: (by) => {
      const next = goTo(rowFrom(layout.indexOfRow(index) + by, by))
      // At the end it still takes the focus.
      if (next === null) setMoves(moves + 1)
      return next
    },
    toEnd: (end) => {
      const row = end === 'first' ? rowFrom(0, 1) : rowFrom(layout.count - 1, -1)
      if (goTo(row) === null && row >= 0) setReach(row)
    },
    leave: () => {
      const at = layout.indexOfRow(index)
      const next = rowFrom(at + 1, 1)
      const neighbour = rows.row(next >= 0 ? next : rowFrom(at - 1, -1))
      if (neighbour !== null) choose(neighbour.item.id)
      setMoves(moves + 1)
    },
    focusAgain: () => setMoves(moves + 1),
  }
}

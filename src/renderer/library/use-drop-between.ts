// Rows that are dropped between the rows of a reading list: where they would come to stand, and the line that shows it.
import { type DragEvent, useRef, useState } from 'react'
import type { ItemSummary } from '../../shared/item.ts'
import { itemsInHand } from './dragged-items.ts'
import type { ListLayout } from './list-layout.ts'
import type { Target } from './reading-lists/list-order.ts'

type Entry = { readonly index: number; readonly start: number; readonly end: number }
type Between = {
  /** Null: nothing is taken. */
  readonly onDrop: ((items: readonly ItemSummary[], to: Target) => void) | null
  /** The entry at a height of the sheet. */
  readonly entryAt: (y: number) => Entry | undefined
  readonly layout: ListLayout
}

type Dropping = {
  /** How far down the sheet the line stands. */
  readonly line: number | null
  readonly targetProps: Readonly<Partial<Record<'onDragEnter' | 'onDragOver' | 'onDragLeave' | 'onDrop', (event: DragEvent) => void>>>
}

export function useDropBetween({ onDrop, entryAt, layout }: Between): Dropping {
  const [at, setAt] = useState<(Target & { readonly line: number }) | null>(null)
  // A row is entered before the one beside it is left.
  const inside = useRef(0)
  if (onDrop === null) return { line: null, targetProps: {} }
  const takes = (event: DragEvent) => itemsInHand(event.dataTransfer).length > 0
  const placeOf = (event: DragEvent) => {
    const y = event.clientY - event.currentTarget.getBoundingClientRect().top
    const entry = entryAt(Math.max(0, y))
    if (entry === undefined) return null
    const row = layout.rowAt(entry.index)
    const below = y > (entry.start + entry.end) / 2
    const line = below ? entry.end : entry.start
    // Over a heading: its upper half is the end of the group above, its lower one the beginning of its own.
    if (layout.entryAt(entry.index).kind === 'day') return { line, before: row, beside: below ? row : Math.max(0, row - 1) }
    return { line, before: below ? row + 1 : row, beside: row }
  }
  const leave = () => {
    inside.current = 0
    setAt(null)
  }
  return {
    line: at?.line ?? null,
    targetProps: {
      onDragEnter: (event) => {
        if (takes(event)) inside.current += 1
      },
      onDragOver: (event) => {
        if (!takes(event)) return
        event.preventDefault()
        event.dataTransfer.dropEffect = 'move'
        const next = placeOf(event)
        if (next?.line !== at?.line) setAt(next)
      },
      onDragLeave: (event) => {
        if (!takes(event)) return
        inside.current -= 1
        if (inside.current <= 0) leave()
      },
      onDrop: (event) => {
        const items = itemsInHand(event.dataTransfer)
        const next = placeOf(event)
        leave()
        if (items.length === 0 || next === null) return
        event.preventDefault()
        onDrop(items, { before: next.before, beside: next.beside })
      },
    },
  }
}

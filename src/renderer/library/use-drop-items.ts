// What makes a rail entry take rows that are dropped on it, and show that it would.
import { type DragEvent, useRef, useState } from 'react'
import type { ItemSummary } from '../../shared/item.ts'
import { itemsInHand } from './dragged-items.ts'

type DropItems = {
  readonly over: boolean
  readonly targetProps: Readonly<Record<'onDragEnter' | 'onDragOver' | 'onDragLeave' | 'onDrop', (event: DragEvent) => void>>
}

/** `onTake` null: it takes nothing. */
export function useDropItems(onTake: ((items: readonly ItemSummary[]) => void) | null): DropItems {
  const [over, setOver] = useState(false)
  // A child of the target is entered before the target is left.
  const inside = useRef(0)
  const takes = (event: DragEvent) => onTake !== null && itemsInHand(event.dataTransfer).length > 0
  const leave = () => {
    inside.current = 0
    setOver(false)
  }
  return {
    over,
    targetProps: {
      onDragEnter: (event) => {
        if (!takes(event)) return
        inside.current += 1
        setOver(true)
      },
      onDragOver: (event) => {
        if (!takes(event)) return
        event.preventDefault()
        event.dataTransfer.dropEffect = 'move'
      },
      onDragLeave: (event) => {
        if (!takes(event)) return
        inside.current -= 1
        if (inside.current <= 0) leave()
      },
      onDrop: (event) => {
        const items = itemsInHand(event.dataTransfer)
        if (onTake === null || items.length === 0) return
        event.preventDefault()
        leave()
        onTake(items)
      },
    },
  }
}

// The items in the reader's hand while rows are dragged: over the rail they find a place or a tag, outside the window they are their links.
import type { ItemSummary } from '../../shared/item.ts'

const type = 'application/x-carrel-items'

// What hangs at the pointer is the window's, not a component's: a browser tells a target what it is only at the drop.
let inHand: readonly ItemSummary[] = []

/** Takes items in hand as a drag begins, with a slip that says what they are. */
export function takeInHand(transfer: DataTransfer, items: readonly ItemSummary[]): void {
  inHand = items
  transfer.effectAllowed = 'copyMove'
  transfer.setData(type, items.map((item) => item.id).join('\n'))
  // What is to find has no address to take along.
  const links = items.map((item) => item.url).filter((url) => url !== '')
  transfer.setData('text/uri-list', links.join('\r\n'))
  transfer.setData('text/plain', links.join('\n'))
  const slip = document.createElement('div')
  slip.className = 'drag-slip'
  slip.textContent = items.length === 1 ? (items[0]?.title ?? '') : `${items.length} items`
  document.body.append(slip)
  transfer.setDragImage(slip, 12, 14)
  // The browser has painted it by the next turn.
  setTimeout(() => slip.remove())
}

/** The rows that hang over a target; none when it is something else. */
export function itemsInHand(transfer: DataTransfer): readonly ItemSummary[] {
  return transfer.types.includes(type) ? inHand : []
}

// Asks before items and all their copies leave this machine.
import type { ItemSummary } from '../../shared/item.ts'
import { Confirm } from '../design/confirm.tsx'

type Props = { readonly items: readonly ItemSummary[]; readonly onYes: () => void; readonly onNo: () => void }

export function DeleteForGood({ items, onYes, onNo }: Props) {
  const [first] = items
  const one = items.length === 1
  return (
    <Confirm
      title={one ? 'Delete it for good?' : `Delete ${items.length} items for good?`}
      says={`${one ? `“${first?.title ?? ''}” and all its copies` : 'They and all their copies'} leave this machine. This cannot be undone.`}
      yes="Delete for good"
      onNo={onNo}
      onYes={onYes}
    />
  )
}

// Asks which reading list some items go into, and puts them there.
import type { ItemSummary } from '../../../shared/item.ts'
import type { ItemActions } from '../../client/item-actions.ts'
import { ListChooser } from './list-chooser.tsx'
import { useListActions } from './use-list-actions.ts'

type Props = { readonly items: readonly ItemSummary[]; readonly actions: ItemActions; readonly onClose: () => void }

export function PutInList({ items, actions, onClose }: Props) {
  const lists = useListActions(actions)
  return (
    <ListChooser
      title={items.length === 1 ? 'Put it in a list' : `Put ${items.length} items in a list`}
      onChoose={(list) => {
        lists.add(list, items)
        onClose()
      }}
      onNew={(title) => {
        lists.make(title, items, () => undefined)
        onClose()
      }}
      onClose={onClose}
    />
  )
}

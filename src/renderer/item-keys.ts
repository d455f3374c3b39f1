// The keys while an item is open, whichever room shows it.
import type { ItemPlace, ItemSummary } from '../shared/item.ts'
import type { ItemActions } from './client/item-actions.ts'
import type { Binding } from './design/key-map.ts'

type Props = {
  readonly item: ItemSummary
  readonly actions: ItemActions
  readonly onBack: () => void
  /** Folds the outline; null when there is none. */
  readonly onOutline: (() => void) | null
}

export function itemKeys({ item, actions, onBack, onOutline }: Props): readonly Binding[] {
  const group = 'The item'
  const away = (place: ItemPlace) => () => {
    actions.move([item], place)
    onBack()
  }
  return [
    { keys: 'Escape', says: 'Back to the library', group: 'Reading', run: onBack },
    ...(onOutline === null ? [] : [{ keys: '[', says: 'Outline', group: 'Reading', run: onOutline }]),
    { keys: 'e', says: 'Archive', group, run: away('archive') },
    { keys: 'l', says: 'Keep for later', group, run: away('later') },
    { keys: 'Shift+e', says: 'Back to the inbox', group, run: away('inbox') },
    { keys: 'f', says: 'Favourite', group, run: () => actions.setFavourite([item], !item.favourite) },
    { keys: 't', says: 'Tags', group, run: () => actions.editTags([item]) },
    { keys: '#', says: 'Delete', group, run: away('trash') },
    { keys: 'o', says: 'Original, in the browser', group, run: () => actions.openOutside(item.url) },
  ]
}

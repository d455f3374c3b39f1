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
  /** The neighbours in its series; null where there is none. */
  readonly onNextPart: (() => void) | null
  readonly onPreviousPart: (() => void) | null
  readonly textSize: { readonly larger: () => void; readonly smaller: () => void }
}

export function itemKeys({ item, actions, onBack, onOutline, onNextPart, onPreviousPart, textSize }: Props): readonly Binding[] {
  const group = 'The item'
  const about = item.title
  const away = (place: ItemPlace) => () => {
    actions.move([item], place)
    onBack()
  }
  return [
    { keys: 'Escape', says: 'Back to the library', group: 'Reading', run: onBack },
    ...(onOutline === null ? [] : [{ keys: '[', says: 'Outline', group: 'Reading', run: onOutline }]),
    ...(onNextPart === null ? [] : [{ keys: 'Shift+j', says: 'Next part', group: 'Reading', run: onNextPart }]),
    ...(onPreviousPart === null ? [] : [{ keys: 'Shift+k', says: 'Previous part', group: 'Reading', run: onPreviousPart }]),
    { keys: '+', says: 'Larger text', group: 'Reading', repeats: true, run: textSize.larger },
    { keys: '-', says: 'Smaller text', group: 'Reading', repeats: true, run: textSize.smaller },
    // Shift with the minus key, as most keyboards write it.
    { keys: '_', says: 'Smaller text', group: 'Reading', repeats: true, run: textSize.smaller },
    { keys: 'e', says: 'Archive', group, about, run: away('archive') },
    { keys: 'l', says: 'Keep for later', group, about, run: away('later') },
    { keys: 'Shift+e', says: 'Back to the inbox', group, about, run: away('inbox') },
    { keys: 'f', says: 'Favourite', group, about, run: () => actions.setFavourite([item], !item.favourite) },
    { keys: 't', says: 'Tags', group, about, run: () => actions.editTags([item]) },
    { keys: '#', says: 'Delete', group, about, run: away('trash') },
    { keys: 'o', says: 'Original, in the browser', group, about, run: () => actions.openOutside(item.url) },
  ]
}

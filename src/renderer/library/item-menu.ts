// The lines behind "⋯" of an item in the library, in the order one looks for them.
import { Archive, Clock, Download, FileClock, Inbox, ListMinus, ListPlus, Pencil, RefreshCw, Star, Tag, Trash2 } from 'lucide-react'
import type { ItemSummary } from '../../shared/item.ts'
import type { ItemActions } from '../client/item-actions.ts'
import { hasOriginal } from '../client/item-words.ts'
import type { MenuLine } from '../design/menu.tsx'

type Beside = {
  readonly onRename: () => void
  readonly onPutInList: () => void
  /** Out of the reading list that is shown; null: none is. */
  readonly onTakeOut: (() => void) | null
  readonly onDeleteForever: () => void
}

export function itemMenu(
  item: ItemSummary,
  actions: ItemActions,
  { onRename, onPutInList, onTakeOut, onDeleteForever }: Beside,
): readonly MenuLine[] {
  const to = (place: ItemSummary['place']) => () => actions.move([item], place)
  if (item.place === 'trash') {
    return [
      { label: 'Put back into the inbox', icon: Inbox, onChoose: to('inbox') },
      { label: 'Put back into the archive', icon: Archive, onChoose: to('archive') },
      { label: 'Delete for good', icon: Trash2, onChoose: onDeleteForever, bad: true, ruleBefore: true, keys: '#' },
    ]
  }
  return [
    ...(item.place === 'archive' ? [] : [{ label: 'Archive', icon: Archive, onChoose: to('archive'), keys: 'e' }]),
    ...(item.place === 'later' ? [] : [{ label: 'Keep for later', icon: Clock, onChoose: to('later'), keys: 'l' }]),
    ...(item.place === 'inbox' ? [] : [{ label: 'Back to the inbox', icon: Inbox, onChoose: to('inbox'), keys: 'Shift+e' }]),
    {
      label: item.favourite ? 'No favourite any more' : 'Favourite',
      icon: Star,
      onChoose: () => actions.setFavourite([item], !item.favourite),
      keys: 'f',
    },
    { label: 'Tags', icon: Tag, onChoose: () => actions.editTags([item]), keys: 't' },
    { label: 'Put in a reading list', icon: ListPlus, onChoose: onPutInList, keys: 'Shift+l' },
    ...(onTakeOut === null ? [] : [{ label: 'Take out of this list', icon: ListMinus, onChoose: onTakeOut, keys: 'Delete' }]),
    { label: 'Rename', icon: Pencil, onChoose: onRename, keys: 'F2' },
    ...(hasOriginal(item)
      ? [{ label: 'Fetch a newer copy', icon: RefreshCw, onChoose: () => actions.refresh([item], false), ruleBefore: true }]
      : []),
    ...(item.state === 'partial'
      ? [{ label: 'Fetch what is missing', icon: Download, onChoose: () => actions.refresh([item], true) }]
      : []),
    ...(hasOriginal(item) ? [{ label: 'Look in the web archive', icon: FileClock, onChoose: () => actions.fetchFromArchive(item) }] : []),
    { label: 'Delete', icon: Trash2, onChoose: to('trash'), bad: true, ruleBefore: true, keys: '#' },
  ]
}

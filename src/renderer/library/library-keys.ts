// The keys of a list of items. What they do is given; this file says which keys and in which words.
import type { ItemPlace } from '../../shared/item.ts'
import type { Binding } from '../design/key-map.ts'

type Doings = {
  readonly step: (by: 1 | -1) => void
  /** Moves on and marks both rows. */
  readonly extend: (by: 1 | -1) => void
  readonly toEnd: (end: 'first' | 'last') => void
  readonly move: (place: ItemPlace) => void
  readonly remove: () => void
  readonly open: () => void
  readonly favourite: () => void
  readonly tag: () => void
  readonly rename: () => void
  readonly original: () => void
  readonly mark: () => void
  readonly markAll: () => void
  readonly clearMarks: (() => void) | null
  readonly putInList: () => void
  readonly toggleDetails: () => void
  readonly inTrash: boolean
  /** What they act on, in words; null while there is nothing. */
  readonly about: string | null
}

export function libraryKeys(doings: Doings): readonly Binding[] {
  const list = 'In the list'
  const item = 'The item'
  const about = doings.about === null ? {} : { about: doings.about }
  return [
    { keys: 'j', says: 'Next', group: list, repeats: true, run: () => doings.step(1) },
    { keys: 'ArrowDown', says: 'Next', group: list, repeats: true, run: () => doings.step(1) },
    { keys: 'k', says: 'Previous', group: list, repeats: true, run: () => doings.step(-1) },
    { keys: 'ArrowUp', says: 'Previous', group: list, repeats: true, run: () => doings.step(-1) },
    { keys: 'Home', says: 'First', group: list, run: () => doings.toEnd('first') },
    { keys: 'End', says: 'Last', group: list, run: () => doings.toEnd('last') },
    { keys: 'Enter', says: 'Open', group: list, run: doings.open },
    { keys: 'x', says: 'Mark, to act on several', group: list, run: doings.mark },
    { keys: 'Shift+ArrowDown', says: 'Mark down or up', group: list, repeats: true, run: () => doings.extend(1) },
    { keys: 'Shift+ArrowUp', says: 'Mark down or up', group: list, repeats: true, run: () => doings.extend(-1) },
    { keys: 'Mod+a', says: 'Mark what is here', group: list, run: doings.markAll },
    ...(doings.clearMarks === null ? [] : [{ keys: 'Escape', says: 'Forget the marks', group: list, run: doings.clearMarks }]),
    ...(doings.inTrash ? [] : [{ keys: 'e', says: 'Archive', group: item, ...about, run: () => doings.move('archive') }]),
    { keys: 'l', says: doings.inTrash ? 'Put back, for later' : 'Keep for later', group: item, ...about, run: () => doings.move('later') },
    {
      keys: 'Shift+e',
      says: doings.inTrash ? 'Put back into the inbox' : 'Back to the inbox',
      group: item,
      ...about,
      run: () => doings.move('inbox'),
    },
    { keys: 'f', says: 'Favourite', group: item, ...about, run: doings.favourite },
    { keys: 't', says: 'Tags', group: item, ...about, run: doings.tag },
    ...(doings.inTrash ? [] : [{ keys: 'Shift+l', says: 'Put in a reading list', group: item, ...about, run: doings.putInList }]),
    { keys: 'F2', says: 'Rename', group: item, ...about, run: doings.rename },
    { keys: '#', says: doings.inTrash ? 'Delete for good' : 'Delete', group: item, ...about, run: doings.remove },
    { keys: 'o', says: 'Original, in the browser', group: item, ...about, run: doings.original },
    { keys: ']', says: 'Details', group: 'The window', run: doings.toggleDetails },
  ]
}

type ListDoings = { readonly step: (by: 1 | -1) => void; readonly takeOut: () => void; readonly about: string | null }

/** The keys of a reading list beside those of every list. */
export function listKeys({ step, takeOut, about }: ListDoings): readonly Binding[] {
  const group = 'In the list'
  const on = about === null ? {} : { about }
  return [
    { keys: 'Alt+ArrowDown', says: 'Move it down the list', group, ...on, repeats: true, run: () => step(1) },
    { keys: 'Alt+ArrowUp', says: 'Move it up the list', group, ...on, repeats: true, run: () => step(-1) },
    { keys: 'Delete', says: 'Take it out of the list', group, ...on, run: takeOut },
  ]
}

// The places of the library as the rail and the page show them: name, icon, what is asked for, and the words when nothing is there.
import { Archive, Clock, Inbox, type LucideIcon, Presentation, Star, Trash2 } from 'lucide-react'
import type { InputOf, OutputOf } from '../../shared/contract.ts'

export type PlaceName = 'inbox' | 'later' | 'archive' | 'favourites' | 'talks' | 'trash'
type Counts = OutputOf<'item.counts'>

export type LibraryPlace = {
  readonly name: PlaceName
  readonly title: string
  readonly icon: LucideIcon
  readonly query: Pick<InputOf<'item.list'>, 'place' | 'kind' | 'favourite'>
  readonly count: (counts: Counts) => number
  /** The key after "g"; the trash is not a place one hurries to. */
  readonly key: string | null
  readonly empty: { readonly bold: string; readonly plain: string }
}

export const libraryPlaces: readonly LibraryPlace[] = [
  {
    name: 'inbox',
    title: 'Inbox',
    icon: Inbox,
    query: { place: 'inbox' },
    count: ({ places }) => places.inbox,
    key: 'i',
    empty: { bold: 'The inbox is empty.', plain: 'What you add arrives here. Press a, or paste a link anywhere.' },
  },
  {
    name: 'later',
    title: 'Later',
    icon: Clock,
    query: { place: 'later' },
    count: ({ places }) => places.later,
    key: 'l',
    empty: { bold: 'Nothing waits for later.', plain: 'Press l on an item to put it here.' },
  },
  {
    name: 'archive',
    title: 'Archive',
    icon: Archive,
    query: { place: 'archive' },
    count: ({ places }) => places.archive,
    key: 'a',
    empty: { bold: 'The archive is empty.', plain: 'Press e on an item you are done with; it stays here and is found by search.' },
  },
  {
    name: 'favourites',
    title: 'Favourites',
    icon: Star,
    query: { favourite: true },
    count: ({ favourites }) => favourites,
    key: 's',
    empty: { bold: 'No favourites yet.', plain: 'Press f on an item you want to come back to.' },
  },
  {
    name: 'talks',
    title: 'Talks',
    icon: Presentation,
    query: { kind: 'talk' },
    count: ({ talks }) => talks,
    key: 't',
    empty: { bold: 'No talks yet.', plain: 'Add a link to a recording; its start time is kept with it.' },
  },
  {
    name: 'trash',
    title: 'Trash',
    icon: Trash2,
    query: { place: 'trash' },
    count: ({ places }) => places.trash,
    key: null,
    empty: { bold: 'The trash is empty.', plain: 'Deleted items rest here for 30 days and can be put back.' },
  },
]

export function libraryPlace(name: PlaceName): LibraryPlace {
  const found = libraryPlaces.find((place) => place.name === name)
  if (found === undefined) throw new Error(`no place ${name}`)
  return found
}

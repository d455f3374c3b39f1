// The places of the library as the rail and the page show them: name, icon, what is asked for, and the words when nothing is there.
// A tag and a series are places too, made from what the route names.
import { Archive, Clock, Inbox, LibraryBig, type LucideIcon, Presentation, SearchX, Star, Tag, Trash2 } from 'lucide-react'
import type { InputOf, OutputOf } from '../../shared/contract.ts'

export type PlaceName = 'inbox' | 'later' | 'archive' | 'favourites' | 'talks' | 'to-find' | 'trash'
export type PlaceQuery = Pick<InputOf<'item.list'>, 'place' | 'kind' | 'state' | 'favourite' | 'tag' | 'series'>
type Counts = OutputOf<'item.counts'>

export type LibraryPlace = {
  /** Names its list in the window's memory. */
  readonly id: string
  /** "" while it is not known yet. */
  readonly title: string
  readonly icon: LucideIcon
  readonly query: PlaceQuery
  readonly empty: { readonly bold: string; readonly plain: string }
}

export type NamedPlace = LibraryPlace & {
  readonly name: PlaceName
  readonly count: (counts: Counts) => number
  /** The key after "g"; the trash is not a place one hurries to. */
  readonly key: string | null
  /** Shown in the rail only while something is in it. */
  readonly onlyFilled?: boolean
  /** What dropping rows on it does to them. */
  readonly takes: 'inbox' | 'later' | 'archive' | 'trash' | 'favourite' | null
}

const named = (name: PlaceName, rest: Omit<NamedPlace, 'id' | 'name'>): NamedPlace => ({ id: name, name, ...rest })

export const libraryPlaces: readonly NamedPlace[] = [
  named('inbox', {
    title: 'Inbox',
    icon: Inbox,
    query: { place: 'inbox' },
    count: ({ places }) => places.inbox,
    key: 'i',
    takes: 'inbox',
    empty: { bold: 'The inbox is empty.', plain: 'What you add arrives here. Press a, or paste a link anywhere.' },
  }),
  named('later', {
    title: 'Later',
    icon: Clock,
    query: { place: 'later' },
    count: ({ places }) => places.later,
    key: 'l',
    takes: 'later',
    empty: { bold: 'Nothing waits for later.', plain: 'Press l on an item to put it here.' },
  }),
  named('archive', {
    title: 'Archive',
    icon: Archive,
    query: { place: 'archive' },
    count: ({ places }) => places.archive,
    key: 'a',
    takes: 'archive',
    empty: { bold: 'The archive is empty.', plain: 'Press e on an item you are done with; it stays here and is found by search.' },
  }),
  named('favourites', {
    title: 'Favourites',
    icon: Star,
    query: { favourite: true },
    count: ({ favourites }) => favourites,
    key: 's',
    takes: 'favourite',
    empty: { bold: 'No favourites yet.', plain: 'Press f on an item you want to come back to.' },
  }),
  named('talks', {
    title: 'Talks',
    icon: Presentation,
    query: { kind: 'talk' },
    count: ({ talks }) => talks,
    key: 't',
    takes: null,
    empty: { bold: 'No talks yet.', plain: 'Add a link to a recording; its start time is kept with it.' },
  }),
  named('to-find', {
    title: 'To find',
    icon: SearchX,
    query: { state: 'to-find' },
    count: ({ states }) => states['to-find'],
    key: null,
    onlyFilled: true,
    takes: null,
    empty: { bold: 'Nothing is to be found.', plain: 'What a list describes without a link waits here until it has one.' },
  }),
  named('trash', {
    title: 'Trash',
    icon: Trash2,
    query: { place: 'trash' },
    count: ({ places }) => places.trash,
    key: null,
    takes: 'trash',
    empty: { bold: 'The trash is empty.', plain: 'Deleted items rest here for 30 days and can be put back.' },
  }),
]

export function libraryPlace(name: PlaceName): NamedPlace {
  const found = libraryPlaces.find((place) => place.name === name)
  if (found === undefined) throw new Error(`no place ${name}`)
  return found
}

export function tagPlace(tag: string): LibraryPlace {
  return {
    id: `tag ${tag}`,
    title: `#${tag}`,
    icon: Tag,
    query: { tag },
    empty: { bold: `Nothing is tagged #${tag} any more.`, plain: 'Press t on an item to tag it.' },
  }
}

export function seriesPlace(key: string, title: string): LibraryPlace {
  return {
    id: `series ${key}`,
    title,
    icon: LibraryBig,
    query: { series: key },
    empty: { bold: 'No part of this series is here any more.', plain: 'What you delete can be put back from the trash for 30 days.' },
  }
}

/** The address of a tag's screen, as routes.ts writes it. */
export function tagHref(tag: string): string {
  return `#/tag?${new URLSearchParams({ q: tag })}`
}

/** The address of a reading list's screen, as routes.ts writes it. */
export function listHref(id: string): string {
  return `#/list/${id}`
}

/** The address of a series' screen, as routes.ts writes it. */
export function seriesHref(key: string): string {
  return `#/series?${new URLSearchParams({ q: key })}`
}

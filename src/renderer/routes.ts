// Where the window is, as the part of the address behind "#", so that back, forward and reload work under any origin. Pure.
import type { HighlightId } from '../shared/highlight.ts'
import type { CopyId, ItemId } from '../shared/item.ts'
import type { ListId } from '../shared/list.ts'

export const placeNames = ['inbox', 'later', 'archive', 'favourites', 'talks', 'to-find', 'trash'] as const
export type PlaceName = (typeof placeNames)[number]

export const settingsSectionNames = ['general', 'reading', 'keys', 'storage', 'network', 'diagnostics', 'about'] as const
export type SettingsSection = (typeof settingsSectionNames)[number]

export type Route =
  | { readonly screen: 'place'; readonly place: PlaceName }
  | { readonly screen: 'tag'; readonly tag: string }
  | { readonly screen: 'series'; readonly key: string }
  | { readonly screen: 'list'; readonly id: ListId }
  | { readonly screen: 'highlights' }
  | { readonly screen: 'search'; readonly words: string }
  // `anchor`: the part of the page a link led to, as its address names it. `list`: the reading list one reads along.
  | {
      readonly screen: 'item'
      readonly id: ItemId
      readonly copy: CopyId | null
      readonly highlight?: HighlightId
      readonly anchor?: string
      readonly list?: ListId
    }
  | { readonly screen: 'add' }
  // Without a section: the first one.
  | { readonly screen: 'settings'; readonly section?: SettingsSection }

const home: Route = { screen: 'place', place: 'inbox' }

/** Reads `location.hash`; what means nothing leads to the inbox. */
export function readRoute(hash: string): Route {
  const [path = '', query = ''] = hash.replace(/^#\/?/, '').split('?', 2)
  const [first = '', id, ...rest] = path.split('/')
  if (rest.length > 0) return home
  if (first === 'search') return { screen: 'search', words: new URLSearchParams(query).get('q') ?? '' }
  if (first === 'tag' || first === 'series') {
    const name = new URLSearchParams(query).get('q') ?? ''
    if (name === '') return home
    return first === 'tag' ? { screen: 'tag', tag: name } : { screen: 'series', key: name }
  }
  if (first === 'list') return isListId(id) ? { screen: 'list', id } : home
  if (first === 'item') {
    const asked = new URLSearchParams(query)
    const [copy, highlight, anchor, list] = [asked.get('copy'), asked.get('highlight'), asked.get('anchor'), asked.get('list')]
    if (!isItemId(id)) return home
    return {
      screen: 'item',
      id,
      copy: isCopyId(copy) ? copy : null,
      ...(isHighlightId(highlight) ? { highlight } : {}),
      ...(anchor ? { anchor } : {}),
      ...(isListId(list) ? { list } : {}),
    }
  }
  if (first === 'settings') {
    const section = settingsSectionNames.find((name) => name === id)
    return { screen: 'settings', ...(section === undefined ? {} : { section }) }
  }
  if (id !== undefined && id !== '') return home
  if (first === 'add' || first === 'highlights') return { screen: first }
  const place = placeNames.find((name) => name === first)
  return place === undefined ? home : { screen: 'place', place }
}

/** True of an address that means nothing here: the inbox is shown for it, and it should say so. */
export function isAstray(hash: string): boolean {
  return hash !== '' && readRoute(hash) === home && hash !== hashOf(home)
}

/** The hash of a route; `readRoute` reads it back. */
export function hashOf(route: Route): string {
  switch (route.screen) {
    case 'place':
      return `#/${route.place}`
    case 'search':
      return `#/search?${new URLSearchParams({ q: route.words })}`
    case 'item':
      return itemHash(route)
    case 'tag':
      return `#/tag?${new URLSearchParams({ q: route.tag })}`
    case 'series':
      return `#/series?${new URLSearchParams({ q: route.key })}`
    case 'list':
      return `#/list/${route.id}`
    case 'settings':
      return route.section === undefined ? '#/settings' : `#/settings/${route.section}`
    case 'add':
    case 'highlights':
      return `#/${route.screen}`
  }
}

function itemHash({ id, copy, highlight, anchor, list }: Extract<Route, { screen: 'item' }>): string {
  const query = new URLSearchParams({
    ...(copy === null ? {} : { copy }),
    ...(highlight === undefined ? {} : { highlight }),
    ...(anchor === undefined ? {} : { anchor }),
    ...(list === undefined ? {} : { list }),
  }).toString()
  return `#/item/${id}${query === '' ? '' : `?${query}`}`
}

// Ids are checked by their shape here and by the schema behind the door; the schema package itself stays out of the window.
const idShape = /^[0-9a-f]{32}$/

function isItemId(text: string | undefined): text is ItemId {
  return text !== undefined && idShape.test(text)
}

function isListId(text: string | null | undefined): text is ListId {
  return typeof text === 'string' && idShape.test(text)
}

function isCopyId(text: string | null): text is CopyId {
  return text !== null && idShape.test(text)
}

function isHighlightId(text: string | null): text is HighlightId {
  return text !== null && idShape.test(text)
}

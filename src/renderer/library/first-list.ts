// The first questions of the window, asked before anything is drawn: the answers travel while the screens are still being set up. And the
// first rows of a place one is about to open.
import type { QueryClient } from '@tanstack/react-query'
import { listPageSize } from '../../shared/first-questions.ts'
import type { Settings } from '../../shared/settings.ts'
import type { Client } from '../client/client.ts'
import { callOptions } from '../client/use-call.ts'
import { type LibraryPlace, libraryPlaces } from './library-place.ts'

const storedAs = 'carrel.sort'
const sorts: readonly Settings['sort'][] = ['added', 'title', 'length', 'progress', 'opened']

/** The order this window had last, for the moment before the settings are here. */
export function rememberedSort(): Settings['sort'] {
  try {
    return sorts.find((sort) => sort === localStorage.getItem(storedAs)) ?? 'added'
  } catch {
    return 'added'
  }
}

export function rememberSort(sort: Settings['sort']): void {
  try {
    localStorage.setItem(storedAs, sort)
  } catch {
    // No storage here: the settings bring the order a moment later.
  }
}

/**
 * `hash`: where the window opens. Only a place's rows are worth asking for early; other screens ask for their own, and the answer is
 * null. Otherwise it is settled once the rows are here.
 */
export function askForFirstList(client: Client, queries: QueryClient, hash: string): Promise<void> | null {
  const name = hash.replace(/^#\/?/, '')
  const place = libraryPlaces.find((one) => one.name === name) ?? (name === '' ? libraryPlaces[0] : undefined)
  const rows = place === undefined ? null : askForList(client, queries, place)
  void queries.prefetchQuery(callOptions(client, 'settings.get', {}))
  void queries.prefetchQuery(callOptions(client, 'item.counts', {}))
  return rows
}

/** The first rows of a place, to be here when it is opened; nothing is asked when they are here and true. It never fails. */
export function askForList(client: Client, queries: QueryClient, { query }: LibraryPlace): Promise<void> {
  const sort = queries.getQueryData<Settings>(['settings.get', {}])?.sort ?? rememberedSort()
  return queries.prefetchQuery(callOptions(client, 'item.list', { ...query, sort, offset: 0, limit: listPageSize }))
}

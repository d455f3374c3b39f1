// The rows of a list as far as they are looked at: pages of a long list are asked for when they come into view, so 100,000 rows
// cost what one screen costs.
import { useQueries } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import type { InputOf, OutputOf } from '../../shared/contract.ts'
import { listPageSize } from '../../shared/first-questions.ts'
import type { ItemSummary } from '../../shared/item.ts'
import { callOptions, useCall, useClient } from '../client/use-call.ts'
import { type FoundGroup, seriesGroups, seriesRuns } from './series-groups.ts'

export type ListQuery = Omit<InputOf<'item.list'>, 'offset' | 'limit'>

export type ItemWindow = {
  readonly total: number
  /** The row, or null while its page is on its way. */
  readonly row: (index: number) => ItemSummary | null
  /** The rows of the first page, for headings. */
  readonly top: readonly ItemSummary[]
  /** Parts of one series that stand together, as far as the list has been looked at. The same array while it says the same. */
  readonly groups: readonly FoundGroup[]
  /** The rows that are here, with their index. */
  readonly indexOf: (id: string) => number
  /** Every row that is here. */
  readonly loaded: () => readonly ItemSummary[]
  /** The rows from one index to another, both included, whether they are here or not. */
  readonly fetch: (from: number, to: number) => Promise<readonly ItemSummary[]>
  /** Tells which rows are in view. */
  readonly look: (from: number, to: number) => void
  readonly pending: boolean
  readonly error: unknown
  readonly askAgain: () => void
}

export function useItemWindow(query: ListQuery): ItemWindow {
  const client = useClient()
  const [view, setView] = useState({ from: 0, to: 0 })
  const first = useCall('item.list', { ...query, offset: 0, limit: listPageSize })
  const pages: number[] = []
  for (let page = Math.max(1, view.from); page <= view.to; page += 1) pages.push(page)
  const further = useQueries({
    queries: pages.map((page) => callOptions(client, 'item.list', { ...query, offset: page * listPageSize, limit: listPageSize })),
  })

  const here = new Map<number, OutputOf<'item.list'>>()
  if (first.data !== undefined) here.set(0, first.data)
  for (const [at, page] of pages.entries()) {
    const data = further[at]?.data
    if (data !== undefined) here.set(page, data)
  }
  const total = first.data?.total ?? 0
  return {
    total,
    top: first.data?.items ?? nothing,
    groups: useGroups(`${JSON.stringify(query)} ${total}`, here),
    row: (index) => here.get(Math.floor(index / listPageSize))?.items[index % listPageSize] ?? null,
    indexOf: (id) => {
      for (const [page, { items }] of here) {
        const at = items.findIndex((item) => item.id === id)
        if (at >= 0) return page * listPageSize + at
      }
      return -1
    },
    loaded: () => [...here.values()].flatMap(({ items }) => items),
    fetch: async (from, to) => (await client.call('item.list', { ...query, offset: from, limit: to - from + 1 })).items,
    look: (from, to) => {
      const next = { from: Math.floor(from / listPageSize), to: Math.floor(to / listPageSize) }
      if (next.from !== view.from || next.to !== view.to) setView(next)
    },
    pending: first.isPending,
    error: first.error,
    askAgain: () => void first.refetch(),
  }
}

const nothing: readonly ItemSummary[] = []

/**
 * The series of every page seen so far: a page that scrolls out of view keeps its headings, or everything below would move. When
 * the list becomes another one (`list`), only what is here counts.
 */
function useGroups(list: string, here: ReadonlyMap<number, OutputOf<'item.list'>>): readonly FoundGroup[] {
  type Seen = { readonly items: readonly ItemSummary[]; readonly runs: readonly FoundGroup[] }
  const known = useRef<{ list: string; pages: Map<number, Seen>; groups: readonly FoundGroup[] }>({
    list: '',
    pages: new Map(),
    groups: [],
  })
  const { current } = known
  let changed = current.list !== list
  if (changed) {
    current.list = list
    current.pages.clear()
  }
  for (const [page, { items }] of here) {
    if (current.pages.get(page)?.items === items) continue
    current.pages.set(page, { items, runs: seriesRuns(items, page * listPageSize) })
    changed = true
  }
  if (changed) {
    const groups = seriesGroups([...current.pages.values()].flatMap(({ runs }) => runs))
    if (JSON.stringify(groups) !== JSON.stringify(current.groups)) current.groups = groups
  }
  return current.groups
}

// The rows of a list as far as they are looked at: pages of a long list are asked for when they come into view, so 100,000 rows
// cost what one screen costs.
import { useQueries } from '@tanstack/react-query'
import { useState } from 'react'
import type { InputOf, OutputOf } from '../../shared/contract.ts'
import type { ItemSummary } from '../../shared/item.ts'
import { callOptions, useCall, useClient } from '../client/use-call.ts'

export const pageSize = 200
type Query = Omit<InputOf<'item.list'>, 'offset' | 'limit'>

export type ItemWindow = {
  readonly total: number
  /** The row, or null while its page is on its way. */
  readonly row: (index: number) => ItemSummary | null
  /** The rows of the first page, for headings. */
  readonly top: readonly ItemSummary[]
  /** The rows that are here, with their index. */
  readonly indexOf: (id: string) => number
  /** Tells which rows are in view. */
  readonly look: (from: number, to: number) => void
  readonly pending: boolean
  readonly error: unknown
  readonly askAgain: () => void
}

export function useItemWindow(query: Query): ItemWindow {
  const client = useClient()
  const [view, setView] = useState({ from: 0, to: 0 })
  const first = useCall('item.list', { ...query, offset: 0, limit: pageSize })
  const pages: number[] = []
  for (let page = Math.max(1, view.from); page <= view.to; page += 1) pages.push(page)
  const further = useQueries({
    queries: pages.map((page) => callOptions(client, 'item.list', { ...query, offset: page * pageSize, limit: pageSize })),
  })

  const here = new Map<number, OutputOf<'item.list'>>()
  if (first.data !== undefined) here.set(0, first.data)
  for (const [at, page] of pages.entries()) {
    const data = further[at]?.data
    if (data !== undefined) here.set(page, data)
  }
  return {
    total: first.data?.total ?? 0,
    top: first.data?.items ?? [],
    row: (index) => here.get(Math.floor(index / pageSize))?.items[index % pageSize] ?? null,
    indexOf: (id) => {
      for (const [page, { items }] of here) {
        const at = items.findIndex((item) => item.id === id)
        if (at >= 0) return page * pageSize + at
      }
      return -1
    },
    look: (from, to) => {
      const next = { from: Math.floor(from / pageSize), to: Math.floor(to / pageSize) }
      if (next.from !== view.from || next.to !== view.to) setView(next)
    },
    pending: first.isPending,
    error: first.error,
    askAgain: () => void first.refetch(),
  }
}

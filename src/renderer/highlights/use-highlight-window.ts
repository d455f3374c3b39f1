// The highlights that fit a filter, as far as they are looked at: pages are asked for when they come into view, so 10,000 cost what a screen costs.
import { useQueries, useQueryClient } from '@tanstack/react-query'
import { useMemo, useState } from 'react'
import type { InputOf, OutputOf } from '../../shared/contract.ts'
import type { Highlight } from '../../shared/highlight.ts'
import { callOptions, useCall, useClient } from '../client/use-call.ts'

export const pageSize = 200
/** Of a passage that is shown in a list; what is carried away is whole. */
const shownLetters = 2_000
export type HighlightQuery = Omit<InputOf<'highlight.list'>, 'offset' | 'limit' | 'letters'>
type Answer = OutputOf<'highlight.list'>
export type ListedHighlight = Answer['entries'][number]

export function useHighlightWindow(query: HighlightQuery) {
  const client = useClient()
  const queries = useQueryClient()
  const [view, setView] = useState({ from: 0, to: 0 })
  const first = useCall('highlight.list', { ...query, offset: 0, limit: pageSize, letters: shownLetters }, { keep: true })
  const pages: number[] = []
  for (let page = Math.max(1, view.from); page <= view.to; page += 1) pages.push(page)
  const further = useQueries({
    queries: pages.map((page) =>
      callOptions(client, 'highlight.list', { ...query, offset: page * pageSize, limit: pageSize, letters: shownLetters }),
    ),
  })
  const here = new Map<number, Answer>()
  if (first.data !== undefined) here.set(0, first.data)
  for (const [at, page] of pages.entries()) {
    const data = further[at]?.data
    if (data !== undefined) here.set(page, data)
  }
  const shown = useMemo(
    () => ({
      /** The rows at once; the library's event confirms them. */
      changed: (highlight: Highlight) => {
        queries.setQueriesData<Answer>({ queryKey: ['highlight.list'] }, (before) =>
          before === undefined
            ? before
            : { ...before, entries: before.entries.map((one) => (one.highlight.id === highlight.id ? { ...one, highlight } : one)) },
        )
      },
      removed: () => void queries.invalidateQueries({ queryKey: ['highlight.list'] }),
    }),
    [queries],
  )
  return {
    facts: first.data,
    total: first.data?.total ?? 0,
    error: first.error,
    askAgain: () => void first.refetch(),
    entry: (index: number): ListedHighlight | null => here.get(Math.floor(index / pageSize))?.entries[index % pageSize] ?? null,
    indexOf: (id: string): number => {
      for (const [page, { entries }] of here) {
        const at = entries.findIndex((entry) => entry.highlight.id === id)
        if (at >= 0) return page * pageSize + at
      }
      return -1
    },
    look: (from: number, to: number) => {
      const next = { from: Math.floor(Math.max(0, from) / pageSize), to: Math.floor(Math.max(0, to) / pageSize) }
      if (next.from !== view.from || next.to !== view.to) setView(next)
    },
    /** Everything that fits, whole: for carrying away. */
    all: async (): Promise<readonly ListedHighlight[]> => {
      const entries: ListedHighlight[] = []
      for (;;) {
        const page = await client.call('highlight.list', { ...query, offset: entries.length, limit: 2_000 })
        entries.push(...page.entries)
        if (page.entries.length === 0 || entries.length >= page.total) return entries
      }
    },
    shown,
  }
}
export type HighlightWindow = ReturnType<typeof useHighlightWindow>

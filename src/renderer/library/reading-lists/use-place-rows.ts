// Puts rows of a reading list elsewhere in it, dropped or step by step. The rows move at once; the library is told in the order of the keys.
import { useQueryClient } from '@tanstack/react-query'
import type { OutputOf } from '../../../shared/contract.ts'
import type { ItemSummary } from '../../../shared/item.ts'
import type { ListId } from '../../../shared/list.ts'
import { named } from '../../client/action-words.ts'
import type { ListActions } from './list-actions.ts'
import { headingsAt, placed } from './list-order.ts'

type Known = OutputOf<'list.get'>
type PlaceRows = {
  /** Before the row at an index of what is shown; those that are not in the list come into it there. */
  readonly drop: (items: readonly ItemSummary[], beforeRow: number) => void
  readonly step: (items: readonly ItemSummary[], by: 1 | -1) => void
}

export function usePlaceRows(id: ListId, lists: ListActions): PlaceRows {
  const queries = useQueryClient()
  const key = ['list.get', { id }]
  /** The list as it is known now: a key may be quicker than the next drawing. */
  const now = () => {
    const known = queries.getQueryData<Known>(key)
    return known === undefined ? null : { list: known.list, entries: known.entries.filter(({ item }) => item.place !== 'trash') }
  }
  const indexesOf = (entries: Known['entries'], items: readonly ItemSummary[]) => {
    const ids = new Set(items.map((item) => item.id))
    return entries.flatMap(({ item }, at) => (ids.has(item.id) ? [at] : []))
  }
  const place = ({ list, entries }: Pick<Known, 'list' | 'entries'>, from: readonly number[], row: number, words: string | null) => {
    const moving = from.flatMap((at) => entries[at]?.item ?? [])
    const ids = moving.map((item) => item.id)
    const before = entries.slice(row).find(({ item }) => !ids.includes(item.id))?.item.id ?? null
    const staying = entries.filter(({ item }) => !ids.includes(item.id))
    const at = before === null ? staying.length : staying.findIndex(({ item }) => item.id === before)
    const headings = headingsAt(staying, at, row > (from[0] ?? 0))
    const next = placed(entries, ids, before, headings)
    if (JSON.stringify(next.map(standing)) === JSON.stringify(entries.map(standing))) return
    queries.setQueryData<Known>(key, (known) => known && { ...known, entries: [...next] })
    lists.place(list, entries, moving, { before, headings }, words)
  }
  return {
    drop(items, row) {
      const known = now()
      if (known === null) return
      const from = indexesOf(known.entries, items)
      const others = items.filter((item) => !known.entries.some((entry) => entry.item.id === item.id))
      if (others.length > 0) lists.add(known.list, others, known.entries[row]?.item.id ?? null)
      if (from.length > 0) place(known, from, row, `Moved ${named(items)}`)
    },
    step(items, by) {
      const known = now()
      const from = known === null ? [] : indexesOf(known.entries, items)
      if (known === null || from.length === 0) return
      const to = by === 1 ? Math.max(...from) + 2 : Math.min(...from) - 1
      place(known, from, Math.max(0, Math.min(known.entries.length, to)), null)
    },
  }
}

function standing({ item, headings }: Known['entries'][number]): readonly [string, readonly string[]] {
  return [item.id, headings]
}

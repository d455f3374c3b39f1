// Puts rows of a reading list elsewhere in it, dropped or step by step. The rows move at once; the library is told in the order of the keys.
import { useQueryClient } from '@tanstack/react-query'
import type { OutputOf } from '../../../shared/contract.ts'
import type { ItemSummary } from '../../../shared/item.ts'
import type { ListId } from '../../../shared/list.ts'
import { named } from '../../client/action-words.ts'
import type { ListActions } from './list-actions.ts'
import { oneStep, placed, type Target } from './list-order.ts'

type Known = OutputOf<'list.get'>
type PlaceRows = {
  readonly drop: (items: readonly ItemSummary[], to: Target) => void
  readonly step: (items: readonly ItemSummary[], by: 1 | -1) => void
}

export function usePlaceRows(id: ListId, lists: ListActions): PlaceRows {
  const queries = useQueryClient()
  const key = ['list.get', { id }]

  /** `to` answers where they go, given the rows they stand at. */
  const place = (items: readonly ItemSummary[], to: (entries: Known['entries'], from: readonly number[]) => Target | null) => {
    // The list as it is known now: a key may be quicker than the next drawing.
    const known = queries.getQueryData<Known>(key)
    if (known === undefined) return
    const entries = known.entries.filter(({ item }) => item.place !== 'trash')
    const wanted = new Set(items.map((item) => item.id))
    const from = entries.flatMap(({ item }, at) => (wanted.has(item.id) ? [at] : []))
    const target = from.length === 0 ? null : to(entries, from)
    if (target === null) return
    const moving = from.flatMap((at) => entries[at]?.item ?? [])
    const ids = moving.map((item) => item.id)
    const before = entries.slice(target.before).find(({ item }) => !wanted.has(item.id))?.item.id ?? null
    const headings = entries[target.beside]?.headings ?? []
    const next = placed(entries, ids, before, headings)
    if (JSON.stringify(next.map(standing)) === JSON.stringify(entries.map(standing))) return
    const trashed = known.entries.filter(({ item }) => item.place === 'trash')
    // An answer that was asked for before this move would put the rows back, and the next key would count from there. The library's news of
    // the move asks anew. Not reverted: that would come after the rows were moved.
    void queries.cancelQueries({ queryKey: key }, { revert: false, silent: true })
    queries.setQueryData<Known>(key, { ...known, entries: [...next, ...trashed] })
    const at = next.findIndex(({ item }) => item.id === ids[0])
    const words = ids.length === 1 ? `${named(moving)} is now ${at + 1} of ${next.length}` : `Moved ${named(moving)}`
    const askAgain = () => void queries.invalidateQueries({ queryKey: key })
    lists.place(known.list, known.entries, moving, { before, headings }, words, askAgain)
  }
  return {
    drop: (items, to) => place(items, () => to),
    step: (items, by) => place(items, (entries, from) => oneStep(entries, from, by)),
  }
}

function standing({ item, headings }: Known['entries'][number]): readonly [string, readonly string[]] {
  return [item.id, headings]
}

// Moves the current row of a reading list up or down by Alt and an arrow. The row moves at once; the library is told in the order of the keys.
import { useQueryClient } from '@tanstack/react-query'
import type { OutputOf } from '../../../shared/contract.ts'
import type { ItemId } from '../../../shared/item.ts'
import type { ListId } from '../../../shared/list.ts'
import type { ItemActions } from '../../client/item-actions.ts'
import { useClient } from '../../client/use-call.ts'
import { useKeys } from '../../design/use-keys.ts'

/** `current` answers the row that is moved, null while there is none. */
export function useReorder(list: ListId, actions: ItemActions, current: () => ItemId | null): void {
  const client = useClient()
  const queries = useQueryClient()
  const key = ['list.get', { id: list }]

  const move = (by: 1 | -1) => {
    const known = queries.getQueryData<OutputOf<'list.get'>>(key)
    const id = current()
    const from = known?.entries.findIndex(({ item }) => item.id === id) ?? -1
    const entry = known?.entries[from]
    const to = from + by
    if (known === undefined || entry === undefined || to < 0 || to >= known.entries.length) return
    const others = known.entries.toSpliced(from, 1)
    const beforeOf = (at: number) => others[at]?.item.id ?? null
    const place = (at: number) => client.call('list.place', { id: list, items: [entry.item.id], before: beforeOf(at) })
    queries.setQueryData(key, { ...known, entries: others.toSpliced(to, 0, entry) })
    actions.undoable(
      `“${entry.item.title}” is now ${to + 1} of ${known.entries.length}`,
      async () => {
        try {
          await place(to)
        } catch (error) {
          void queries.invalidateQueries({ queryKey: key })
          throw error
        }
      },
      () => place(from),
      `“${entry.item.title}” is ${from + 1} of ${known.entries.length} again`,
    )
  }
  useKeys([
    { keys: 'Alt+ArrowUp', says: 'Move it up the list', group: 'In the list', repeats: true, run: () => move(-1) },
    { keys: 'Alt+ArrowDown', says: 'Move it down the list', group: 'In the list', repeats: true, run: () => move(1) },
  ])
}

// What a row can ask of its list. The same object for good: a row is drawn again only when it is another row.
import { useMemo, useRef } from 'react'
import type { ItemId, ItemSummary } from '../../shared/item.ts'
import type { ItemActions } from '../client/item-actions.ts'
import { takeInHand } from './dragged-items.ts'
import type { Rows } from './item-list.tsx'
import type { RowDoings } from './item-row.tsx'
import type { CurrentRow } from './use-current-row.ts'
import type { Marks } from './use-marks.ts'

type List = {
  readonly rows: Rows
  readonly current: CurrentRow
  readonly marks: Marks
  readonly actions: ItemActions
  readonly onOpen: (item: Pick<ItemSummary, 'id'>) => void
  readonly onRenamed: () => void
}

export function useRowDoings(list: List): RowDoings {
  const latest = useRef(list)
  latest.current = list
  return useMemo<RowDoings>(() => {
    const itemOf = (id: ItemId) => {
      const { rows } = latest.current
      return rows.row(rows.indexOf(id))?.item ?? null
    }
    /** Marks every row between the current one and this, both included. */
    const markTo = (id: ItemId) => {
      const { rows, current, marks, actions } = latest.current
      const [from, to] = [current.index, rows.indexOf(id)].sort((a, b) => a - b)
      if (from === undefined || to === undefined || from < 0) return
      actions.attempt(async () => marks.add(await rows.fetch(from, to)))
    }
    return {
      choose: (id) => latest.current.current.choose(id),
      click: (id, reach) => {
        const item = itemOf(id)
        if (item === null) return
        if (reach === 'range') return markTo(id)
        if (reach === 'more') latest.current.marks.toggle(item)
        latest.current.current.choose(id)
      },
      open: (id) => latest.current.onOpen({ id }),
      toggleMark: (id) => {
        const item = itemOf(id)
        if (item !== null) latest.current.marks.toggle(item)
      },
      rename: (item, title) => {
        if (title !== null) latest.current.actions.rename(item, title)
        latest.current.onRenamed()
      },
      drag: (id, transfer) => {
        const { marks } = latest.current
        const item = itemOf(id)
        if (item !== null) takeInHand(transfer, marks.ids.has(id) ? marks.items() : [item])
      },
      openOutside: (url) => latest.current.actions.openOutside(url),
      remedy: (call, item) => latest.current.actions.remedy(call, item),
      putBack: (item) => {
        const { actions, current } = latest.current
        actions.move([item], 'inbox')
        // The button that was pressed goes with its row; the keyboard goes on in the next one.
        if (current.item?.id === item.id) current.leave()
      },
    }
  }, [])
}

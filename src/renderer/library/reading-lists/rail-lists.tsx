// The reading lists in the rail, those changed last first; rows dropped on one are added to it.
import { useState } from 'react'
import type { ItemActions } from '../../client/item-actions.ts'
import { useCall, useClient } from '../../client/use-call.ts'
import { listHref } from '../library-place.ts'
import { RailEntry } from '../rail-entry.tsx'
import { addToList } from './list-doings.ts'

type Props = { readonly here: string; readonly stop: string; readonly actions: ItemActions }

const shownFirst = 12

export function RailLists({ here, stop, actions }: Props) {
  const client = useClient()
  const lists = useCall('list.list', {}).data?.lists ?? []
  const [all, setAll] = useState(false)
  if (lists.length === 0) return null
  const withHref = lists.map((list) => ({ list, href: listHref(list.id) }))
  const shown = all ? withHref : withHref.filter(({ href }, at) => at < shownFirst || href === here)
  return (
    <>
      <h2 id="rail-lists">Reading lists</h2>
      <ul className="lists" aria-labelledby="rail-lists">
        {shown.map(({ list, href }) => (
          <RailEntry
            key={list.id}
            href={href}
            here={here}
            n={list.items}
            tabStop={stop === href}
            onTake={(items) => addToList(client, actions, list, items)}
          >
            <span className="cut" dir="auto" title={list.title}>
              {list.title}
            </span>
          </RailEntry>
        ))}
        {lists.length > shownFirst ? (
          <li>
            <button type="button" className="all" aria-expanded={all} onClick={() => setAll(!all)}>
              {all ? 'Show fewer' : `Show all ${lists.length}`}
            </button>
          </li>
        ) : null}
      </ul>
    </>
  )
}

// The reading lists in the rail, above the series: each takes dropped rows, can be renamed and removed; "+" makes an empty one.
import { Pencil, Plus, Trash2 } from 'lucide-react'
import { useState } from 'react'
import type { ListId } from '../../../shared/list.ts'
import type { ItemActions } from '../../client/item-actions.ts'
import { useCall } from '../../client/use-call.ts'
import { Menu } from '../../design/menu.tsx'
import { ToolButton } from '../../design/tool-button.tsx'
import { listHref } from '../library-place.ts'
import { RailEntry } from '../rail-entry.tsx'
import { RowName } from '../row-name.tsx'
import { useListActions } from './use-list-actions.ts'

const shownFirst = 12

type Props = { readonly here: string; readonly stop: string; readonly actions: ItemActions }

export function RailLists({ here, stop, actions }: Props) {
  // The newest first: one that is changed stays where it stands.
  const lists = (useCall('list.list', {}).data?.lists ?? []).toSorted((a, b) => b.createdAt - a.createdAt)
  const doings = useListActions(actions)
  const [all, setAll] = useState(false)
  const [renaming, setRenaming] = useState<ListId | 'new' | null>(null)
  const shown = all ? lists : lists.filter(({ id }, at) => at < shownFirst || listHref(id) === here)
  return (
    <>
      <div className="rail-head">
        <h2 id="rail-lists">Reading lists and series</h2>
        <ToolButton icon={Plus} name="New reading list" onPress={() => setRenaming('new')} />
      </div>
      <ul className="lists" aria-labelledby="rail-lists">
        {renaming === 'new' ? (
          <li className="renaming">
            <RowName
              title=""
              label="Name of the new list"
              onDone={(title) => {
                setRenaming(null)
                if (title !== null && title.trim() !== '') doings.make(title.trim(), [], (id) => location.assign(listHref(id)))
              }}
            />
          </li>
        ) : null}
        {shown.map((list) => {
          const href = listHref(list.id)
          if (renaming === list.id) {
            return (
              <li key={list.id} className="renaming">
                <RowName
                  title={list.title}
                  label="Name of the list"
                  onDone={(title) => {
                    setRenaming(null)
                    if (title !== null) doings.rename(list, title)
                  }}
                />
              </li>
            )
          }
          const rename = () => setRenaming(list.id)
          const remove = () =>
            doings.remove(list, () => {
              if (location.hash === href) location.assign('#/inbox')
            })
          return (
            <RailEntry
              key={list.id}
              href={href}
              here={here}
              n={list.items}
              tabStop={stop === href}
              onTake={(items) => doings.add(list, items)}
              keys={{ F2: rename, Delete: remove }}
              menu={
                <Menu
                  name={`More about ${list.title}`}
                  look="tool"
                  tabStop={stop === href}
                  lines={[
                    { label: 'Rename', icon: Pencil, onChoose: rename, keys: 'F2' },
                    { label: 'Remove the list', icon: Trash2, onChoose: remove, bad: true },
                  ]}
                />
              }
            >
              <span className="cut" dir="auto" title={list.title}>
                {list.title}
              </span>
            </RailEntry>
          )
        })}
        {lists.length > shownFirst ? (
          <li>
            <button type="button" className="all" aria-expanded={all} onClick={() => setAll(!all)}>
              {all ? 'Show fewer' : `Show all ${lists.length} lists`}
            </button>
          </li>
        ) : null}
      </ul>
    </>
  )
}

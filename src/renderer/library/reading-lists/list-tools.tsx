// What is done with a whole reading list, by a button, a menu and the palette: fetched, shared, renamed, merged, removed.
import { CloudDownload, Code, Copy, FileText, Merge, Pencil, Rows2, Rows3, Trash2 } from 'lucide-react'
import { useState } from 'react'
import type { ItemSummary } from '../../../shared/item.ts'
import type { ListId, ListSummary } from '../../../shared/list.ts'
import { Icon } from '../../design/icon.tsx'
import { Menu, type MenuLine } from '../../design/menu.tsx'
import { ToolButton } from '../../design/tool-button.tsx'
import { useOffers } from '../../design/use-keys.ts'
import { formNames, type ListActions } from './list-actions.ts'
import { ListChooser } from './list-chooser.tsx'
import { ListFetching } from './list-fetching.tsx'

type Props = {
  readonly list: ListSummary
  readonly actions: ListActions
  readonly compact: boolean
  readonly items: readonly ItemSummary[]
  /** Something of it is not on this machine. */
  readonly lacking: boolean
  readonly onRename: () => void
  readonly onDensity: () => void
  /** It was removed; or joined another one. */
  readonly onGone: () => void
  readonly onMerged: (into: ListId) => void
}

const formIcons = { markdown: Copy, html: Code, text: FileText } as const

export function ListTools({ list, actions, compact, items, lacking, onRename, onDensity, onGone, onMerged }: Props) {
  const [merging, setMerging] = useState(false)
  const fetchAll = () => actions.fetchAll(list)
  const lines: readonly (MenuLine & { readonly says: string })[] = [
    { label: 'Rename', says: 'Rename the list', icon: Pencil, onChoose: onRename },
    ...(['markdown', 'html', 'text'] as const).map((form) => {
      const label = `Copy as ${formNames[form]}`
      const says = `Copy the list as ${formNames[form]}`
      return { label, says, icon: formIcons[form], onChoose: () => actions.share(list, form), ruleBefore: form === 'markdown' }
    }),
    {
      label: 'Merge into another list',
      says: 'Merge the list into another one',
      icon: Merge,
      onChoose: () => setMerging(true),
      ruleBefore: true,
    },
    { label: 'Remove the list', says: 'Remove the list', icon: Trash2, onChoose: () => actions.remove(list, onGone), bad: true },
  ]
  useOffers([
    ...(lacking ? [{ says: 'Make all of it offline', about: list.title, icon: CloudDownload, run: fetchAll }] : []),
    ...lines.map(({ says, icon, onChoose }) => ({ says, about: list.title, icon, run: onChoose })),
  ])
  return (
    <>
      <ListFetching items={items}>
        {lacking ? (
          <button type="button" className="btn sm" onClick={fetchAll}>
            <Icon of={CloudDownload} small />
            Make all of it offline
          </button>
        ) : null}
      </ListFetching>
      <ToolButton icon={compact ? Rows2 : Rows3} name={compact ? 'Density: compact' : 'Density: comfortable'} onPress={onDensity} />
      <Menu name="More about this list" look="tool" lines={lines} />
      {merging ? (
        <ListChooser
          title="Merge it into which list?"
          without={list.id}
          onChoose={(into) => {
            setMerging(false)
            actions.merge(list, into, () => onMerged(into.id))
          }}
          onNew={null}
          onClose={() => setMerging(false)}
        />
      ) : null}
    </>
  )
}

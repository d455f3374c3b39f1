// What is done with a whole reading list: fetched, shared, renamed, merged, removed.
import { CloudDownload, Code, Copy, FileText, Merge, Pencil, Rows2, Rows3, Trash2 } from 'lucide-react'
import { useState } from 'react'
import type { ListId, ListSummary } from '../../../shared/list.ts'
import { Icon } from '../../design/icon.tsx'
import { Menu } from '../../design/menu.tsx'
import { ToolButton } from '../../design/tool-button.tsx'
import type { ListActions } from './list-actions.ts'
import { ListChooser } from './list-chooser.tsx'

type Props = {
  readonly list: ListSummary
  readonly actions: ListActions
  readonly compact: boolean
  /** Something of it is not on this machine. */
  readonly lacking: boolean
  readonly onRename: () => void
  readonly onDensity: () => void
  /** It was removed; or joined another one. */
  readonly onGone: () => void
  readonly onMerged: (into: ListId) => void
}

export function ListTools({ list, actions, compact, lacking, onRename, onDensity, onGone, onMerged }: Props) {
  const [merging, setMerging] = useState(false)
  return (
    <>
      {lacking ? (
        <button type="button" className="btn sm" onClick={() => actions.fetchAll(list)}>
          <Icon of={CloudDownload} small />
          Make all of it offline
        </button>
      ) : null}
      <ToolButton icon={compact ? Rows2 : Rows3} name={compact ? 'Density: compact' : 'Density: comfortable'} onPress={onDensity} />
      <Menu
        name="More about this list"
        look="tool"
        lines={[
          { label: 'Rename', icon: Pencil, onChoose: onRename },
          { label: 'Copy as Markdown', icon: Copy, onChoose: () => actions.share(list, 'markdown'), ruleBefore: true },
          { label: 'Copy as HTML', icon: Code, onChoose: () => actions.share(list, 'html') },
          { label: 'Copy as plain text', icon: FileText, onChoose: () => actions.share(list, 'text') },
          { label: 'Merge into another list', icon: Merge, onChoose: () => setMerging(true), ruleBefore: true },
          { label: 'Remove the list', icon: Trash2, onChoose: () => actions.remove(list, onGone), bad: true },
        ]}
      />
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

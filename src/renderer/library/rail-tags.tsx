// The tags in the rail: most used first, the rest behind one press; each can be renamed and taken off everything, and takes dropped rows.
import { Pencil, Trash2 } from 'lucide-react'
import { useState } from 'react'
import { tagName } from '../../shared/tag-name.ts'
import type { ItemActions } from '../client/item-actions.ts'
import { useCall, useClient } from '../client/use-call.ts'
import { Menu } from '../design/menu.tsx'
import { tagHref } from './library-place.ts'
import { RailEntry } from './rail-entry.tsx'
import { RowName } from './row-name.tsx'
import { removeTag, renameTag } from './tag-actions.ts'

type Props = {
  readonly here: string
  readonly stop: string
  readonly actions: ItemActions
  /** A tag has another name now, or is gone: whoever shows it goes along. */
  readonly onMoved: (from: string, to: string | null) => void
}

const shownFirst = 12

export function RailTags({ here, stop, actions, onMoved }: Props) {
  const client = useClient()
  const tags = useCall('tag.list', {}).data?.tags ?? []
  const [all, setAll] = useState(false)
  const [renaming, setRenaming] = useState<string | null>(null)
  if (tags.length === 0) return null
  const byUse = tags.toSorted((a, b) => b.items - a.items || a.tag.localeCompare(b.tag))
  // The names stand in the order of the alphabet, whichever of them are shown.
  const shown = (all ? byUse : byUse.filter(({ tag }, at) => at < shownFirst || tagHref(tag) === here)).toSorted((a, b) =>
    a.tag.localeCompare(b.tag),
  )
  return (
    <>
      <h2 id="rail-tags">Tags</h2>
      <ul className="tags" aria-labelledby="rail-tags">
        {shown.map(({ tag, items }) =>
          renaming === tag ? (
            <li key={tag} className="renaming">
              <RowName
                title={tag}
                onDone={(typed) => {
                  setRenaming(null)
                  const to = typed === null ? null : tagName(typed)
                  if (to === null || to === tag) return
                  renameTag(client, actions, tag, to)
                  onMoved(tag, to)
                }}
              />
            </li>
          ) : (
            <RailEntry
              key={tag}
              href={tagHref(tag)}
              here={here}
              n={items}
              tabStop={stop === tagHref(tag)}
              onTake={(dropped) => actions.tag(dropped, [tag], [])}
              menu={
                <Menu
                  name={`More about #${tag}`}
                  look="tool"
                  tabStop={stop === tagHref(tag)}
                  lines={[
                    { label: 'Rename', icon: Pencil, onChoose: () => setRenaming(tag) },
                    {
                      label: 'Take it off everything',
                      icon: Trash2,
                      bad: true,
                      onChoose: () => {
                        removeTag(client, actions, tag)
                        onMoved(tag, null)
                      },
                    },
                  ]}
                />
              }
            >
              <span className="tag cut">{tag}</span>
            </RailEntry>
          ),
        )}
        {tags.length > shownFirst ? (
          <li>
            <button type="button" className="all" aria-expanded={all} onClick={() => setAll(!all)}>
              {all ? 'Show fewer' : `Show all ${tags.length}`}
            </button>
          </li>
        ) : null}
      </ul>
    </>
  )
}

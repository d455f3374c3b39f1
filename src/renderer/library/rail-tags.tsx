// The tags in the rail: most used first, the rest behind one press; each can be renamed and taken off everything, and takes dropped rows.
import { Pencil, Trash2 } from 'lucide-react'
import { useMemo, useState } from 'react'
import { tagName } from '../../shared/tag-name.ts'
import type { ItemActions } from '../client/item-actions.ts'
import { useCall, useClient } from '../client/use-call.ts'
import { count } from '../design/amounts.ts'
import { Menu } from '../design/menu.tsx'
import { tagHref } from './library-place.ts'
import { RailEntry } from './rail-entry.tsx'
import { RowName } from './row-name.tsx'
import { type CountedTag, shownTags, tagsAtFirst } from './shown-tags.ts'
import { removeTag, renameTag } from './tag-actions.ts'

type Props = {
  readonly here: string
  readonly stop: string
  readonly actions: ItemActions
  /** A tag has another name now, or is gone: whoever shows it goes along. */
  readonly onMoved: (from: string, to: string | null) => void
}

/** From so many on they are found by name. */
const findFrom = 40
const noTags: readonly CountedTag[] = []

export function RailTags({ here, stop, actions, onMoved }: Props) {
  const client = useClient()
  const { data } = useCall('tag.list', {})
  const tags = data?.tags ?? noTags
  const [typed, setTyped] = useState('')
  const [all, setAll] = useState(false)
  const [renaming, setRenaming] = useState<string | null>(null)
  const { shown, more } = useMemo(() => shownTags(tags, all ? { typed } : null, (tag) => tagHref(tag) === here), [tags, all, typed, here])
  if (tags.length === 0) return null
  return (
    <>
      <h2 id="rail-tags">Tags</h2>
      {all && tags.length > findFrom ? (
        <div className="field find">
          <input
            type="search"
            aria-label="Find a tag"
            placeholder="Find a tag"
            autoComplete="off"
            autoCapitalize="none"
            spellCheck={false}
            value={typed}
            onChange={(event) => setTyped(event.target.value)}
            onKeyDown={(event) => {
              if (event.key !== 'Escape' || typed === '') return
              event.stopPropagation()
              setTyped('')
            }}
          />
        </div>
      ) : null}
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
                  renameTag(client, actions, tag, to, () => onMoved(tag, to))
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
                      onChoose: () => removeTag(client, actions, tag, () => onMoved(tag, null)),
                    },
                  ]}
                />
              }
            >
              <span className="tag cut">{tag}</span>
            </RailEntry>
          ),
        )}
        {all && more > 0 ? <li className="quiet more">{`${count(more)} more: find them by name`}</li> : null}
        {all && shown.length === 0 ? <li className="quiet more">No tag is like that</li> : null}
        {tags.length > tagsAtFirst ? (
          <li>
            <button
              type="button"
              className="all"
              aria-expanded={all}
              onClick={() => {
                setAll(!all)
                setTyped('')
              }}
            >
              {all ? 'Show fewer' : `Show all ${count(tags.length)}`}
            </button>
          </li>
        ) : null}
      </ul>
    </>
  )
}

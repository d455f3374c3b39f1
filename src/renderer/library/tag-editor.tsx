// The tags of one item or of several: what they have, a field that adds, and the known tags to choose from. Kept when it closes, as one
// step that can be undone.
import { Check, Minus, Plus, X } from 'lucide-react'
import { useEffect, useId, useRef, useState } from 'react'
import type { ItemSummary } from '../../shared/item.ts'
import { tagName } from '../../shared/tag-name.ts'
import type { ItemActions } from '../client/item-actions.ts'
import { useCall } from '../client/use-call.ts'
import { amount, count } from '../design/amounts.ts'
import { Dialog } from '../design/dialog.tsx'
import { Icon } from '../design/icon.tsx'
import { holdOf, noEdits, suggestedTags, tagsHeld, toggled, without, withTag } from './tag-edits.ts'
import './tag-editor.css'

type Props = { readonly items: readonly ItemSummary[]; readonly actions: ItemActions; readonly onClose: () => void }

const suggestedAtMost = 8

export function TagEditor({ items, actions, onClose }: Props) {
  const known = useCall('tag.list', {}).data?.tags ?? []
  const [typed, setTyped] = useState('')
  const [edits, setEdits] = useState(noEdits)
  /** The line the arrows are on; -1: what is typed counts. */
  const [active, setActive] = useState(-1)
  const listId = useId()
  const field = useRef<HTMLInputElement>(null)
  // The dialog opens with the focus on its first button; it was opened to type.
  useEffect(() => field.current?.focus(), [])

  const tags = items.map((item) => item.tags)
  const held = tagsHeld(tags, edits)
  const name = tagName(typed)
  const byUse = known.toSorted((a, b) => b.items - a.items).map(({ tag }) => tag)
  const fits = suggestedTags(byUse, name ?? '', suggestedAtMost)
  const isNew = name !== null && !known.some(({ tag }) => tag === name) && !held.some(({ tag }) => tag === name)
  const lines = isNew ? [...fits, name] : fits
  // Room for as many as there can be, so that nothing jumps while one types, and for no more.
  const room = Math.min(known.length, suggestedAtMost) + 1

  /** Esc keeps what was chosen and drops what was only being typed; Done means that, too. */
  const close = (last = edits) => {
    actions.tag(items, last.add, last.remove)
    onClose()
  }
  const press = (tag: string) => {
    setEdits(toggled(tags, edits, tag))
    setTyped('')
    setActive(-1)
    field.current?.focus()
  }
  const onKeyDown = (event: React.KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault()
      const by = event.key === 'ArrowDown' ? 1 : -1
      // One place more than lines: before the first one stands the field itself.
      setActive(((active + 1 + by + lines.length + 1) % (lines.length + 1)) - 1)
    } else if (event.key === 'Enter' || (event.key === ',' && name !== null)) {
      event.preventDefault()
      const line = lines[active]
      if (line !== undefined) press(line)
      else if (name !== null) {
        setEdits(withTag(tags, edits, name))
        setTyped('')
      } else close()
    } else if (event.key === 'Backspace' && typed === '') {
      const last = held.at(-1)
      if (last !== undefined) setEdits(without(tags, edits, last.tag))
    }
  }

  return (
    <Dialog title={items.length === 1 ? `Tags of “${items[0]?.title ?? ''}”` : `Tags of ${items.length} items`} onClose={() => close()}>
      <div className="tag-editor">
        <ul className="held" aria-label="Tags">
          {held.map(({ tag, hold, items: n }) => (
            <li key={tag}>
              <span className="tag">{tag}</span>
              {hold === 'some' ? <span className="quiet num">{`${n} of ${items.length}`}</span> : null}
              <button
                type="button"
                aria-label={`Take #${tag} off`}
                title={`Take #${tag} off`}
                onClick={() => {
                  setEdits(without(tags, edits, tag))
                  field.current?.focus()
                }}
              >
                <Icon of={X} small />
              </button>
            </li>
          ))}
        </ul>
        <div className="field">
          <input
            ref={field}
            type="text"
            role="combobox"
            aria-label="Add a tag"
            aria-expanded={lines.length > 0}
            aria-controls={listId}
            aria-autocomplete="list"
            aria-activedescendant={active < 0 ? undefined : `${listId}-${active}`}
            autoComplete="off"
            autoCapitalize="none"
            spellCheck={false}
            placeholder="Add a tag"
            value={typed}
            onChange={(event) => {
              setTyped(event.target.value)
              setActive(-1)
            }}
            onKeyDown={onKeyDown}
          />
        </div>
        <div role="listbox" id={listId} aria-label="Known tags" aria-multiselectable className="known" style={{ '--lines': room }}>
          {lines.map((tag, at) => {
            const { hold } = holdOf(tags, edits, tag)
            const fresh = isNew && at === lines.length - 1
            return (
              // biome-ignore lint/a11y/useKeyWithClickEvents: its keys are the field's, which keeps the focus
              // biome-ignore lint/a11y/useFocusableInteractive: the field keeps the focus and names the line by aria-activedescendant
              <div
                key={tag}
                role="option"
                id={`${listId}-${at}`}
                aria-selected={hold === 'all'}
                className={at === active ? 'on' : undefined}
                onMouseDown={(event) => event.preventDefault()}
                onClick={() => press(tag)}
              >
                <span className="sign">
                  {fresh ? (
                    <Icon of={Plus} small />
                  ) : hold === 'all' ? (
                    <Icon of={Check} small />
                  ) : hold === 'some' ? (
                    <Icon of={Minus} small />
                  ) : null}
                </span>
                <span className="cut">{fresh ? `New tag #${tag}` : `#${tag}`}</span>
                {hold === 'some' ? <span className="sr">, on some of them</span> : null}
                <span className="n num">{fresh ? '' : count(known.find((one) => one.tag === tag)?.items ?? 0)}</span>
              </div>
            )
          })}
        </div>
        <p className="sr" role="status">
          {typed === '' ? '' : amount(lines.length, 'tag fits', 'tags fit')}
        </p>
        <div className="do">
          <span className="quiet hint">
            <kbd>↵</kbd> adds, <kbd>⌫</kbd> takes the last one off
          </span>
          <span className="spring" />
          <button type="button" className="btn primary" onClick={() => close(name === null ? edits : withTag(tags, edits, name))}>
            Done
          </button>
        </div>
      </div>
    </Dialog>
  )
}

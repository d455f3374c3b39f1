// The tags of a highlight: each with a way to take it off, and a field that offers those the library has.
import { X } from 'lucide-react'
import { useId, useRef, useState } from 'react'
import { tagName } from '../../shared/tag-name.ts'
import { useCall } from '../client/use-call.ts'
import { Icon } from '../design/icon.tsx'
import './writing.css'

type Props = {
  readonly tags: readonly string[]
  readonly onChange: (tags: readonly string[]) => void
  readonly onLeave: () => void
  readonly focus?: boolean
}

const offered = 6

export function TagField({ tags, onChange, onLeave, focus = true }: Props) {
  const id = useId()
  const field = useRef<HTMLInputElement>(null)
  const [text, setText] = useState('')
  const [chosen, setChosen] = useState(-1)
  const ofItems = useCall('tag.list', {}).data?.tags ?? []
  const ofHighlights = useCall('highlight.list', { limit: 1, letters: 1 }).data?.tags ?? []
  const known = [...new Set([...ofHighlights.map(({ tag }) => tag), ...ofItems.map(({ tag }) => tag)])]
  const written = tagName(text)
  const matches = known.filter((tag) => !tags.includes(tag) && (written === null || tag.includes(written))).slice(0, offered)

  const add = (tag: string | null) => {
    if (tag !== null && !tags.includes(tag)) onChange([...tags, tag])
    setText('')
    setChosen(-1)
    field.current?.focus()
  }
  return (
    <div className="hl-tags">
      {tags.map((tag) => (
        <button
          key={tag}
          type="button"
          className="tag"
          aria-label={`Take #${tag} off`}
          onClick={() => onChange(tags.filter((one) => one !== tag))}
        >
          {tag}
          <Icon of={X} small />
        </button>
      ))}
      <input
        ref={field}
        // biome-ignore lint/a11y/noAutofocus: it appears because the reader asked for it
        autoFocus={focus}
        role="combobox"
        aria-label="Add a tag"
        aria-expanded={matches.length > 0}
        aria-controls={id}
        aria-autocomplete="list"
        aria-activedescendant={chosen < 0 ? undefined : `${id}-${chosen}`}
        autoComplete="off"
        spellCheck={false}
        placeholder="Add a tag"
        maxLength={100}
        value={text}
        onChange={(event) => {
          setText(event.target.value)
          setChosen(-1)
        }}
        onKeyDown={(event) => {
          const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
          if (step !== undefined && matches.length > 0) {
            event.preventDefault()
            setChosen((chosen + step + matches.length + (chosen < 0 && step < 0 ? 1 : 0)) % matches.length)
          } else if (event.key === 'Enter' || (event.key === ',' && written !== null)) {
            event.preventDefault()
            if (written === null && chosen < 0) onLeave()
            else add(matches[chosen] ?? written)
          } else if (event.key === 'Backspace' && text === '' && tags.length > 0) onChange(tags.slice(0, -1))
        }}
      />
      <div id={id} role="listbox" aria-label="Tags you have" className="hl-offered">
        {matches.map((tag, at) => (
          // biome-ignore lint/a11y/useKeyWithClickEvents: the keys are the field's, as in every combobox
          <div
            key={tag}
            id={`${id}-${at}`}
            role="option"
            tabIndex={-1}
            aria-selected={at === chosen}
            className="tag"
            onClick={() => add(tag)}
          >
            {tag}
          </div>
        ))}
      </div>
    </div>
  )
}

// The field of the search: words and filters, what was understood of them as chips, and what may come next.
import { Search, X } from 'lucide-react'
import { useEffect, useRef } from 'react'
import { Icon } from '../design/icon.tsx'
import './query-field.css'

type Props = { readonly words: string; readonly onWords: (words: string) => void; readonly onLeave: () => void }

export function QueryField({ words, onWords, onLeave }: Props) {
  const field = useRef<HTMLInputElement>(null)
  useEffect(() => field.current?.focus(), [])
  return (
    // biome-ignore lint/a11y/useSemanticElements: <search> cannot hold the label and its clear button in older engines
    <div role="search" className="query">
      <div className="field">
        <Icon of={Search} />
        <input
          ref={field}
          type="text"
          aria-label="Search the library"
          placeholder="Words, “phrases”, tag:, site:, is:unread"
          autoComplete="off"
          spellCheck={false}
          value={words}
          onChange={(event) => onWords(event.target.value)}
          onKeyDown={(event) => {
            if (event.nativeEvent.isComposing) return
            if (event.key === 'Escape') {
              event.preventDefault()
              onLeave()
            } else if (event.key === 'Enter' || event.key === 'ArrowDown') {
              event.preventDefault()
              document.querySelector<HTMLElement>('[role=grid] [role=row][tabindex="0"]')?.focus()
            }
          }}
        />
        {words === '' ? null : (
          <button
            type="button"
            className="tool"
            aria-label="Forget the search"
            title="Forget the search"
            onClick={() => {
              onWords('')
              field.current?.focus()
            }}
          >
            <Icon of={X} small />
          </button>
        )}
      </div>
    </div>
  )
}

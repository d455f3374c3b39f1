// The field of the search: words and filters, what was understood of them as chips, and what may come next.
import { Search, X } from 'lucide-react'
import { type KeyboardEvent, useEffect, useId, useLayoutEffect, useRef, useState } from 'react'
import { useCall } from '../client/use-call.ts'
import { amount, count } from '../design/amounts.ts'
import { Icon } from '../design/icon.tsx'
import { useKeys } from '../design/use-keys.ts'
import { queryChips } from './query-chips.ts'
import { useQueryLanguage } from './use-query-language.ts'
import './query-field.css'

type Props = { readonly words: string; readonly onWords: (words: string) => void; readonly onLeave: () => void }

export function QueryField({ words, onWords, onLeave }: Props) {
  const field = useRef<HTMLInputElement>(null)
  const listId = useId()
  const [caret, setCaret] = useState<number | null>(null)
  /** The line the arrows are on; -1: the text itself. */
  const [active, setActive] = useState(-1)
  const language = useQueryLanguage()
  const tags = useCall('tag.list', {}).data?.tags ?? []
  const sites = useCall('site.list', {}).data?.sites ?? []
  const series = useCall('series.list', {}).data?.series ?? []
  useEffect(() => field.current?.focus(), [])
  useKeys([{ keys: '/', says: 'Search', group: 'Everywhere', run: () => field.current?.select() }])

  const chips = language === null ? [] : queryChips(words, language.parse(words).parts)
  // Only while one types: who comes back to a text wants its rows.
  const lines =
    language === null || caret === null ? [] : language.suggest(words, caret, { tags, sites, series: series.map(({ title }) => title) })

  const wanted = useRef<number | null>(null)
  useLayoutEffect(() => {
    if (wanted.current === null) return
    field.current?.setSelectionRange(wanted.current, wanted.current)
    wanted.current = null
  })
  const change = (text: string, at: number | null) => {
    onWords(text)
    setCaret(at)
    setActive(-1)
  }
  const take = (line: (typeof lines)[number]) => {
    wanted.current = line.caret
    // A field alone is followed by its values, a whole filter by nothing.
    change(line.text, line.text.slice(0, line.caret).endsWith(':') ? line.caret : null)
    field.current?.focus()
  }
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>) => {
    if (event.nativeEvent.isComposing) return
    const line = lines[active]
    if (event.key === 'Escape') {
      event.preventDefault()
      if (lines.length > 0) setCaret(null)
      else onLeave()
    } else if (event.key === 'ArrowUp' && active >= 0) {
      event.preventDefault()
      setActive(active - 1)
    } else if (event.key === 'ArrowDown' && active + 1 < lines.length) {
      event.preventDefault()
      setActive(active + 1)
    } else if (event.key === 'Enter' && line !== undefined) {
      event.preventDefault()
      take(line)
    } else if (event.key === 'Enter' || event.key === 'ArrowDown') {
      event.preventDefault()
      setCaret(null)
      document.querySelector<HTMLElement>('[role=grid] [role=row][tabindex="0"]')?.focus()
    }
  }

  return (
    // biome-ignore lint/a11y/useSemanticElements: <search> cannot hold the label and its clear button in older engines
    <div role="search" className="query">
      <div className="field">
        <Icon of={Search} />
        <input
          ref={field}
          type="text"
          role="combobox"
          aria-label="Search the library"
          aria-autocomplete="list"
          aria-expanded={lines.length > 0}
          aria-controls={listId}
          aria-activedescendant={active < 0 ? undefined : `${listId}-${active}`}
          placeholder="Words, “phrases”, tag:, site:, is:unread"
          autoComplete="off"
          autoCapitalize="none"
          spellCheck={false}
          value={words}
          onChange={(event) => change(event.target.value, event.target.selectionStart)}
          onBlur={() => setCaret(null)}
          onKeyDown={onKeyDown}
        />
        {words === '' ? null : (
          <button
            type="button"
            className="tool"
            aria-label="Forget the search"
            title="Forget the search"
            onClick={() => {
              change('', null)
              field.current?.focus()
            }}
          >
            <Icon of={X} small />
          </button>
        )}
      </div>
      <div role="listbox" id={listId} aria-label="Suggestions" className={lines.length > 0 ? 'pop suggestions' : 'sr'}>
        {lines.map((line, at) => (
          // biome-ignore lint/a11y/useKeyWithClickEvents: its keys are the field's, which keeps the focus
          // biome-ignore lint/a11y/useFocusableInteractive: the field keeps the focus and names the line by aria-activedescendant
          <div
            key={line.shown}
            role="option"
            id={`${listId}-${at}`}
            aria-selected={at === active}
            className={at === active ? 'on' : undefined}
            onMouseDown={(event) => event.preventDefault()}
            onClick={() => take(line)}
          >
            <span className="cut">{line.shown}</span>
            {line.items === null ? null : <span className="n num">{count(line.items)}</span>}
          </div>
        ))}
      </div>
      <p className="sr" role="status">
        {lines.length === 0 ? '' : amount(lines.length, 'suggestion', 'suggestions')}
      </p>
      {chips.length === 0 ? null : (
        <ul className="chips" aria-label="Filters">
          {chips.map(({ words: said, part }) => (
            <li key={part.from}>
              <span className="cut">{said}</span>
              <button
                type="button"
                aria-label={`Without the filter ${said}`}
                title="Without this filter"
                onClick={() => {
                  if (language !== null) change(language.withoutPart(words, part), null)
                  field.current?.focus()
                }}
              >
                <Icon of={X} small />
              </button>
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}

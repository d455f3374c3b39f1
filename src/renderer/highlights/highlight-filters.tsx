// What narrows the screen of all highlights: colours with their counts, a tag, whether there is a note, words, and one item or series.
import { Search, X } from 'lucide-react'
import type { OutputOf } from '../../shared/contract.ts'
import type { HighlightColour } from '../../shared/highlight.ts'
import type { ItemId } from '../../shared/item.ts'
import { count } from '../design/amounts.ts'
import { Choice } from '../design/choice.tsx'
import { Icon } from '../design/icon.tsx'
import { colours } from './highlight-words.ts'

export type HighlightFilter = {
  readonly words: string
  readonly colours: readonly HighlightColour[]
  readonly tag: string | null
  readonly hasNote: boolean
  readonly only:
    | { readonly what: 'item'; readonly id: ItemId; readonly title: string }
    | { readonly what: 'series'; readonly key: string; readonly title: string }
    | null
}
export const noFilter: HighlightFilter = { words: '', colours: [], tag: null, hasNote: false, only: null }

type Props = {
  readonly filter: HighlightFilter
  readonly facts: Pick<OutputOf<'highlight.list'>, 'colours' | 'tags'> | undefined
  readonly onChange: (filter: HighlightFilter) => void
}

export function HighlightFilters({ filter, facts, onChange }: Props) {
  const counts = facts?.colours
  const all = colours.reduce((sum, { colour }) => sum + (counts?.[colour] ?? 0), 0)
  const toggle = (colour: HighlightColour) => {
    const chosen = filter.colours.includes(colour) ? filter.colours.filter((one) => one !== colour) : [...filter.colours, colour]
    onChange({ ...filter, colours: chosen })
  }
  // The tag chosen stays in its own list, even when nothing that fits carries it any more.
  const tags = facts?.tags ?? []
  const listed = filter.tag === null || tags.some(({ tag }) => tag === filter.tag) ? tags : [{ tag: filter.tag, highlights: 0 }, ...tags]
  return (
    <div className="filters" role="toolbar" aria-label="Filter">
      <div className="hues num">
        <button type="button" aria-pressed={filter.colours.length === 0} onClick={() => onChange({ ...filter, colours: [] })}>
          All<span className="quiet">{count(all)}</span>
        </button>
        {colours.map(({ colour, name }) => {
          const number = counts?.[colour] ?? 0
          const chosen = filter.colours.includes(colour)
          return number === 0 && !chosen ? null : (
            <button key={colour} type="button" aria-pressed={chosen} title={name} onClick={() => toggle(colour)}>
              <span className={`hl-mark ${colour}`} aria-hidden="true">
                Aa
              </span>
              <span className="sr">{name}, </span>
              {count(number)}
            </button>
          )
        })}
      </div>
      {filter.only === null ? null : (
        <button type="button" className="btn sm only" onClick={() => onChange({ ...filter, only: null })}>
          <span className="cut">{filter.only.title}</span>
          <Icon of={X} small />
          <span className="sr">Show all items again</span>
        </button>
      )}
      <span className="spring" />
      {listed.length === 0 ? null : (
        <Choice
          name="Tag"
          value={filter.tag ?? ''}
          options={[
            { value: '', label: 'Tag' },
            ...listed.map(({ tag, highlights }) => ({ value: tag, label: `#${tag} (${count(highlights)})` })),
          ]}
          onChoose={(tag) => onChange({ ...filter, tag: tag === '' ? null : tag })}
        />
      )}
      <button
        type="button"
        className="btn bare sm"
        aria-pressed={filter.hasNote}
        onClick={() => onChange({ ...filter, hasNote: !filter.hasNote })}
      >
        Has a note
      </button>
      <label className="field sm">
        <Icon of={Search} small />
        <input
          type="search"
          aria-label="Words in the passage, the note or the tags"
          placeholder="Words"
          value={filter.words}
          onChange={(event) => onChange({ ...filter, words: event.target.value })}
        />
      </label>
    </div>
  )
}

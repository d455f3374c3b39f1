// The left rail: search, add, the places with their counts, and at its foot what is being saved.
import { Keyboard, Plus, Search, Settings, X } from 'lucide-react'
import { type RefObject, useState } from 'react'
import type { ItemActions } from '../client/item-actions.ts'
import { useCall } from '../client/use-call.ts'
import { count } from '../design/amounts.ts'
import { Icon } from '../design/icon.tsx'
import { KeysShown } from '../design/keys-shown.tsx'
import { JobsPopover } from './jobs-popover.tsx'
import { libraryPlaces, type PlaceName } from './library-place.ts'
import { RailFoot } from './rail-foot.tsx'
import './rail.css'

type Props = {
  readonly here: PlaceName | 'search' | 'add' | 'settings'
  readonly words: string
  readonly onWords: (words: string) => void
  readonly searchField: RefObject<HTMLInputElement | null>
  readonly onLeaveSearch: () => void
  readonly onHelp: () => void
  readonly actions: ItemActions
  readonly over: boolean
}

export function Rail({ here, words, onWords, searchField, onLeaveSearch, onHelp, actions, over }: Props) {
  const counts = useCall('item.counts', {})
  const [jobsShown, setJobsShown] = useState(false)
  const entry = (place: (typeof libraryPlaces)[number]) => {
    const n = counts.data === undefined ? 0 : place.count(counts.data)
    return (
      <li key={place.name}>
        <a href={`#/${place.name}`} aria-current={here === place.name ? 'page' : undefined}>
          <Icon of={place.icon} />
          {place.title}
          {n === 0 ? null : <span className="n num">{count(n)}</span>}
        </a>
      </li>
    )
  }
  return (
    <nav className={over ? 'rail over' : 'rail'} aria-label="Library">
      <div className="rail-top">
        {/* biome-ignore lint/a11y/useSemanticElements: <search> cannot hold the label and its clear button in older engines */}
        <div role="search" className="seek">
          <Icon of={Search} small />
          <input
            ref={searchField}
            type="text"
            aria-label="Search the library"
            placeholder="Search"
            autoComplete="off"
            spellCheck={false}
            value={words}
            onChange={(event) => onWords(event.target.value)}
            onKeyDown={(event) => {
              if (event.key === 'Escape') {
                event.preventDefault()
                onLeaveSearch()
                event.currentTarget.blur()
              } else if (event.key === 'Enter' || event.key === 'ArrowDown') {
                event.preventDefault()
                document.querySelector<HTMLElement>('[role=grid] [role=row][tabindex="0"]')?.focus()
              }
            }}
          />
          {words === '' ? (
            <KeysShown keys="/" />
          ) : (
            <button type="button" className="clear" aria-label="Forget the search" title="Forget the search (Esc)" onClick={onLeaveSearch}>
              <Icon of={X} small />
            </button>
          )}
        </div>
        <a className="btn lamp-ink" href="#/add" title="Add (a)" aria-current={here === 'add' ? 'page' : undefined}>
          <Icon of={Plus} />
          Add
        </a>
      </div>
      <div className="scroll scrolls">
        <ul>{libraryPlaces.filter(({ name }) => name !== 'talks' && name !== 'trash').map(entry)}</ul>
        <h2>Shelves</h2>
        <ul>{libraryPlaces.filter(({ name }) => name === 'talks' || name === 'trash').map(entry)}</ul>
      </div>
      <div className="rail-foot">
        <RailFoot shown={jobsShown} onToggle={() => setJobsShown(!jobsShown)} />
        <a href="#/settings" aria-current={here === 'settings' ? 'page' : undefined}>
          <Icon of={Settings} />
          Settings
        </a>
        <button type="button" onClick={onHelp}>
          <Icon of={Keyboard} />
          Keys
          <span className="n">
            <KeysShown keys="?" />
          </span>
        </button>
      </div>
      {jobsShown ? <JobsPopover actions={actions} onClose={() => setJobsShown(false)} /> : null}
    </nav>
  )
}

// The left rail: search, add, the places, series and tags with their counts, and at its foot what is being saved.

import { useQueryClient } from '@tanstack/react-query'
import { Highlighter, Keyboard, Plus, Search, Settings } from 'lucide-react'
import { type FocusEvent, type KeyboardEvent, memo, useState } from 'react'
import type { ItemSummary } from '../../shared/item.ts'
import type { ItemActions } from '../client/item-actions.ts'
import { useCall, useClient } from '../client/use-call.ts'
import { Icon } from '../design/icon.tsx'
import { KeysShown } from '../design/keys-shown.tsx'
import { askForList } from './first-list.ts'
import { JobsPopover } from './jobs-popover.tsx'
import { libraryPlaces, type NamedPlace } from './library-place.ts'
import { RailEntry } from './rail-entry.tsx'
import { RailFoot } from './rail-foot.tsx'
import { RailSeries } from './rail-series.tsx'
import { RailTags } from './rail-tags.tsx'
import { RailLists } from './reading-lists/rail-lists.tsx'
import './rail.css'

type Props = {
  /** The address of the screen that is shown. */
  readonly here: string
  readonly onHelp: () => void
  readonly onTagMoved: (from: string, to: string | null) => void
  readonly actions: ItemActions
  readonly over: boolean
}

const highlightsHref = '#/highlights'
const isShelf = ({ name }: NamedPlace) => name === 'talks' || name === 'to-find' || name === 'trash'

/** Drawn again when something of it changes, not at every letter typed beside it. */
export const Rail = memo(function Rail({ here, onHelp, onTagMoved, actions, over }: Props) {
  const client = useClient()
  const queries = useQueryClient()
  const counts = useCall('item.counts', {}).data
  const [jobsShown, setJobsShown] = useState(false)
  const [focused, setFocused] = useState<string | null>(null)
  const inSearch = here.startsWith('#/search')
  // Tab comes to the rail once: to the entry the arrows were on, else to where one is.
  const stop = focused ?? (inSearch || here === '#/add' || here === '#/settings' ? '#/inbox' : here)

  const take = (place: NamedPlace): ((items: readonly ItemSummary[]) => void) | null => {
    const { takes } = place
    if (takes === null) return null
    return (items) => (takes === 'favourite' ? actions.setFavourite(items, true) : actions.move(items, takes))
  }
  const entry = (place: NamedPlace) => {
    const n = counts === undefined ? 0 : place.count(counts)
    const href = `#/${place.name}`
    if (place.onlyFilled && n === 0 && here !== href) return null
    return (
      <RailEntry
        key={place.name}
        href={href}
        here={here}
        icon={place.icon}
        n={n}
        tabStop={stop === href}
        onTake={take(place)}
        onNear={() => void askForList(client, queries, place)}
      >
        {place.title}
      </RailEntry>
    )
  }
  return (
    <nav className={over ? 'rail over' : 'rail'} aria-label="Library">
      <div className="rail-top">
        <a className="seek" href="#/search?q=" aria-current={inSearch ? 'page' : undefined}>
          <Icon of={Search} small />
          Search
          <KeysShown keys="/" />
        </a>
        <a className="btn lamp-ink" href="#/add" title="Add (a)" aria-current={here === '#/add' ? 'page' : undefined}>
          <Icon of={Plus} />
          Add
        </a>
      </div>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: the arrows move between the links inside, which are what is used */}
      <div className="scroll scrolls" onKeyDown={moveFocus} onFocus={(event) => setFocused(entryHref(event) ?? focused)}>
        <ul>{libraryPlaces.filter((place) => !isShelf(place)).map(entry)}</ul>
        <h2 id="rail-shelves">Shelves</h2>
        <ul aria-labelledby="rail-shelves">
          {libraryPlaces.filter((place) => isShelf(place) && place.name !== 'trash').map(entry)}
          <RailEntry href={highlightsHref} here={here} icon={Highlighter} n={counts?.highlights ?? 0} tabStop={stop === highlightsHref}>
            Highlights
          </RailEntry>
          {libraryPlaces.filter(({ name }) => name === 'trash').map(entry)}
        </ul>
        <RailLists here={here} stop={stop} actions={actions} />
        <RailSeries here={here} stop={stop} />
        <RailTags here={here} stop={stop} actions={actions} onMoved={onTagMoved} />
      </div>
      <div className="rail-foot">
        <RailFoot shown={jobsShown} onToggle={() => setJobsShown(!jobsShown)} />
        <a href="#/settings" aria-current={here === '#/settings' ? 'page' : undefined}>
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
})

function entryHref(event: FocusEvent): string | null {
  return event.target.matches('[data-entry]') ? event.target.getAttribute('href') : null
}

/** Up, down, first, last among the entries; what has the focus otherwise (a field, a menu) keeps its own arrows. */
function moveFocus(event: KeyboardEvent<HTMLElement>): void {
  const entries = [...event.currentTarget.querySelectorAll<HTMLElement>('[data-entry]')]
  const at = entries.findIndex((entry) => entry.contains(event.target instanceof Node ? event.target : null))
  const to = at < 0 ? undefined : { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: entries.length - 1 }[event.key]
  if (to === undefined) return
  event.preventDefault()
  entries[Math.max(0, Math.min(entries.length - 1, to))]?.focus()
}

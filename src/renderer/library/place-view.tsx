// A place of the library: Inbox, Later, Archive, Favourites, Talks, Trash. Its rows, one sentence of truth about them, sort and filter.
import { ArrowDownWideNarrow, ListFilter, Rows2, Rows3, Trash2 } from 'lucide-react'
import { useMemo, useState } from 'react'
import type { ItemState } from '../../shared/item.ts'
import type { Settings } from '../../shared/settings.ts'
import { useCall, useClient } from '../client/use-call.ts'
import { Choice } from '../design/choice.tsx'
import { Confirm } from '../design/confirm.tsx'
import { Icon } from '../design/icon.tsx'
import { ToolButton } from '../design/tool-button.tsx'
import { ErrorNotice } from '../failure/failure-notice.tsx'
import { dayHeadings } from './day-headings.ts'
import { EmptyPlace } from './empty-place.tsx'
import { FirstRun } from './first-run.tsx'
import { type LibraryFrame, LibraryPage } from './library-page.tsx'
import { libraryPlace, type PlaceName } from './library-place.ts'
import { PlaceSentence } from './place-sentence.tsx'
import { useItemWindow } from './use-item-window.ts'

const sorts: readonly { readonly value: Settings['sort']; readonly label: string }[] = [
  { value: 'added', label: 'Added' },
  { value: 'title', label: 'Title' },
  { value: 'length', label: 'Length' },
  { value: 'progress', label: 'Progress' },
]
const filters: readonly { readonly value: ItemState | 'all'; readonly label: string }[] = [
  { value: 'all', label: 'All' },
  { value: 'complete', label: 'Complete' },
  { value: 'partial', label: 'Something missing' },
  { value: 'waiting', label: 'On their way' },
  { value: 'failed', label: 'Failed' },
]

export function PlaceView({ frame, place }: { readonly frame: LibraryFrame; readonly place: PlaceName }) {
  const client = useClient()
  const { title, query, empty, icon } = libraryPlace(place)
  const settings = useCall('settings.get', {})
  const counts = useCall('item.counts', {})
  const [filter, setFilter] = useState<ItemState | 'all'>('all')
  const [emptying, setEmptying] = useState(false)
  const sort = settings.data?.sort ?? 'added'
  const compact = settings.data?.density === 'compact'
  const asked = { ...query, sort, ...(filter === 'all' ? {} : { state: filter }) }
  const list = useItemWindow(asked)

  const { top } = list
  const headings = useMemo(
    () =>
      sort === 'added'
        ? dayHeadings(
            top.map((item) => item.addedAt),
            Date.now(),
          )
        : [],
    [sort, top],
  )
  const change = (changes: Partial<Settings>) => frame.actions.attempt(() => client.call('settings.change', changes))

  const nothingAnywhere =
    counts.data !== undefined && Object.values(counts.data.places).every((n) => n === 0) && !list.pending && list.total === 0
  if (nothingAnywhere && place === 'inbox') return <FirstRun onText={frame.onAdd} />

  const instead =
    list.error !== null ? (
      <div className="instead">
        <ErrorNotice error={list.error} onAgain={list.askAgain} />
      </div>
    ) : list.pending ? (
      <div className="rows" aria-busy="true" />
    ) : list.total > 0 ? null : filter === 'all' ? (
      <EmptyPlace icon={icon} bold={empty.bold} plain={empty.plain} />
    ) : (
      <EmptyPlace icon={ListFilter} bold="Nothing here is in this state." plain="">
        <button type="button" className="btn" onClick={() => setFilter('all')}>
          Show all
        </button>
      </EmptyPlace>
    )

  return (
    <>
      <LibraryPage
        frame={frame}
        name={`${place} ${sort} ${filter}`}
        title={title}
        sub={<PlaceSentence query={query} inTrash={place === 'trash'} />}
        tools={
          <>
            {place === 'trash' && list.total > 0 ? (
              <button type="button" className="btn sm bad" onClick={() => setEmptying(true)}>
                <Icon of={Trash2} small />
                Empty the trash
              </button>
            ) : null}
            <Choice name="Sort by" icon={ArrowDownWideNarrow} value={sort} options={sorts} onChoose={(value) => change({ sort: value })} />
            <Choice name="Show" icon={ListFilter} value={filter} options={filters} onChoose={setFilter} />
            <ToolButton
              icon={compact ? Rows2 : Rows3}
              name={compact ? 'Density: compact' : 'Density: comfortable'}
              onPress={() => change({ density: compact ? 'comfortable' : 'compact' })}
            />
          </>
        }
        rows={{
          total: list.total,
          row: (index) => {
            const item = index < 0 ? null : list.row(index)
            return item === null ? null : { item, snippet: null }
          },
          indexOf: list.indexOf,
          look: list.look,
        }}
        headings={headings}
        compact={compact}
        inTrash={place === 'trash'}
        instead={instead}
      />
      {emptying ? (
        <Confirm
          title="Empty the trash?"
          says={`${list.total === 1 ? 'One item' : `${list.total} items`} and all their copies leave this machine. This cannot be undone.`}
          yes="Empty the trash"
          onNo={() => setEmptying(false)}
          onYes={() => {
            setEmptying(false)
            frame.actions.emptyTrash()
          }}
        />
      ) : null}
    </>
  )
}

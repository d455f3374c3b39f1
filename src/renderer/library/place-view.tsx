// A place of the library: Inbox, Later, Archive, a tag, a series … Its rows, one sentence of truth about them, sort and filter.
import { ListFilter, Trash2 } from 'lucide-react'
import { useEffect, useMemo, useState } from 'react'
import type { Settings } from '../../shared/settings.ts'
import { useCall, useClient } from '../client/use-call.ts'
import { Confirm } from '../design/confirm.tsx'
import { Icon } from '../design/icon.tsx'
import { ErrorNotice } from '../failure/failure-notice.tsx'
import { ContinueReading } from './continue-reading.tsx'
import { dayHeadings } from './day-headings.ts'
import { EmptyPlace } from './empty-place.tsx'
import { rememberedSort, rememberSort } from './first-list.ts'
import { FirstRun } from './first-run.tsx'
import { type LibraryFrame, LibraryPage } from './library-page.tsx'
import type { LibraryPlace } from './library-place.ts'
import { layoutOf } from './list-layout.ts'
import { PlaceSentence } from './place-sentence.tsx'
import { filterQuery, type PlaceFilter, PlaceTools } from './place-tools.tsx'
import { SeriesHead } from './series-head.tsx'
import { useFoldedSeries } from './use-folded-series.ts'
import { type ListQuery, useItemWindow } from './use-item-window.ts'
import { useSeries } from './use-series.ts'
import { useSeriesGaps } from './use-series-gaps.ts'

export function PlaceView({ frame, place }: { readonly frame: LibraryFrame; readonly place: LibraryPlace }) {
  const client = useClient()
  const { query, empty } = place
  const settings = useCall('settings.get', {})
  const counts = useCall('item.counts', {})
  const [filter, setFilter] = useState<PlaceFilter>('all')
  const [emptying, setEmptying] = useState(false)
  const { folded, toggle } = useFoldedSeries()
  const series = useSeries()
  const chosenSort = settings.data?.sort ?? rememberedSort()
  useEffect(() => rememberSort(chosenSort), [chosenSort])
  const inTrash = query.place === 'trash'
  /** A series and the trash have an order of their own. */
  const ownSort = query.series !== undefined ? 'part' : inTrash ? 'deleted' : null
  const sort: ListQuery['sort'] = ownSort ?? chosenSort
  const compact = settings.data?.density === 'compact'
  const list = useItemWindow({ ...query, ...filterQuery(filter), sort })

  const { top, groups: found, total } = list
  const ofThis = query.series === undefined ? null : (series.get(query.series) ?? null)
  const { gaps, take } = useSeriesGaps(ofThis, filter === 'all' && ofThis?.parts.length === total, frame.actions)
  // Whatever else changes in a row moves none, and the heights of all need not be added up again.
  const order = top.map(({ id, addedAt }) => `${id} ${addedAt}`).join()
  // biome-ignore lint/correctness/useExhaustiveDependencies: the order is all that is taken of the rows at the top
  const layout = useMemo(() => {
    if (sort !== 'added') return layoutOf(total, [], [], gaps)
    const days = dayHeadings(
      top.map((item) => item.addedAt),
      Date.now(),
    )
    return layoutOf(
      total,
      days,
      found.map((group) => ({ ...group, folded: folded.has(group.key) })),
    )
  }, [sort, order, total, found, folded, gaps])
  const change = (changes: Partial<Settings>) => frame.actions.attempt(() => client.call('settings.change', changes))

  const nothingAnywhere =
    counts.data !== undefined && Object.values(counts.data.places).every((n) => n === 0) && !list.pending && total === 0
  if (nothingAnywhere && query.place === 'inbox') return <FirstRun frame={frame} />

  const instead =
    list.error !== null ? (
      <div className="instead">
        <ErrorNotice error={list.error} onAgain={list.askAgain} />
      </div>
    ) : list.pending ? (
      <div className="rows" aria-busy="true" />
    ) : total > 0 ? null : filter === 'all' ? (
      <EmptyPlace icon={place.icon} bold={empty.bold} plain={empty.plain} />
    ) : (
      <EmptyPlace icon={ListFilter} bold="Nothing here is like that." plain="">
        <button type="button" className="btn" onClick={() => setFilter('all')}>
          Show all
        </button>
      </EmptyPlace>
    )

  return (
    <>
      <LibraryPage
        frame={frame}
        name={`${place.id} ${sort} ${filter}`}
        asked={`${place.id} ${filter}`}
        title={ofThis?.title ?? (place.title !== '' ? place.title : (top[0]?.series?.title ?? ''))}
        sub={
          <>
            <PlaceSentence query={query} inTrash={inTrash} />
            {query.place === 'inbox' ? <ContinueReading /> : null}
          </>
        }
        under={ofThis === null ? null : <SeriesHead series={ofThis} actions={frame.actions} onOpen={(id) => frame.onOpen({ id })} />}
        tools={
          <>
            {inTrash && total > 0 ? (
              <button type="button" className="btn sm bad" onClick={() => setEmptying(true)}>
                <Icon of={Trash2} small />
                Empty the trash
              </button>
            ) : null}
            <PlaceTools
              sort={ownSort === null ? chosenSort : null}
              filter={filter}
              compact={compact}
              onSort={(value) => change({ sort: value })}
              onFilter={setFilter}
              onDensity={() => change({ density: compact ? 'comfortable' : 'compact' })}
            />
          </>
        }
        rows={{
          total,
          row: (index) => {
            const item = index < 0 ? null : list.row(index)
            return item === null ? null : { item, snippet: null }
          },
          indexOf: list.indexOf,
          loaded: list.loaded,
          fetch: list.fetch,
          look: list.look,
        }}
        layout={layout}
        series={series}
        allParts={query.series !== undefined}
        onFold={toggle}
        onTake={take}
        compact={compact}
        inTrash={inTrash}
        instead={instead}
      />
      {emptying ? (
        <Confirm
          title="Empty the trash?"
          says={`${total === 1 ? 'One item' : `${total} items`} and all their copies leave this machine. This cannot be undone.`}
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

// A reading list's own screen: its rows in its order under their headings, what of it is here, where it came from, and what is done with it.
import { ListTree } from 'lucide-react'
import { useMemo, useState } from 'react'
import type { OutputOf } from '../../../shared/contract.ts'
import type { ListId } from '../../../shared/list.ts'
import { useCall, useClient } from '../../client/use-call.ts'
import { ErrorNotice } from '../../failure/failure-notice.tsx'
import { goTo } from '../../use-route.ts'
import { EmptyPlace } from '../empty-place.tsx'
import { type LibraryFrame, LibraryPage } from '../library-page.tsx'
import { layoutOf } from '../list-layout.ts'
import { RowName } from '../row-name.tsx'
import { useSeries } from '../use-series.ts'
import { groupHeadings } from './list-order.ts'
import { ListSource } from './list-source.tsx'
import { ListTools } from './list-tools.tsx'
import { countedWords, isWhole, lengthWords, wholeWords } from './list-words.ts'
import { rowsOf } from './rows-of-list.ts'
import { useListActions } from './use-list-actions.ts'
import { usePlaceRows } from './use-place-rows.ts'
import './reading-lists.css'

type Known = OutputOf<'list.get'>
const nothing: Known['entries'] = []

export function ListView({ frame, id }: { readonly frame: LibraryFrame; readonly id: ListId }) {
  const client = useClient()
  const { actions } = frame
  const lists = useListActions(actions)
  const asked = useCall('list.get', { id })
  const settings = useCall('settings.get', {}).data
  const series = useSeries()
  const [renaming, setRenaming] = useState(false)
  const known = asked.data
  const all = known?.entries ?? nothing
  // What rests in the trash keeps its place and is not shown.
  const entries = useMemo(() => all.filter(({ item }) => item.place !== 'trash'), [all])
  const items = useMemo(() => entries.map(({ item }) => item), [entries])
  const rows = useMemo(() => rowsOf(entries), [entries])
  const layout = useMemo(() => layoutOf(entries.length, groupHeadings(entries), []), [entries])
  const compact = settings?.density === 'compact'
  const list = known?.list

  const placeRows = usePlaceRows(id, lists)
  const leave = () => goTo({ screen: 'place', place: 'inbox' })

  return (
    <LibraryPage
      frame={{ ...frame, onOpen: (item) => goTo({ screen: 'item', id: item.id, copy: null, list: id }) }}
      name={`list ${id}`}
      asked={`list ${id}`}
      title={list?.title ?? ''}
      heading={
        list === undefined ? undefined : renaming ? (
          <RowName
            title={list.title}
            label="Name of the list"
            onDone={(title) => {
              setRenaming(false)
              if (title !== null) lists.rename(list, title)
            }}
          />
        ) : (
          <button type="button" className="retitle" title="Rename the list" onClick={() => setRenaming(true)}>
            {list.title}
          </button>
        )
      }
      sub={
        known === undefined || entries.length === 0 ? (
          '\u00a0'
        ) : (
          <>
            <span className="num">{lengthWords(known.list)}</span>
            <p className="num">
              <span className="second">{wholeWords(known.completeness)}</span> {countedWords(known.completeness)}
            </p>
          </>
        )
      }
      tools={
        known === undefined ? null : (
          <ListTools
            list={known.list}
            actions={lists}
            compact={compact}
            items={items}
            lacking={!isWhole(known.completeness)}
            onRename={() => setRenaming(true)}
            onDensity={() => actions.attempt(() => client.call('settings.change', { density: compact ? 'comfortable' : 'compact' }))}
            onGone={leave}
            onMerged={(into) => goTo({ screen: 'list', id: into })}
          />
        )
      }
      under={known?.source ? <ListSource source={known.source} onOutside={actions.openOutside} /> : null}
      rows={rows}
      layout={layout}
      series={series}
      list={{
        id,
        onDrop: placeRows.drop,
        onStep: placeRows.step,
        onTakeOut: (items) => list !== undefined && lists.take(list, entries, items),
      }}
      compact={compact}
      inTrash={false}
      instead={
        asked.error !== null ? (
          <div className="instead">
            <ErrorNotice error={asked.error} onAgain={() => void asked.refetch()} />
          </div>
        ) : known === undefined ? (
          <div className="rows" aria-busy="true" />
        ) : entries.length > 0 ? null : (
          <EmptyPlace
            icon={ListTree}
            bold="Nothing stands in this list yet."
            plain="Drag rows onto its name, or press Shift+L on an item anywhere to put it here."
          />
        )
      }
    />
  )
}

// A reading list's own screen: its rows in the order of the text it came from, how far one is, and how much of it is on this machine.
import { ListOrdered, Rows2, Rows3 } from 'lucide-react'
import { useMemo, useState } from 'react'
import type { ItemSummary } from '../../../shared/item.ts'
import type { ListId } from '../../../shared/list.ts'
import { useCall, useClient } from '../../client/use-call.ts'
import { Menu } from '../../design/menu.tsx'
import { ToolButton } from '../../design/tool-button.tsx'
import { ErrorNotice } from '../../failure/failure-notice.tsx'
import { EmptyPlace } from '../empty-place.tsx'
import type { Rows } from '../item-list.tsx'
import { type LibraryFrame, LibraryPage } from '../library-page.tsx'
import { layoutOf } from '../list-layout.ts'
import { RowName } from '../row-name.tsx'
import { useSeries } from '../use-series.ts'
import { listMenu, renameList } from './list-doings.ts'
import { completenessWords, progressWords } from './list-words.ts'
import { useReorder } from './use-reorder.ts'

type Props = { readonly frame: LibraryFrame; readonly id: ListId; readonly onGone: () => void }

export function ListView({ frame, id, onGone }: Props) {
  const client = useClient()
  const { actions } = frame
  const answer = useCall('list.get', { id })
  const settings = useCall('settings.get', {})
  const series = useSeries()
  const [renaming, setRenaming] = useState(false)
  const compact = settings.data?.density === 'compact'
  const list = answer.data?.list
  const items = useMemo(() => (answer.data?.entries ?? []).map(({ item }) => item), [answer.data])
  const layout = useMemo(() => layoutOf(items.length, [], []), [items.length])

  useReorder(id, actions, () => frame.memory.get(`list ${id}`)?.id ?? items[0]?.id ?? null)

  const instead =
    answer.error !== null ? (
      <div className="instead">
        <ErrorNotice error={answer.error} onAgain={() => void answer.refetch()} />
      </div>
    ) : list === undefined ? (
      <div className="rows" aria-busy="true" />
    ) : items.length > 0 ? null : (
      <EmptyPlace icon={ListOrdered} bold="This list is empty." plain="Drag rows onto it in the rail, or add a text that names things." />
    )
  return (
    <LibraryPage
      frame={frame}
      name={`list ${id}`}
      asked={`list ${id}`}
      title={list?.title ?? ''}
      {...(renaming && list !== undefined
        ? {
            titleField: (
              <RowName
                title={list.title}
                onDone={(title) => {
                  setRenaming(false)
                  if (title !== null) renameList(client, actions, list, title)
                }}
              />
            ),
          }
        : {})}
      sub={
        list === undefined ? (
          '\u00a0'
        ) : (
          <>
            <span className="second num">{progressWords(list)}</span>{' '}
            {answer.data === undefined ? null : <span className="num">{completenessWords(answer.data.completeness)}</span>}
          </>
        )
      }
      tools={
        <>
          {list === undefined ? null : (
            <Menu
              name="More about this list"
              look="tool"
              lines={listMenu({ list, client, actions, onRename: () => setRenaming(true), onGone })}
            />
          )}
          <ToolButton
            icon={compact ? Rows2 : Rows3}
            name={compact ? 'Density: compact' : 'Density: comfortable'}
            onPress={() => actions.attempt(() => client.call('settings.change', { density: compact ? 'comfortable' : 'compact' }))}
          />
        </>
      }
      rows={rowsOf(items)}
      layout={layout}
      series={series}
      compact={compact}
      inTrash={false}
      instead={instead}
    />
  )
}

/** All of a list is here at once: it is as long as a text was. */
function rowsOf(items: readonly ItemSummary[]): Rows {
  return {
    total: items.length,
    row: (index) => {
      const item = items[index]
      return item === undefined ? null : { item, snippet: null }
    },
    indexOf: (id) => items.findIndex((item) => item.id === id),
    loaded: () => items,
    fetch: async (from, to) => items.slice(from, to + 1),
    look: () => undefined,
  }
}

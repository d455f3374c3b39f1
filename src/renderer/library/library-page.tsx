// The middle and the right of the library, for a place and for a search alike: rows, details, marks, and the keys that act on them.
import { type ReactNode, useState } from 'react'
import type { ItemId, ItemPlace, ItemSummary } from '../../shared/item.ts'
import type { ListId } from '../../shared/list.ts'
import type { ItemActions } from '../client/item-actions.ts'
import { useFocusKept } from '../design/use-focus-kept.ts'
import { useKeys } from '../design/use-keys.ts'
import { BulkBar } from './bulk-bar.tsx'
import { DeleteForGood } from './delete-for-good.tsx'
import { DetailsPanel } from './details-panel.tsx'
import { ItemList, type Rows } from './item-list.tsx'
import { libraryKeys, listKeys } from './library-keys.ts'
import type { ListLayout } from './list-layout.ts'
import { PageHead } from './page-head.tsx'
import type { Target } from './reading-lists/list-order.ts'
import { PutInList } from './reading-lists/put-in-list.tsx'
import type { Series } from './series-facts.ts'
import { useCurrentRow } from './use-current-row.ts'
import { useDoing } from './use-doing.ts'
import { mostMarked, useMarks } from './use-marks.ts'
import { useRowDoings } from './use-row-doings.ts'
import './library.css'
import './rows.css'
import './row-parts.css'
import './page-widths.css'

/** What a screen of the library remembers while the reader is open: its current row and how far it was scrolled. */
export type ListMemory = Map<string, { readonly id: ItemId | null; readonly offset: number }>

/** What the window gives every screen of the library. */
export type LibraryFrame = {
  readonly actions: ItemActions
  readonly memory: ListMemory
  readonly detailsOpen: boolean
  readonly onDetails: (open: boolean) => void
  /** `anchor`: at which part. */
  readonly onOpen: (item: Pick<ItemSummary, 'id'> & { readonly anchor?: string }) => void
  /** `byHand`: the reader typed all of it, so that it may lead into the private network. */
  readonly onAdd: (text: string, byHand?: boolean, cameWith?: { readonly html?: string }) => void
}

/** A reading list as its own screen shows it. */
export type ShownList = {
  readonly id: ListId
  readonly onDrop: (items: readonly ItemSummary[], to: Target) => void
  readonly onStep: (items: readonly ItemSummary[], by: 1 | -1) => void
  readonly onTakeOut: (items: readonly ItemSummary[]) => void
}

type Props = {
  readonly frame: LibraryFrame
  /** Names this list in the memory. */
  readonly name: string
  /** Which items it shows, in words of its own: another query is another list, and has marks of its own. */
  readonly asked: string
  readonly title: string
  /** What stands in the heading instead of the title: a field while it is renamed. */
  readonly heading?: ReactNode
  readonly sub: ReactNode
  readonly tools: ReactNode
  /** Below the head and above the rows, at the text's edge. */
  readonly under?: ReactNode
  readonly rows: Rows
  readonly layout: ListLayout
  readonly series: ReadonlyMap<string, Series>
  readonly allParts?: boolean
  /** The reading list these rows are; what is done in it beside what every row can. */
  readonly list?: ShownList
  readonly onFold?: (key: string) => void
  readonly onTake?: (url: string) => void
  readonly compact: boolean
  readonly inTrash: boolean
  /** Shown instead of rows: nothing there, a failure, or what is on its way. */
  readonly instead: ReactNode | null
}

export function LibraryPage(props: Props) {
  const { frame, name, rows, layout, inTrash } = props
  const { actions, memory } = frame
  const remembered = memory.get(name)
  const current = useCurrentRow(rows, layout, remembered?.id ?? null, (id) =>
    memory.set(name, { id, offset: memory.get(name)?.offset ?? 0 }),
  )
  const marks = useMarks(rows, props.asked)
  const [renaming, setRenaming] = useState<ItemId | null>(null)
  const [listing, setListing] = useState<readonly ItemSummary[] | null>(null)
  const [forGood, setForGood] = useState<readonly ItemSummary[] | null>(null)
  const { item: currentItem } = current

  const targets = () => (marks.ids.size > 0 ? marks.items() : currentItem === null ? [] : [currentItem])
  /** The rows in hand have gone elsewhere. */
  const leave = () => {
    if (marks.ids.size > 0) marks.clear()
    else current.leave()
  }
  const move = (place: ItemPlace) => {
    const items = targets()
    if (items.length === 0) return
    actions.move(items, place)
    leave()
  }
  const remove = () => {
    if (inTrash) setForGood(targets())
    else move('trash')
  }
  const favourite = () => {
    const items = targets()
    actions.setFavourite(items, !items.every((item) => item.favourite))
  }
  const rename = () => currentItem !== null && setRenaming(currentItem.id)
  const { list } = props
  const takeOut = (items: readonly ItemSummary[]) => {
    if (items.length === 0) return
    list?.onTakeOut(items)
    leave()
  }
  const putInList = () => targets().length > 0 && setListing(targets())
  const markAll = () =>
    actions.attempt(async () => {
      marks.add(await rows.fetch(0, Math.min(rows.total, mostMarked) - 1))
    })

  // It may have taken the place of the first screen, whose field had the focus; and the last row may go with it.
  useFocusKept(`${name} ${rows.total === 0}`)
  useKeys(
    libraryKeys({
      step: (by) => current.step(by),
      extend: (by) => {
        const next = current.step(by)
        if (currentItem !== null && next !== null) marks.add([currentItem, next])
      },
      toEnd: current.toEnd,
      move,
      remove,
      inTrash,
      about: marks.ids.size > 1 ? `${marks.ids.size} items` : (currentItem?.title ?? null),
      favourite,
      rename,
      open: () => currentItem !== null && frame.onOpen(currentItem),
      putInList,
      tag: () => actions.editTags(targets()),
      original: () => currentItem !== null && actions.openOutside(currentItem.url),
      mark: () => currentItem !== null && marks.toggle(currentItem),
      markAll: () => marks.add(rows.loaded()),
      clearMarks: marks.ids.size === 0 ? null : marks.clear,
      toggleDetails: () => frame.onDetails(!frame.detailsOpen),
    }),
  )
  useKeys(
    list === undefined
      ? []
      : listKeys({
          about: currentItem?.title ?? null,
          step: (by) => {
            list.onStep(targets(), by)
            current.focusAgain()
          },
          takeOut: () => takeOut(targets()),
        }),
  )
  const doings = useRowDoings({
    rows,
    current,
    marks,
    actions,
    onOpen: frame.onOpen,
    onRenamed: () => {
      setRenaming(null)
      current.focusAgain()
    },
  })
  const doing = useDoing()

  return (
    <>
      <main className="page" id="page" tabIndex={-1}>
        <PageHead title={props.title} heading={props.heading} sub={props.sub} tools={props.tools} under={props.under} />
        {props.instead ?? (
          <ItemList
            label={props.title}
            rows={rows}
            layout={layout}
            series={props.series}
            allParts={props.allParts ?? false}
            list={list ?? null}
            compact={props.compact}
            currentId={currentItem?.id ?? null}
            moves={current.moves}
            reach={current.reach}
            marked={marks.ids}
            renamingId={renaming}
            doing={doing}
            doings={doings}
            onFold={props.onFold ?? nothingToDo}
            onTake={props.onTake ?? nothingToDo}
            initialOffset={remembered?.offset ?? 0}
            onOffset={(offset) => memory.set(name, { id: memory.get(name)?.id ?? null, offset })}
          />
        )}
        {marks.ids.size > 0 ? (
          <BulkBar
            marked={marks.ids.size}
            all={marks.ids.size < Math.min(rows.total, mostMarked) ? { total: Math.min(rows.total, mostMarked), mark: markAll } : null}
            inTrash={inTrash}
            onMove={move}
            onTag={() => actions.editTags(targets())}
            onPutInList={putInList}
            onTakeOut={list === undefined ? null : () => takeOut(targets())}
            onFavourite={favourite}
            onRemove={remove}
            onRefresh={() => {
              actions.refresh(targets(), false)
              marks.clear()
            }}
            onClear={marks.clear}
          />
        ) : null}
      </main>
      {frame.detailsOpen && currentItem !== null ? (
        <DetailsPanel
          item={currentItem}
          series={currentItem.series === null ? null : (props.series.get(currentItem.series.key) ?? null)}
          actions={actions}
          onOpen={() => frame.onOpen(currentItem)}
          onRename={rename}
          onPutInList={() => setListing([currentItem])}
          onTakeOut={list === undefined ? null : () => takeOut([currentItem])}
          onDeleteForever={() => setForGood([currentItem])}
          onClose={() => frame.onDetails(false)}
        />
      ) : null}
      {listing === null ? null : <PutInList items={listing} actions={actions} onClose={() => setListing(null)} />}
      {forGood === null || forGood.length === 0 ? null : (
        <DeleteForGood
          items={forGood}
          onNo={() => setForGood(null)}
          onYes={() => {
            actions.deleteForever(forGood)
            setForGood(null)
            leave()
          }}
        />
      )}
    </>
  )
}

const nothingToDo = () => undefined

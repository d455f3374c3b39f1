// The middle and the right of the library, for a place and for a search alike: rows, details, marks, and the keys that act on them.
import { type ReactNode, useMemo, useRef, useState } from 'react'
import type { ItemId, ItemPlace, ItemSummary } from '../../shared/item.ts'
import type { ItemActions } from '../client/item-actions.ts'
import { isActive, jobWords } from '../client/job-words.ts'
import { useCall } from '../client/use-call.ts'
import { Confirm } from '../design/confirm.tsx'
import { useKeys } from '../design/use-keys.ts'
import { BulkBar } from './bulk-bar.tsx'
import type { DayHeading } from './day-headings.ts'
import { DetailsPanel } from './details-panel.tsx'
import { ItemList, type Rows } from './item-list.tsx'
import type { RowDoings } from './item-row.tsx'
import { libraryKeys } from './library-keys.ts'
import './library.css'
import './rows.css'
import './page-widths.css'

/** What a screen of the library remembers while the reader is open: its current row and how far it was scrolled. */
export type ListMemory = Map<string, { readonly id: ItemId | null; readonly offset: number }>

/** What the window gives every screen of the library. */
export type LibraryFrame = {
  readonly actions: ItemActions
  readonly memory: ListMemory
  readonly detailsOpen: boolean
  readonly onDetails: (open: boolean) => void
  readonly onOpen: (item: ItemSummary) => void
  readonly onAdd: (text: string) => void
}

type Props = {
  readonly frame: LibraryFrame
  /** Names this list in the memory. */
  readonly name: string
  readonly title: string
  readonly sub: ReactNode
  readonly tools: ReactNode
  readonly rows: Rows
  readonly headings: readonly DayHeading[]
  readonly compact: boolean
  readonly inTrash: boolean
  /** Shown instead of rows: nothing there, a failure, or what is on its way. */
  readonly instead: ReactNode | null
}

export function LibraryPage({ frame, name, title, sub, tools, rows, headings, compact, inTrash, instead }: Props) {
  const { actions, memory } = frame
  const remembered = memory.get(name)
  const [chosen, setChosen] = useState<ItemId | null>(remembered?.id ?? null)
  const [moves, setMoves] = useState(0)
  const [marked, setMarked] = useState<ReadonlyMap<ItemId, ItemSummary>>(new Map())
  const [forGood, setForGood] = useState<readonly ItemSummary[] | null>(null)
  const jobs = useCall('job.list', {})

  const chosenHere = chosen !== null && rows.indexOf(chosen) >= 0
  const current = chosenHere ? chosen : (rows.row(0)?.item.id ?? null)
  const currentIndex = current === null ? -1 : rows.indexOf(current)
  const currentItem = rows.row(currentIndex)?.item ?? null

  const choose = (id: ItemId) => {
    setChosen(id)
    memory.set(name, { id, offset: memory.get(name)?.offset ?? 0 })
  }
  const step = (by: number) => {
    // The first key on a fresh list lands on its first row instead of jumping over it.
    const next = rows.row(chosenHere ? currentIndex + by : Math.max(0, currentIndex))
    if (next === null) return
    choose(next.item.id)
    setMoves(moves + 1)
  }
  const targets = () => (marked.size > 0 ? [...marked.values()] : currentItem === null ? [] : [currentItem])
  /** After the rows in hand have gone elsewhere, their neighbour is current: one key archives one row after the other. */
  const leave = () => {
    if (marked.size > 0) {
      setMarked(new Map())
      return
    }
    const neighbour = rows.row(currentIndex + 1) ?? rows.row(currentIndex - 1)
    if (neighbour !== null) choose(neighbour.item.id)
    setMoves(moves + 1)
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
  const toggleMark = (item: ItemSummary) => {
    const next = new Map(marked)
    if (!next.delete(item.id)) next.set(item.id, item)
    setMarked(next)
  }

  useKeys(
    libraryKeys({
      step,
      move,
      remove,
      inTrash,
      open: () => currentItem !== null && frame.onOpen(currentItem),
      favourite: () => {
        const items = targets()
        actions.setFavourite(items, !items.every((item) => item.favourite))
      },
      original: () => currentItem !== null && actions.openOutside(currentItem.url),
      mark: () => currentItem !== null && toggleMark(currentItem),
      clearMarks: marked.size === 0 ? null : () => setMarked(new Map()),
      toggleDetails: () => frame.onDetails(!frame.detailsOpen),
    }),
  )

  const latest = useRef({ rows, choose, toggleMark, frame })
  latest.current = { rows, choose, toggleMark, frame }
  // The same object for good: a row is drawn again only when it is another row.
  const doings = useMemo<RowDoings>(() => {
    const itemOf = (id: ItemId) => {
      const { rows: now } = latest.current
      return now.row(now.indexOf(id))?.item ?? null
    }
    return {
      choose: (id) => latest.current.choose(id),
      open: (id) => {
        const item = itemOf(id)
        if (item !== null) latest.current.frame.onOpen(item)
      },
      toggleMark: (id) => {
        const item = itemOf(id)
        if (item !== null) latest.current.toggleMark(item)
      },
      openOutside: (url) => latest.current.frame.actions.openOutside(url),
      remedy: (call, item) => latest.current.frame.actions.remedy(call, item),
    }
  }, [])

  const activeJobs = useMemo(() => new Map((jobs.data?.jobs ?? []).filter(isActive).map((job) => [job.itemId, job])), [jobs.data])
  const now = Date.now()
  const doing = (id: ItemId) => {
    const job = activeJobs.get(id)
    return job === undefined ? null : `${jobWords(job, now)}.`
  }

  return (
    <>
      <main className="page" id="page" tabIndex={-1}>
        <div className="head">
          <div>
            <h1>{title}</h1>
            <p className="sub">{sub}</p>
          </div>
          <div className="tools">{tools}</div>
        </div>
        {instead ?? (
          <ItemList
            label={title}
            rows={rows}
            headings={headings}
            compact={compact}
            currentId={current}
            moves={moves}
            marked={new Set(marked.keys())}
            doing={doing}
            doings={doings}
            initialOffset={remembered?.offset ?? 0}
            onOffset={(offset) => memory.set(name, { id: chosen, offset })}
          />
        )}
        {marked.size > 0 ? (
          <BulkBar
            count={marked.size}
            inTrash={inTrash}
            onMove={move}
            onRemove={remove}
            onRefresh={() => {
              actions.refresh(targets(), false)
              setMarked(new Map())
            }}
            onClear={() => setMarked(new Map())}
          />
        ) : null}
      </main>
      {frame.detailsOpen && currentItem !== null ? (
        <DetailsPanel
          item={currentItem}
          actions={actions}
          onOpen={() => frame.onOpen(currentItem)}
          onDeleteForever={() => setForGood([currentItem])}
          onClose={() => frame.onDetails(false)}
        />
      ) : null}
      {forGood === null || forGood.length === 0 ? null : (
        <Confirm
          title={forGood.length === 1 ? 'Delete it for good?' : `Delete ${forGood.length} items for good?`}
          says={`${forGood.length === 1 ? `“${forGood[0]?.title ?? ''}” and all its copies` : 'They and all their copies'} leave this machine. This cannot be undone.`}
          yes="Delete for good"
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

// The rows, virtualised: only those in view exist. One row is current and takes the focus; arrows and letters move it (library-view.tsx).
// biome-ignore-all lint/a11y/useSemanticElements: a table cannot be virtualised; the grid roles say what it is
// biome-ignore-all lint/a11y/useFocusableInteractive: in a grid of rows the row takes the focus, not its cells
import { defaultRangeExtractor, useVirtualizer } from '@tanstack/react-virtual'
import { useEffect, useRef } from 'react'
import type { ItemId, ItemSummary } from '../../shared/item.ts'
import { useMedia } from '../design/use-media.ts'
import { type DayHeading, entryAt, entryCount, indexOfRow } from './day-headings.ts'
import { ItemRow, type RowDoings } from './item-row.tsx'
import { SkeletonRow } from './skeleton-row.tsx'

export type Rows = {
  readonly total: number
  readonly row: (index: number) => { readonly item: ItemSummary; readonly snippet: string | null } | null
  readonly indexOf: (id: string) => number
  readonly look: (from: number, to: number) => void
}

type Props = {
  readonly label: string
  readonly rows: Rows
  readonly headings: readonly DayHeading[]
  readonly compact: boolean
  readonly currentId: ItemId | null
  /** Counts up when the keyboard moved: then the current row is brought into view and focused. */
  readonly moves: number
  readonly marked: ReadonlySet<ItemId>
  readonly doing: (id: ItemId) => string | null
  readonly doings: RowDoings
  readonly initialOffset: number
  readonly onOffset: (offset: number) => void
}

const headingRem = 2

export function ItemList(props: Props) {
  const { rows, headings, currentId, moves, marked } = props
  const scroller = useRef<HTMLDivElement>(null)
  const wide = useMedia('(min-width: 120rem)')
  const rem = Number.parseFloat(getComputedStyle(document.documentElement).fontSize)
  const rowHeight = rem * (props.compact ? 2.25 : wide ? 4.25 : 3.75)
  const currentRow = currentId === null ? -1 : rows.indexOf(currentId)
  const currentIndex = currentRow < 0 ? -1 : indexOfRow(currentRow, headings)

  const virtual = useVirtualizer({
    count: entryCount(rows.total, headings),
    getScrollElement: () => scroller.current,
    estimateSize: (index) => ('heading' in entryAt(index, headings) ? headingRem * rem : rowHeight),
    overscan: 8,
    initialOffset: props.initialOffset,
    // The current row always exists: it holds the focus even when it is scrolled out of view.
    rangeExtractor: (range) => {
      const seen = defaultRangeExtractor(range)
      return currentIndex < 0 || seen.includes(currentIndex) || currentIndex >= range.count
        ? seen
        : [...seen, currentIndex].sort((a, b) => a - b)
    },
  })
  const { measure } = virtual
  // biome-ignore lint/correctness/useExhaustiveDependencies: heights change when these do, and only then
  useEffect(() => measure(), [rowHeight, headings, measure])

  const { range } = virtual
  const from = range === null ? 0 : range.startIndex
  const to = range === null ? 0 : range.endIndex
  useEffect(() => rows.look(Math.max(0, from - headings.length), to))

  const bring = useRef({ currentIndex, virtual })
  bring.current = { currentIndex, virtual }
  useEffect(() => {
    if (moves === 0 || currentId === null) return
    const { currentIndex: index, virtual: list } = bring.current
    if (index < 0) return
    list.scrollToIndex(index === 1 ? 0 : index, { align: 'auto' })
    scroller.current?.querySelector<HTMLElement>(`[data-id="${currentId}"]`)?.focus({ preventScroll: true })
  }, [moves, currentId])

  return (
    <div
      ref={scroller}
      className={`rows scrolls${props.compact ? ' compact' : ''}`}
      onScroll={(event) => props.onOffset(event.currentTarget.scrollTop)}
    >
      <div
        role="grid"
        aria-label={props.label}
        aria-rowcount={rows.total}
        aria-multiselectable={marked.size > 0}
        className="sheet-of-rows"
        style={{ height: virtual.getTotalSize() }}
      >
        {virtual.getVirtualItems().map(({ index, start }) => {
          const entry = entryAt(index, headings)
          if ('heading' in entry) {
            return (
              <div key={entry.heading} role="row" className="day" style={{ transform: `translateY(${start}px)` }} tabIndex={-1}>
                <span role="gridcell">{entry.heading}</span>
              </div>
            )
          }
          const here = rows.row(entry.row)
          if (here === null) return <SkeletonRow key={index} height={rowHeight} top={start} />
          return (
            <ItemRow
              key={here.item.id}
              item={here.item}
              snippet={here.snippet}
              doing={props.doing(here.item.id)}
              index={entry.row}
              height={rowHeight}
              top={start}
              current={here.item.id === currentId}
              marked={marked.has(here.item.id)}
              marking={marked.size > 0}
              doings={props.doings}
            />
          )
        })}
      </div>
    </div>
  )
}

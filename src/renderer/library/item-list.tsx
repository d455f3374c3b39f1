// The rows, virtualised: only those in view exist. One row is current and takes the focus; arrows and letters move it (library-page.tsx).
// biome-ignore-all lint/a11y/useSemanticElements: a table cannot be virtualised; the grid roles say what it is
// biome-ignore-all lint/a11y/useFocusableInteractive: in a grid of rows the row takes the focus, not its cells
import { defaultRangeExtractor, useVirtualizer } from '@tanstack/react-virtual'
import { useEffect, useLayoutEffect, useRef } from 'react'
import type { ItemId, ItemSummary } from '../../shared/item.ts'
import type { ListId } from '../../shared/list.ts'
import { useMedia } from '../design/use-media.ts'
import { GapRow } from './gap-row.tsx'
import { ItemRow, type RowDoings } from './item-row.tsx'
import type { EntryHeights, ListLayout } from './list-layout.ts'
import type { Target } from './reading-lists/list-order.ts'
import type { Series } from './series-facts.ts'
import { SeriesHeading } from './series-heading.tsx'
import { SkeletonRow } from './skeleton-row.tsx'
import { useDropBetween } from './use-drop-between.ts'

export type Rows = {
  readonly total: number
  readonly row: (index: number) => { readonly item: ItemSummary; readonly snippet: string | null } | null
  readonly indexOf: (id: string) => number
  /** Every row that is here, and the rows between two indexes whether they are here or not. */
  readonly loaded: () => readonly ItemSummary[]
  readonly fetch: (from: number, to: number) => Promise<readonly ItemSummary[]>
  readonly look: (from: number, to: number) => void
}

type Props = {
  readonly label: string
  readonly rows: Rows
  readonly layout: ListLayout
  readonly series: ReadonlyMap<string, Series>
  /** All rows are parts of one series (its own screen). */
  readonly allParts: boolean
  /** The reading list these rows are: they have numbers, opened they are read along it, and rows are dropped between them. */
  readonly list: { readonly id: ListId; readonly onDrop: (items: readonly ItemSummary[], to: Target) => void } | null
  readonly compact: boolean
  readonly currentId: ItemId | null
  /** Counts up when the keyboard moved: then the current row is brought into view and focused. */
  readonly moves: number
  /** A row to go to, though it is not here yet. */
  readonly reach: number | null
  readonly marked: ReadonlySet<ItemId>
  readonly renamingId: ItemId | null
  readonly doing: (id: ItemId) => string | null
  readonly doings: RowDoings
  readonly onFold: (key: string) => void
  /** Saves the part that is missing, by its address. */
  readonly onTake: (url: string) => void
  readonly initialOffset: number
  readonly onOffset: (offset: number) => void
}

/** In rem; the mockups' measures. A group's heading in a reading list stands apart from the group above it. */
const dayRem = 2
const groupRem = 2.75
/** Rows that are asked for before they come into view, so that a key always finds the next one. */
const ahead = 30
const seriesRem = 5.625
const gapRem = 2.25
/** As far up as the bar of the marked rows reaches, library.css. */
const bulkRem = 4.75

export function ItemList(props: Props) {
  const { rows, layout, currentId, moves, marked } = props
  const scroller = useRef<HTMLDivElement>(null)
  const wide = useMedia('(min-width: 120rem)')
  const rem = Number.parseFloat(getComputedStyle(document.documentElement).fontSize)
  const heights: EntryHeights = {
    row: rem * (props.compact ? 2.25 : wide ? 4.25 : 3.75),
    day: rem * (props.list === null ? dayRem : groupRem),
    series: rem * seriesRem,
    gap: rem * gapRem,
  }
  const currentRow = currentId === null ? -1 : rows.indexOf(currentId)
  const currentIndex = currentRow < 0 ? -1 : layout.indexOfRow(currentRow)

  const virtual = useVirtualizer({
    count: layout.count,
    getScrollElement: () => scroller.current,
    estimateSize: (index) => heights[layout.kindAt(index)],
    overscan: 8,
    // A row that the keyboard goes to stands above the bar of the marked ones.
    scrollPaddingEnd: marked.size > 0 ? rem * bulkRem : 0,
    initialOffset: props.initialOffset,
    // About right, so that the first rows come with the first drawing; what it really is is measured then.
    initialRect: { width: window.innerWidth, height: window.innerHeight },
    // The current row always exists: it holds the focus even when it is scrolled out of view.
    rangeExtractor: (range) => {
      const seen = defaultRangeExtractor(range)
      return currentIndex < 0 || seen.includes(currentIndex) || currentIndex >= range.count
        ? seen
        : [...seen, currentIndex].sort((a, b) => a - b)
    },
  })
  const { measure } = virtual
  // A list that has just come has added its heights up; doing so again would cost the first rows of 100,000 as much once more.
  const measured = useRef({ height: heights.row, layout })
  useLayoutEffect(() => {
    if (measured.current.height === heights.row && measured.current.layout === layout) return
    measured.current = { height: heights.row, layout }
    measure()
  }, [heights.row, layout, measure])

  const dropping = useDropBetween({
    onDrop: props.list?.onDrop ?? null,
    entryAt: (y) => virtual.getVirtualItemForOffset(y),
    layout,
  })

  const { range } = virtual
  const from = layout.rowAt(range === null ? 0 : range.startIndex)
  const to = layout.rowAt(range === null ? 0 : range.endIndex)
  useEffect(() => rows.look(Math.max(0, from - ahead), Math.max(0, Math.min(rows.total - 1, to + ahead))))

  // What is read stays where it is when something comes or goes above it: the first row in view is held.
  const held = useRef<{ readonly id: string; readonly row: number; readonly below: number } | null>(null)
  const hold = () => {
    const top = scroller.current?.scrollTop ?? 0
    const first = virtual.getVirtualItems().find(({ index, start }) => start >= top && layout.entryAt(index).kind === 'row')
    const row = first === undefined ? null : layout.rowAt(first.index)
    const item = row === null ? null : rows.row(row)
    held.current = first === undefined || row === null || item === null ? null : { id: item.item.id, row, below: first.start - top }
  }
  // biome-ignore lint/correctness/useExhaustiveDependencies: only another layout moves rows
  useLayoutEffect(() => {
    const element = scroller.current
    if (element === null || held.current === null || element.scrollTop === 0) return
    const now = rows.indexOf(held.current.id)
    const start = layout.offsetOf(layout.indexOfRow(now < 0 ? held.current.row : now), heights)
    const top = Math.round(start - held.current.below)
    if (Math.abs(top - element.scrollTop) > 1) element.scrollTop = top
  }, [layout])

  const bring = useRef({ currentIndex, virtual, layout })
  bring.current = { currentIndex, virtual, layout }
  useEffect(() => {
    if (moves === 0 || currentId === null) return
    const { currentIndex: index, virtual: list, layout: now } = bring.current
    if (index < 0) return
    // The first row brings its headings along.
    list.scrollToIndex(index === now.indexOfRow(0) ? 0 : index, { align: 'auto' })
    scroller.current?.querySelector<HTMLElement>(`[data-id="${currentId}"]`)?.focus({ preventScroll: true })
  }, [moves, currentId])

  const { reach } = props
  useEffect(() => {
    if (reach !== null) bring.current.virtual.scrollToIndex(layout.indexOfRow(reach))
  }, [reach, layout])

  return (
    <div
      ref={scroller}
      className={`rows scrolls${props.compact ? ' compact' : ''}${props.list === null ? '' : ' grouped'}`}
      onScroll={(event) => {
        props.onOffset(event.currentTarget.scrollTop)
        hold()
      }}
    >
      <div
        role="grid"
        aria-label={props.label}
        aria-rowcount={layout.count}
        aria-multiselectable
        className="sheet-of-rows"
        style={{ height: virtual.getTotalSize() }}
        {...dropping.targetProps}
      >
        {dropping.line === null ? null : (
          <div className="drop-line" style={{ transform: `translateY(${dropping.line}px)` }} aria-hidden="true" />
        )}
        {virtual.getVirtualItems().map(({ index, start }) => {
          const entry = layout.entryAt(index)
          if (entry.kind === 'day') {
            return (
              <div
                key={`day ${index} ${entry.title}`}
                role="row"
                aria-rowindex={index + 1}
                className="day"
                style={{ top: start }}
                tabIndex={-1}
              >
                <span role="gridcell">{entry.title}</span>
              </div>
            )
          }
          if (entry.kind === 'series') {
            return (
              <SeriesHeading
                key={entry.group.key}
                series={props.series.get(entry.group.key) ?? null}
                folded={entry.group.folded}
                index={index}
                top={start}
                height={heights.series}
                currentId={currentId}
                onFold={props.onFold}
              />
            )
          }
          if (entry.kind === 'gap')
            return (
              <GapRow key={`gap ${entry.gap.first}`} gap={entry.gap} index={index} top={start} height={heights.gap} onTake={props.onTake} />
            )
          const here = rows.row(entry.row)
          if (here === null) return <SkeletonRow key={index} height={heights.row} top={start} />
          return (
            <ItemRow
              key={here.item.id}
              item={here.item}
              inSeries={props.allParts || entry.group !== null}
              snippet={here.snippet}
              doing={props.doing(here.item.id)}
              number={props.list === null ? null : entry.row + 1}
              href={props.list === null ? `#/item/${here.item.id}` : `#/item/${here.item.id}?list=${props.list.id}`}
              index={index}
              height={heights.row}
              top={start}
              current={here.item.id === currentId}
              marked={marked.has(here.item.id)}
              marking={marked.size > 0}
              renaming={here.item.id === props.renamingId}
              doings={props.doings}
            />
          )
        })}
      </div>
    </div>
  )
}

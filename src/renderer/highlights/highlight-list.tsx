// The passages, virtualised with the heights they have. One is current and takes the focus; items head their own passages.
import { defaultRangeExtractor, useVirtualizer } from '@tanstack/react-virtual'
import { useEffect, useRef } from 'react'
import type { HighlightId } from '../../shared/highlight.ts'
import { whoAndWhere } from '../client/item-words.ts'
import { partTitle } from '../client/title-in-series.ts'
import { count } from '../design/amounts.ts'
import { hashOf } from '../routes.ts'
import type { HighlightFilter } from './highlight-filters.tsx'
import { HighlightRow, type RowDoings } from './highlight-row.tsx'
import { beginning } from './highlight-words.ts'
import type { HighlightWindow, ListedHighlight } from './use-highlight-window.ts'

type Props = {
  readonly list: HighlightWindow
  readonly byItem: boolean
  readonly current: HighlightId | null
  /** Counts up when the keyboard moved: then the current row is brought into view and focused. */
  readonly moves: number
  readonly editing: HighlightId | null
  readonly marked: ReadonlySet<HighlightId>
  readonly doings: RowDoings
  readonly onChoose: (id: HighlightId) => void
  readonly onToggle: (entry: ListedHighlight) => void
  readonly onOnly: (only: HighlightFilter['only']) => void
}

const guessedRowPx = 84

export function HighlightList(props: Props) {
  const { list, byItem, current, moves, editing, marked } = props
  const scroller = useRef<HTMLDivElement>(null)
  const currentIndex = current === null ? -1 : list.indexOf(current)
  const editedIndex = editing === null ? -1 : list.indexOf(editing)
  const virtual = useVirtualizer({
    count: list.total,
    getScrollElement: () => scroller.current,
    getItemKey: (index) => list.entry(index)?.highlight.id ?? index,
    estimateSize: () => guessedRowPx,
    overscan: 6,
    // The row with the focus, and the one being written in, exist even when they are scrolled out of view.
    rangeExtractor: (range) =>
      [...new Set([...defaultRangeExtractor(range), currentIndex, editedIndex])]
        .filter((at) => at >= 0 && at < range.count)
        .sort((a, b) => a - b),
  })
  const { range } = virtual
  useEffect(() => list.look((range?.startIndex ?? 0) - 1, (range?.endIndex ?? 0) + 1))

  const bring = useRef({ currentIndex, virtual })
  bring.current = { currentIndex, virtual }
  useEffect(() => {
    if (moves === 0 || current === null) return
    const { currentIndex: index, virtual: rows } = bring.current
    if (index >= 0) rows.scrollToIndex(index, { align: 'auto' })
    scroller.current?.querySelector<HTMLElement>(`[data-row="${current}"]`)?.focus({ preventScroll: true })
  }, [moves, current])

  const now = Date.now()
  const first = list.entry(0)?.highlight.id
  return (
    <div ref={scroller} className="quotes scrolls">
      <ol className="sheet-of-quotes" aria-label="Passages" style={{ height: virtual.getTotalSize() }}>
        {virtual.getVirtualItems().map(({ index, start, key }) => {
          const entry = list.entry(index)
          if (entry === null) return <li key={key} className="skel" style={{ transform: `translateY(${start}px)`, height: guessedRowPx }} />
          const { highlight, item } = entry
          const before = list.entry(index - 1)
          const heads = byItem && before?.item.id !== item.id && (index === 0 || before !== null)
          return (
            <li key={key} ref={virtual.measureElement} data-index={index} style={{ transform: `translateY(${start}px)` }}>
              {heads ? <ItemHead list={list} index={index} entry={entry} onOnly={props.onOnly} /> : null}
              {byItem ? null : (
                <p className="of quiet cut" dir="auto">
                  {item.title}
                </p>
              )}
              {/* biome-ignore lint/a11y/useKeyWithClickEvents: choosing is by keys too, j and k */}
              {/* biome-ignore lint/a11y/useSemanticElements: a fieldset is for fields; this is one passage with its tools */}
              <div
                data-row={highlight.id}
                tabIndex={highlight.id === (currentIndex < 0 ? first : current) ? 0 : -1}
                role="group"
                aria-label={`${beginning(highlight.anchor.exact, 120)}${marked.has(highlight.id) ? ', marked' : ''}`}
                onClick={() => props.onChoose(highlight.id)}
                onFocus={() => props.onChoose(highlight.id)}
              >
                <HighlightRow
                  highlight={highlight}
                  current={highlight.id === current}
                  editing={highlight.id === editing}
                  doings={props.doings}
                  now={now}
                  openWord="Open"
                  box={
                    marked.size === 0 ? null : (
                      <input
                        type="checkbox"
                        className="box"
                        aria-label="Marked"
                        checked={marked.has(highlight.id)}
                        onChange={() => props.onToggle(entry)}
                      />
                    )
                  }
                />
              </div>
            </li>
          )
        })}
      </ol>
    </div>
  )
}

type HeadProps = Pick<Props, 'list' | 'onOnly'> & { readonly index: number; readonly entry: ListedHighlight }

function ItemHead({ list, index, entry: { item }, onOnly }: HeadProps) {
  // How many follow, as far as all of them are here.
  let end = index
  while (list.entry(end)?.item.id === item.id) end += 1
  const known = end >= list.total || list.entry(end) !== null
  const { series } = item
  return (
    <header>
      <h2 dir="auto">
        <a href={hashOf({ screen: 'item', id: item.id, copy: null })}>{partTitle(item)}</a>
      </h2>
      <span className="quiet cut" dir="auto">
        {whoAndWhere(item)}
      </span>
      {series === null ? null : (
        <button type="button" className="link" onClick={() => onOnly({ what: 'series', key: series.key, title: series.title })}>
          {series.part === null ? series.title : `part ${series.part} of ${series.title}`}
        </button>
      )}
      <span className="spring" />
      {known ? (
        <button
          type="button"
          className="quiet num only"
          aria-label={`Only these ${end - index}`}
          title="Only this item"
          onClick={() => onOnly({ what: 'item', id: item.id, title: item.title })}
        >
          {count(end - index)}
        </button>
      ) : null}
    </header>
  )
}

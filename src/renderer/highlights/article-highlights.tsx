// The highlights of the article that is read, as a list at its right: the way to every passage for the keyboard and for screen readers.
import { useVirtualizer } from '@tanstack/react-virtual'
import { X } from 'lucide-react'
import { useEffect, useRef, useState } from 'react'
import type { Highlight, HighlightId } from '../../shared/highlight.ts'
import type { ItemSummary } from '../../shared/item.ts'
import type { ItemActions } from '../client/item-actions.ts'
import { amount } from '../design/amounts.ts'
import { KeysShown } from '../design/keys-shown.tsx'
import { ToolButton } from '../design/tool-button.tsx'
import { hashOf } from '../routes.ts'
import { HighlightRow } from './highlight-row.tsx'
import { useRowDoings } from './row-doings.ts'
import type { ItemHighlights } from './use-item-highlights.ts'

type Props = {
  readonly item: ItemSummary
  readonly highlights: ItemHighlights
  readonly actions: ItemActions
  readonly currentId: HighlightId | null
  readonly onGo: (highlight: Highlight) => void
  readonly onClose: () => void
}

const guessedRowPx = 110

export function ArticleHighlights({ item, highlights, actions, currentId, onGo, onClose }: Props) {
  const scroller = useRef<HTMLDivElement>(null)
  const panel = useRef<HTMLElement>(null)
  const [editing, setEditing] = useState<HighlightId | null>(null)
  const { here } = highlights
  const virtual = useVirtualizer({
    count: here.length,
    getScrollElement: () => scroller.current,
    getItemKey: (index) => here[index]?.id ?? index,
    estimateSize: () => guessedRowPx,
    overscan: 6,
  })
  const doings = useRowDoings({
    doings: highlights,
    actions,
    itemOf: () => item,
    open: onGo,
    edit: (highlight) => setEditing(highlight?.id ?? null),
  })
  useEffect(() => panel.current?.focus({ preventScroll: true }), [])
  const now = Date.now()
  return (
    <aside
      ref={panel}
      className="article-highlights"
      aria-label="Highlights of this article"
      tabIndex={-1}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return
        event.stopPropagation()
        if (editing === null) onClose()
        else setEditing(null)
      }}
    >
      <header>
        <h2>Highlights of this article</h2>
        <ToolButton icon={X} name="Close the highlights" hint="]" onPress={onClose} />
        <p className="quiet">
          {here.length === 0 ? (
            <>
              Nothing is marked yet. Select some words, or press <KeysShown keys="h" />.
            </>
          ) : (
            `${amount(here.length, 'passage', 'passages')}, as the text runs.`
          )}{' '}
          <a className="link" href={hashOf({ screen: 'highlights' })}>
            All highlights
          </a>
        </p>
      </header>
      <div ref={scroller} className="scrolls">
        <ol className="sheet-of-quotes" style={{ height: virtual.getTotalSize() }}>
          {virtual.getVirtualItems().map(({ index, start, key }) => {
            const highlight = here[index]
            return highlight === undefined ? null : (
              <li key={key} ref={virtual.measureElement} data-index={index} style={{ transform: `translateY(${start}px)` }}>
                <HighlightRow
                  highlight={highlight}
                  current={highlight.id === currentId}
                  editing={highlight.id === editing}
                  doings={doings}
                  now={now}
                  openWord="Go to"
                />
              </li>
            )
          })}
        </ol>
      </div>
    </aside>
  )
}

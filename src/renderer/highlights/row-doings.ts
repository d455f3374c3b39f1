// Joins what can be done to highlights with what a row asks for. The same object for good: a row is drawn again only when it is another row.
import { type RefObject, useMemo, useRef } from 'react'
import type { Highlight } from '../../shared/highlight.ts'
import type { ItemSummary } from '../../shared/item.ts'
import type { ItemActions } from '../client/item-actions.ts'
import type { HighlightDoings } from './highlight-doings.ts'
import type { RowDoings } from './highlight-row.tsx'

type Given = {
  readonly doings: HighlightDoings
  readonly actions: ItemActions
  readonly itemOf: (highlight: Highlight) => ItemSummary | null
  readonly open: (highlight: Highlight) => void
  readonly edit: (highlight: Highlight | null) => void
  readonly onTag?: (tag: string) => void
}

export function useRowDoings(given: Given): RowDoings {
  const latest = useRef(given)
  latest.current = given
  return useMemo(() => rowDoings(latest), [])
}

function rowDoings(latest: RefObject<Given>): RowDoings {
  return {
    open: (highlight) => latest.current.open(highlight),
    quote: (highlight) => {
      const item = latest.current.itemOf(highlight)
      if (item !== null) latest.current.doings.copyQuotes([{ highlight, item }])
    },
    link: (highlight) => latest.current.doings.copyLink(highlight),
    remove: (highlight) => latest.current.doings.remove([highlight]),
    edit: (highlight) => latest.current.edit(highlight),
    recolour: (highlight, colour) => latest.current.doings.recolour(highlight, colour),
    keepNote: (highlight, change) => latest.current.doings.keepNote(highlight.id, change),
    noteWritten: (highlight, before, after) => latest.current.doings.noteWritten(highlight.id, before, after),
    setTags: (highlight, tags) => latest.current.doings.setTags(highlight, tags),
    openOutside: (url) => latest.current.actions.openOutside(url),
    trouble: (error) => latest.current.actions.attempt(() => Promise.reject(error)),
    onTag: (tag) => latest.current.onTag?.(tag),
  }
}

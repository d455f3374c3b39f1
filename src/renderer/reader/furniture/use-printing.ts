// Prints the article alone: a second, hidden frame of the same copy in print type, with the reader's passages and notes, and the
// system's own print dialog over it.
import { useCallback, useEffect, useRef } from 'react'
import type { CopySummary } from '../../../shared/copy.ts'
import type { ItemSummary } from '../../../shared/item.ts'
import type { ItemActions } from '../../client/item-actions.ts'
import { useClient } from '../../client/use-call.ts'
import type { ShownArticle } from '../../page-text/shown-article.ts'
import { openPrintFrame } from './print-frame.ts'

type Props = { readonly item: ItemSummary; readonly copy: CopySummary; readonly shown: ShownArticle; readonly actions: ItemActions }

export function usePrinting({ item, copy, shown, actions }: Props): () => void {
  const client = useClient()
  const frame = useRef<HTMLIFrameElement | null>(null)
  const { attempt } = actions
  // It stays until the next printing or until the reader leaves: nobody says when a system's dialog is done with it.
  const left = useRef(false)
  useEffect(() => {
    left.current = false
    return () => {
      left.current = true
      frame.current?.remove()
    }
  }, [])
  return useCallback(() => {
    attempt(async () => {
      const { highlights } = await client.call('highlight.ofItem', { id: item.id })
      const path = new URL(shown.document.URL).pathname
      const printed = await openPrintFrame(
        path,
        item,
        highlights.filter(({ copyId }) => copyId === copy.id),
      )
      // Meanwhile the reader has left, or asked once more.
      if (left.current) return printed.remove()
      frame.current?.remove()
      frame.current = printed
      printed.contentWindow?.print()
    })
  }, [attempt, client, item, copy.id, shown])
}

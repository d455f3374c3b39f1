// Lies over the article in the frame's own coordinates: paints highlights, offers to make one, and shows notes beside their passages.
import type { CopyId, ItemSummary } from '../../shared/item.ts'
import type { ItemActions } from '../client/item-actions.ts'
import type { ShownArticle } from '../page-text/shown-article.ts'

export type HighlightLayerProps = {
  readonly item: ItemSummary
  readonly copyId: CopyId
  readonly shown: ShownArticle
  /** The frame's height in CSS pixels: whoever measured something measures again when it changes. */
  readonly height: number
  readonly actions: ItemActions
  /** Brings a place of the article into view. */
  readonly onGo: (range: Range) => void
}

export function HighlightLayer(_props: HighlightLayerProps) {
  return null
}

// Lies over the article in the frame's own coordinates: the tools of its code blocks, footnotes, pictures and links.
import type { ItemSummary } from '../../shared/item.ts'
import type { ItemActions } from '../client/item-actions.ts'
import type { ShownArticle } from '../page-text/shown-article.ts'

export type PageToolsProps = {
  readonly item: ItemSummary
  readonly shown: ShownArticle
  /** The frame's height in CSS pixels: whoever measured something measures again when it changes. */
  readonly height: number
  readonly actions: ItemActions
}

export function PageTools(_props: PageToolsProps) {
  return null
}

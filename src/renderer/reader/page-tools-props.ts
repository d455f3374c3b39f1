// What the tools over an article are given, and what they answer to the frame.
import type { RefObject } from 'react'
import type { CopySummary } from '../../shared/copy.ts'
import type { ItemSummary } from '../../shared/item.ts'
import type { ItemActions } from '../client/item-actions.ts'
import type { ShownArticle } from '../page-text/shown-article.ts'
import type { LinkClick } from './guard-frame.ts'
import type { LinkDecision } from './link-decision.ts'

export type FollowLink = (decision: LinkDecision, click: LinkClick) => void
/** What of the frame the window shows, in the frame's coordinates. */
export type Seen = () => { readonly top: number; readonly height: number }

export type PageToolsProps = {
  readonly item: ItemSummary
  readonly copy: CopySummary
  readonly shown: ShownArticle
  /** The frame's height in CSS pixels: whoever measured something measures again when it changes. */
  readonly height: number
  readonly actions: ItemActions
  readonly leaf: RefObject<HTMLElement | null>
  /** Is told what every link in the frame does. */
  readonly followLink: RefObject<FollowLink>
  /** Brings an element of the article into view. */
  readonly onGo: (element: Element) => void
  /** The same for the place the address names, when one arrives: no step of its own in the history. */
  readonly onArrive: (element: Element) => void
}

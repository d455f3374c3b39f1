// An article as it stands in its frame, for everybody who works on it: the reader, highlights, the talk's words.
import type { PageText } from './page-text.ts'

export type ShownArticle = {
  readonly frame: HTMLIFrameElement
  readonly document: Document
  readonly article: Element
  /** Read once, when first asked for. */
  readonly text: () => PageText
}

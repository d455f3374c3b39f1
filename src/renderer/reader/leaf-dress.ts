// What another room puts in the place of the reader's own parts, when what is read is no article of a page: a talk with its words.
import type { ReactNode } from 'react'
import type { ShownArticle } from '../page-text/shown-article.ts'
import type { Heading } from './headings.ts'

export type LeafDress = {
  /** Beside "leaf", for the style sheet. */
  readonly className: string
  /** What files dropped here become, said while they hang over the window. */
  readonly dropSays: string
  /** In the place of the title. */
  readonly head: ReactNode
  readonly outlineName: string
  readonly headingsOf: (article: Element) => readonly Heading[]
  /**
   * Where one is, in words and from 0 to 100; `line` in the frame's coordinates. `done` null: nobody can say, the scrolling tells;
   * null: the words are read as an article's are.
   */
  readonly place: (shown: ShownArticle, line: number) => { readonly words: string; readonly done: number | null } | null
  /** Where one begins who has not begun yet; null: at the top. */
  readonly firstLine: (article: Element) => Element | null
  /** Lies over the article, in the frame's coordinates. */
  readonly layer: (shown: ShownArticle, height: number) => ReactNode
  /** A newer copy than the one on the leaf has come. */
  readonly newer: string
}

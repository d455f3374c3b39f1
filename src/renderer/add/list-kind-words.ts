// The kinds of things a text names, in the words of the preview.
import type { ListKind } from '../../shared/reading-list.ts'

export const listKindWords: Readonly<Record<ListKind, string>> = {
  article: 'article',
  talk: 'talk',
  series: 'series',
  book: 'book',
  repo: 'repository',
  paper: 'paper',
  other: 'page',
}

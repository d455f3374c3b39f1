// Where a text of recommendations came from, in words. Pure.
import type { ListSource } from '../../../shared/list.ts'
import { pageDate } from '../../design/amounts.ts'

const kinds: Readonly<Record<string, string>> = {
  text: 'a text',
  html: 'a page',
  markdown: 'a Markdown text',
  rst: 'a reStructuredText',
  org: 'an Org text',
  opml: 'an OPML file',
  csv: 'a table of links',
  bookmarks: 'bookmarks',
}

/** "From a text by Ada Brandvold, 9 March 2025". */
export function sourceWords({ format, author, date }: Pick<ListSource, 'format' | 'author' | 'date'>): string {
  const by = author === null || author === '' ? '' : ` by ${author}`
  return [`From ${kinds[format] ?? 'a text'}${by}`, pageDate(date) ?? date ?? ''].filter((part) => part !== '').join(', ')
}

// A row of a table that names a work and links nothing: a column for its title, another for whose it is.
import type { ListKind } from '../../shared/reading-list.ts'
import type { Block } from './block.ts'
import { cleanTitle } from './clean-title.ts'
import type { Found } from './found-work.ts'
import { kindOfHeading } from './kind-words.ts'

const titleHead = /^\W*(?:title|book|book title|paper|talk|article|name|novel)\W*$/i
const authorHead = /^\W*(?:authors?|by|speakers?|writers?)(?:\(s\))?\W*$/i

/** The work; `kind`: what the heading above the table promises. */
export function rowOfWork({ role, text, links, cells }: Block, kind: ListKind | null): readonly Found[] {
  if (role !== 'row' || links.length > 0) return []
  const title = cells.find(({ head }) => titleHead.test(head))
  const author = cells.find(({ head }) => authorHead.test(head))
  if (!title || !author) return []
  const words = cleanTitle(text.slice(title.start, title.end))
  const by = text.slice(author.start, author.end).trim()
  return words === null || by === '' ? [] : [{ title: words, by, kind: kindOfHeading(`${title.head}s`) ?? kind ?? 'book', at: 0 }]
}

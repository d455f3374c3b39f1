// What a search understood of its text, as chips: the words of a filter, and the text without it. Pure.
import type { QueryField, QueryPart } from '../../shared/library-query.ts'

type FilterPart = Extract<QueryPart, { kind: 'filter' }>
export type QueryChip = { readonly words: string; readonly part: FilterPart }

const say: Readonly<Record<QueryField, (value: string) => string>> = {
  is: (value) => value,
  tag: (value) => `#${value.replace(/^#/, '')}`,
  site: (value) => `from ${value}`,
  kind: (value) => value,
  before: (value) => `before ${value}`,
  after: (value) => `since ${value}`,
  added: (value) => `added ${value}`,
  series: (value) => `series “${value}”`,
  by: (value) => `by ${value}`,
  minutes: (value) => `${value} minutes`,
  has: (value) => `with ${value}`,
}

/** One chip a filter, in the reader's own value: "#python", "not from example.org", "since 2024". */
export function queryChips(text: string, parts: readonly QueryPart[]): readonly QueryChip[] {
  return parts.flatMap((part) => {
    if (part.kind !== 'filter') return []
    const typed = text.slice(part.from, part.to)
    const value = typed.slice(typed.indexOf(':') + 1).replace(/^["“”„‟«»]|["“”„‟«»]$/g, '')
    return [{ words: `${typed.startsWith('-') ? 'not ' : ''}${say[part.field](value.trim())}`, part }]
  })
}

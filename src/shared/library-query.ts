// The query language of the library: words, "exact phrases" and -without go to the search index as they are; `field:value` narrows.
// What is no filter of ours is words: addresses, times and std::vector never break a query. What to offer while typing is suggest-query.ts.
import { itemKinds, itemStates } from './item-lists.ts'
import type { FilterTest, LibraryFilter } from './library-filter.ts'
import { queryPeriod } from './query-period.ts'
import { tagName } from './tag-name.ts'

export const queryFields = ['is', 'tag', 'site', 'kind', 'before', 'after', 'added', 'series', 'by', 'minutes', 'has'] as const
export type QueryField = (typeof queryFields)[number]

/** A stretch of the typed text; `from` and `to` are offsets into it. White space between belongs to none. */
export type QueryPart = { readonly from: number; readonly to: number } & (
  | { readonly kind: 'filter'; readonly field: QueryField; readonly filter: LibraryFilter }
  /** A filter somebody is still typing (`is:unr`, `tag:`): it narrows nothing yet, and is no word either. */
  | { readonly kind: 'unfinished'; readonly field: QueryField }
  | { readonly kind: 'words' }
)

export type LibraryQuery = {
  readonly filters: readonly LibraryFilter[]
  /** What is left for the search index, quotes and all; a space at its end says that its last word is whole. */
  readonly words: string
  readonly parts: readonly QueryPart[]
}

/** Longer than anything typed; a pasted page is no query. */
const longestQuery = 2_000
const quotes = '"“”„‟«»'
const token = new RegExp(
  `(-?)(${queryFields.join('|')}):([${quotes}]([^${quotes}]*)(?:[${quotes}]|$)|[^\\s${quotes}:][^\\s${quotes}]*|(?=\\s|$))`,
  'iy',
)
const phrase = new RegExp(`-?[${quotes}][^${quotes}]*(?:[${quotes}]|$)`, 'y')
const word = /[^\s"“”„‟«»]+/y

/** Reads what was typed. Never throws; every text means something. */
export function parseLibraryQuery(text: string): LibraryQuery {
  const typed = text.slice(0, longestQuery)
  const parts: QueryPart[] = []
  let at = 0
  while (at < typed.length) {
    if (/\s/.test(typed[at] ?? '')) {
      at += 1
      continue
    }
    const filter = matchAt(token, typed, at)
    const part = filter ? partOf(filter, at, typed) : null
    const found = part ?? {
      kind: 'words' as const,
      from: at,
      to: at + (matchAt(phrase, typed, at) ?? matchAt(word, typed, at) ?? [' '])[0].length,
    }
    parts.push(found)
    at = found.to
  }
  return {
    filters: parts.flatMap((part) => (part.kind === 'filter' ? [part.filter] : [])),
    words: wordsOf(typed, parts),
    parts,
  }
}

/** The text without one of its parts, for a chip that is clicked away. */
export function withoutPart(text: string, part: QueryPart): string {
  return `${text.slice(0, part.from).trimEnd()} ${text.slice(part.to).trimStart()}`.trim()
}

function matchAt(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at
  return pattern.exec(text)
}

function wordsOf(typed: string, parts: readonly QueryPart[]): string {
  const kept = parts.filter((part) => part.kind === 'words')
  const last = kept.at(-1)
  if (!last) return ''
  // Words that touched in the text go on touching, and a filter typed behind them means that the last word is whole.
  const joined = kept.map((part, index) => `${index > 0 && kept[index - 1]?.to !== part.from ? ' ' : ''}${typed.slice(part.from, part.to)}`)
  return `${joined.join('')}${last.to < typed.length ? ' ' : ''}`
}

/** null: these are words after all. */
function partOf(match: RegExpExecArray, from: number, typed: string): QueryPart | null {
  const [whole, minus, name = '', bare = '', quoted] = match
  const to = from + whole.length
  // "foo"tag:x and 12:is:up are no filters; a filter stands by itself.
  const alone = (from === 0 || /\s/.test(typed[from - 1] ?? '')) && (to === typed.length || /\s/.test(typed[to] ?? ''))
  if (!alone) return null
  const field = name.toLowerCase() as QueryField
  const value = (quoted ?? bare).trim()
  const test = value === '' ? null : tests[field](value)
  if (test) return { kind: 'filter', from, to, field, filter: { ...test.test, not: (minus === '-') !== test.not } }
  return value === '' || begins(field, value) ? { kind: 'unfinished', from, to, field } : null
}

type Test = { readonly test: FilterTest; readonly not: boolean }
const yes = (test: FilterTest): Test => ({ test, not: false })

/** Every word behind `is:`. */
export const isWords: Readonly<Record<string, Test>> = {
  unread: yes({ field: 'unread' }),
  read: { test: { field: 'unread' }, not: true },
  begun: yes({ field: 'begun' }),
  favourite: yes({ field: 'favourite' }),
  favorite: yes({ field: 'favourite' }),
  inbox: yes({ field: 'place', place: 'inbox' }),
  later: yes({ field: 'place', place: 'later' }),
  archive: yes({ field: 'place', place: 'archive' }),
  archived: yes({ field: 'place', place: 'archive' }),
  trash: yes({ field: 'place', place: 'trash' }),
  ...Object.fromEntries(itemStates.map((state) => [state, yes({ field: 'state', state })])),
}

/** Every word behind `has:`, also as many of them. */
export const hasWords: Readonly<Record<string, Extract<FilterTest, { field: 'has' }>['what']>> = {
  highlight: 'highlight',
  highlights: 'highlight',
  note: 'note',
  notes: 'note',
  picture: 'picture',
  pictures: 'picture',
  code: 'code',
  tag: 'tag',
  tags: 'tag',
  series: 'series',
}

const tests: Readonly<Record<QueryField, (value: string) => Test | null>> = {
  is: (value) => isWords[value.toLowerCase()] ?? null,
  kind(value) {
    const named = value.toLowerCase().replace(/s$/, '')
    const kind = itemKinds.find((known) => known === named)
    return kind === undefined ? null : yes({ field: 'kind', kind })
  },
  has(value) {
    const what = hasWords[value.toLowerCase()]
    return what ? yes({ field: 'has', what }) : null
  },
  tag(value) {
    const tag = tagName(value)
    return tag === null ? null : yes({ field: 'tag', tag })
  },
  site(value) {
    const site = value
      .toLowerCase()
      .replace(/^https?:\/\//, '')
      .replace(/[/?#].*$/, '')
      .replace(/:\d+$/, '')
      .replace(/^www\./, '')
      .replace(/^\*?\.|\.$/g, '')
    return /^[^\s.]+(?:\.[^\s.]+)*$/.test(site) ? yes({ field: 'site', site }) : null
  },
  series: (value) => yes({ field: 'series', series: value }),
  by: (value) => yes({ field: 'by', by: value }),
  before(value) {
    const period = queryPeriod(value)
    return period && yes({ field: 'added', from: null, until: period.from })
  },
  /** With the day, month or year itself: `after:2023-05 before:2023-08` are May to July. */
  after(value) {
    const period = queryPeriod(value)
    return period && yes({ field: 'added', from: period.from, until: null })
  },
  added(value) {
    const period = queryPeriod(value)
    return period && yes({ field: 'added', ...period })
  },
  minutes(value) {
    const [, sign = '', amount = '', upper] = /^(<=|>=|<|>|≤|≥|)(\d{1,5})(?:(?:-|\.\.|–)(\d{1,5}))?$/.exec(value) ?? []
    if (amount === '' || (sign !== '' && upper !== undefined)) return null
    const minutes = Number(amount)
    const test = (from: number | null, until: number | null) => yes({ field: 'minutes', from, until })
    if (sign === '<') return test(null, minutes - 1)
    if (sign === '>') return test(minutes + 1, null)
    if (sign === '<=' || sign === '≤') return test(null, minutes)
    if (sign === '>=' || sign === '≥') return test(minutes, null)
    return test(minutes, upper === undefined ? minutes : Number(upper))
  },
}

/** True while the value may still become one of the field's. */
function begins(field: QueryField, value: string): boolean {
  const small = value.toLowerCase()
  if (field === 'is') return Object.keys(isWords).some((known) => known.startsWith(small))
  if (field === 'kind') return itemKinds.some((known) => known.startsWith(small))
  if (field === 'has') return Object.keys(hasWords).some((known) => known.startsWith(small))
  if (field === 'minutes') return /^[<>≤≥]=?$|^\d{1,5}(?:-|\.\.?|–)$/.test(value)
  if (field === 'before' || field === 'after' || field === 'added') return /^\d{1,4}$|^\d{4}[-/.](?:\d{1,2}[-/.]?)?$/.test(value)
  return false
}

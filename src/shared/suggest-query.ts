// What may be offered while somebody types a query: fields, values, tags and sites the library knows. Pure, so that it answers at once.
import { itemKinds } from './item-lists.ts'
import { hasWords, isWords, type QueryField, queryFields } from './library-query.ts'
import { tagName } from './tag-name.ts'

export type KnownWords = {
  /** By how many items they stand for, as `tag.list` and `site.list` answer; the fuller ones are offered first. */
  readonly tags: readonly { readonly tag: string; readonly items: number }[]
  readonly sites: readonly { readonly site: string; readonly items: number }[]
  readonly series?: readonly string[]
}

export type QuerySuggestion = {
  /** `tag:python`; `tag:` when only a field is offered. */
  readonly shown: string
  /** How many items it stands for, where known. */
  readonly items: number | null
  /** The whole query when it is taken, and where the caret then stands. */
  readonly text: string
  readonly caret: number
}

const most = 8
/** Offered with nothing typed but the field: how to say what only a reader can know. */
const examples: Partial<Record<QueryField, readonly string[]>> = { minutes: ['<10', '>30'] }

/**
 * Suggestions for the word the caret stands behind, best first, at most eight: values of the field it begins with, fields that begin so,
 * and tags that begin so (a reader types `pyth` and may mean `tag:python`). None inside an exact phrase, and none for what stands there whole.
 */
export function suggestQuery(text: string, caret: number, known: KnownWords): readonly QuerySuggestion[] {
  const [typed = ''] = /-?(?:[a-z]+:"[^"]*|[^\s"]*)$/i.exec(text.slice(0, caret)) ?? []
  const start = caret - typed.length
  const end = caret + (/^[^\s"]*/.exec(text.slice(caret))?.[0].length ?? 0)
  const insidePhrase = (text.slice(0, start).match(/"/g)?.length ?? 0) % 2 === 1
  if (insidePhrase || typed === '') return []
  const minus = typed.startsWith('-') ? '-' : ''
  const bare = typed.slice(minus.length)
  const colon = bare.indexOf(':')
  const field = queryFields.find((name) => name === bare.slice(0, Math.max(0, colon)).toLowerCase())
  const offered = field ? valuesOf(field, bare.slice(colon + 1).replace(/^"/, ''), known) : beginnings(bare, known)
  return offered
    .filter(({ shown }) => shown.toLowerCase() !== bare.toLowerCase())
    .slice(0, most)
    .map(({ shown, items }) => taken(text, start, end, minus, shown, items))
}

type Offered = { readonly shown: string; readonly items: number | null }

function taken(text: string, start: number, end: number, minus: string, shown: string, items: number | null): QuerySuggestion {
  // A field alone waits for its value; a whole filter is followed by whatever is typed next.
  const ending = shown.endsWith(':') ? '' : ' '
  const before = `${text.slice(0, start)}${minus}${shown}${ending}`
  return { shown: `${minus}${shown}`, items, text: `${before}${text.slice(end).trimStart()}`, caret: before.length }
}

function beginnings(bare: string, known: KnownWords): readonly Offered[] {
  const small = bare.toLowerCase()
  const fields = queryFields.filter((field) => field.startsWith(small)).map((field) => ({ shown: `${field}:`, items: null }))
  const name = tagName(bare)
  const tags = name !== null && bare.length >= 2 ? tagged(known, name) : []
  return bare.length >= 3 || fields.length === 0 ? [...tags, ...fields] : [...fields, ...tags]
}

function valuesOf(field: QueryField, value: string, known: KnownWords): readonly Offered[] {
  const small = value.toLowerCase()
  const words = (list: readonly string[]) =>
    list.filter((one) => one.toLowerCase().startsWith(small)).map((one) => ({ shown: `${field}:${quoted(one)}`, items: null }))
  switch (field) {
    case 'is':
      return words(Object.keys(isWords).filter((one) => one !== 'favorite' && one !== 'archived'))
    case 'kind':
      return words(itemKinds)
    case 'has':
      return words(Object.keys(hasWords).filter((one) => one === hasWords[one]))
    case 'tag':
      return tagged(known, value === '' ? '' : (tagName(value) ?? ''))
    case 'site':
      return ranked(known.sites.filter(({ site }) => site.startsWith(small) || site.includes(`.${small}`))).map(({ site, items }) => ({
        shown: `site:${site}`,
        items,
      }))
    case 'series':
      return (known.series ?? [])
        .filter((one) => one.toLowerCase().includes(small))
        .map((one) => ({ shown: `series:${quoted(one)}`, items: null }))
    default:
      return words(examples[field] ?? [])
  }
}

function tagged(known: KnownWords, begun: string): readonly Offered[] {
  return ranked(known.tags.filter(({ tag }) => tag.startsWith(begun))).map(({ tag, items }) => ({ shown: `tag:${tag}`, items }))
}

function ranked<T extends { readonly items: number }>(list: readonly T[]): readonly T[] {
  return list.toSorted((one, other) => other.items - one.items)
}

function quoted(value: string): string {
  return /\s/.test(value) ? `"${value}"` : value
}

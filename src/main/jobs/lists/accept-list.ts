// What was accepted of a text becomes rows, a list and its provenance, in one transaction.
import { parseLink } from '../../../shared/address/parse-link.ts'
import type { AcceptedItem } from '../../../shared/calls/list-calls.ts'
import type { CheckedInputOf, OutputOf } from '../../../shared/contract.ts'
import { Failure, type FailureValue } from '../../../shared/failure.ts'
import type { ItemId, Wanted } from '../../../shared/item.ts'
import { nameFor, wantedOf } from '../../../shared/wanted.ts'
import type { Cache, NewItem } from '../../cache/cache.ts'
import type { NewEntry } from '../../cache/list-shelf.ts'
import { isPrivateLink } from '../../network/address-guard.ts'
import { newItem } from '../saving/save-links.ts'
import { toFindKey, wantedKeyOf } from './wanted-key.ts'

type Accepted = OutputOf<'list.accept'>
type Understood = { readonly link: string; readonly entry: NewEntry } | { readonly link: string; readonly failure: FailureValue }

/** An address that cannot be saved is answered with its failure and does not hold up the others. Throws list.unknown; then nothing is written. */
export function acceptList(input: CheckedInputOf<'list.accept'>, cache: Cache, options: { readonly lease: boolean }): Accepted {
  const chosen = new Set(input.chosen)
  const understood = input.items.map((item) => understand(item, input.place, input.typed || (item.url !== null && chosen.has(item.url))))
  const { list, saved } = cache.lists.accept(
    {
      list: input.into !== null ? { into: input.into } : input.title === null ? null : { title: input.title },
      source: input.source,
      entries: understood.flatMap((one) => ('failure' in one ? [] : [one.entry])),
    },
    options,
  )
  let next = 0
  const results = understood.map((one): Accepted['results'][number] => {
    if ('failure' in one) return { link: one.link, ok: false, failure: one.failure }
    const row = saved[next++]
    if (!row) throw new Error('the cache answered fewer rows than it was given')
    return { link: one.link, ok: true, ...row }
  })
  return { list, results }
}

/** Gives a to-find item its address. Throws item.unknown, item.found; a link that cannot be saved is answered with its failure. */
export function fillItem(
  { id, link, typed }: CheckedInputOf<'item.fill'>,
  cache: Cache,
  options: { readonly lease: boolean },
): OutputOf<'item.fill'> {
  const { item } = cache.items.get(id as ItemId)
  const understood = understand(
    { ...plain, url: link, title: item.title, kind: item.kind },
    item.place === 'trash' ? 'inbox' : item.place,
    typed,
  )
  if ('failure' in understood) return { link, ok: false, failure: understood.failure }
  return { link, ok: true, ...cache.lists.fill(id, understood.entry.row, options) }
}

const plain: Omit<AcceptedItem, 'url' | 'title' | 'kind'> = {
  originalLink: null,
  by: null,
  startSeconds: null,
  moments: [],
  partOf: null,
  partNumber: null,
  recommendation: null,
  headings: [],
  alternates: [],
  cut: null,
  wanted: null,
}

function understand(item: AcceptedItem, place: NewItem['place'], typed: boolean): Understood {
  const { url, headings, title, alternates, recommendation, cut } = item
  const facts = { headings, title, alternates, recommendation, cut, wantedKey: keyOf(item) }
  if (url === null)
    return {
      link: item.originalLink ?? '',
      entry: { row: toFind(item, facts.wantedKey ?? '', place), ...facts, moments: momentsOf(item, item.startSeconds) },
    }
  try {
    const parsed = parseLink(url)
    if (!typed && isPrivateLink(parsed.url)) throw new Failure('link.private', { host: new URL(parsed.url).hostname })
    const row = newItem(parsed, place, typed)
    const startSeconds = row.startSeconds ?? item.startSeconds
    return {
      link: url,
      entry: {
        row: {
          ...row,
          // The text's words stand in the row until the page gives its own.
          ...(title === null ? {} : { title }),
          kind: row.kind === 'article' ? item.kind : row.kind,
          originalLink: item.originalLink ?? row.originalLink,
          startSeconds,
          byline: item.by,
        },
        ...facts,
        moments: momentsOf(item, startSeconds),
      },
    }
  } catch (error) {
    if (error instanceof Failure) return { link: url, failure: error.toValue() }
    throw error
  }
}

/** Its own start has the words about it, unless the text says more exactly what it says where. */
function momentsOf({ moments, recommendation }: AcceptedItem, start: number | null): NewEntry['moments'] {
  if (moments.length > 0 || start === null) return moments
  return [{ seconds: start, words: recommendation ?? '' }]
}

/** The comparison key of what the text alone has of it; null where it has the whole address. */
function keyOf(item: AcceptedItem): string | null {
  const { url, cut, wanted, wantedKey = null } = item
  if (wantedKey !== null) return toFindKey(wantedKey)
  if (url !== null && (cut === null || item.wantedKey === null)) return null
  const urlPrefix = wanted?.urlPrefix ?? cut?.was.replace(/…$/, '') ?? null
  return toFindKey(wantedKeyOf({ ...item, recommendation: wanted?.words ?? item.recommendation, urlPrefix }))
}

function toFind(item: AcceptedItem, comparisonKey: string, place: NewItem['place']): NewItem {
  const wanted: Wanted = item.wanted ?? wantedOf({ ...item, urlPrefix: null })
  return {
    comparisonKey,
    url: '',
    originalLink: item.originalLink ?? '',
    kind: item.kind,
    // A cut link that nobody named is named by what is left of it.
    title: item.title
      ? firstWords(item.title)
      : nameFor((item.wanted?.words ?? item.by) || wanted.words) || `${(wanted.urlPrefix ?? '').replace(/^https?:\/\//, '')}…`,
    place,
    startSeconds: item.startSeconds,
    typed: false,
    wanted,
    byline: item.by,
  }
}

function firstWords(text: string): string {
  return text.length <= 160 ? text : `${text.slice(0, 159).replace(/\s+\S*$/, '')}…`
}

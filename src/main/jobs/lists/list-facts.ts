// What of a list is on this machine, counted thing by thing; what of it has to be asked for again; and the list as a text to hand on.
import type { OutputOf } from '../../../shared/contract.ts'
import type { ItemId } from '../../../shared/item.ts'
import type { ListEntry, ListId } from '../../../shared/list.ts'
import type { Cache } from '../../cache/cache.ts'
import { shareList } from '../../transfer/exports/share-list.ts'

type Completeness = OutputOf<'list.get'>['completeness']

/** Everything a list's own screen shows. Throws list.unknown. */
export function listOf(id: ListId, cache: Cache): OutputOf<'list.get'> {
  const entries = cache.lists.entries(id)
  return { ...cache.lists.get(id), entries: [...entries], completeness: completenessOf(entries, cache) }
}

function completenessOf(entries: readonly ListEntry[], cache: Cache): Completeness {
  const items = entries.map(({ item }) => item)
  const talks = items.filter(({ kind, state }) => kind === 'talk' && state !== 'to-find')
  const articles = items.filter(({ kind, state }) => kind !== 'talk' && state !== 'to-find')
  const counted = (of: 'images' | 'codeBlocks') => ({
    here: items.reduce((sum, { report }) => sum + (report?.counts[of].copy ?? 0), 0),
    all: items.reduce((sum, { report }) => sum + (report?.counts[of].source ?? 0), 0),
  })
  const complete = (some: readonly { readonly state: string }[]) => some.filter(({ state }) => state === 'complete').length
  return {
    articles: { here: complete(articles), all: articles.length },
    codeBlocks: counted('codeBlocks'),
    images: counted('images'),
    talks: { here: complete(talks), all: talks.length, withTranscript: cache.copies.withTranscript(talks.map(({ id }) => id)).size },
    toFind: items.length - talks.length - articles.length,
  }
}

/** What has a copy lacks something and is asked for that alone; what has none is fetched whole. Answers which need which. */
export function incompleteOf(id: ListId, cache: Cache): { readonly missing: readonly ItemId[]; readonly whole: readonly ItemId[] } {
  const items = cache.lists.entries(id).map(({ item }) => item)
  const lacking = items.filter(({ state }) => state === 'partial' || state === 'failed' || state === 'waiting')
  return {
    missing: lacking.filter(({ shownCopy }) => shownCopy !== null).map((item) => item.id),
    whole: lacking.filter(({ shownCopy }) => shownCopy === null).map((item) => item.id),
  }
}

/** Throws list.unknown. */
export function sharedList(id: ListId, as: 'markdown' | 'html' | 'text', cache: Cache): string {
  const { title } = cache.lists.get(id).list
  const entries = cache.lists.entries(id).map((entry) => ({
    ...entry,
    // As they were said, paragraph by paragraph: the row has them in one line.
    recommendation: cache.lists.recommendationsOf(entry.item.id)[0]?.words ?? null,
    moments: momentsToShare(entry.item.id, cache),
  }))
  return shareList({ title, entries }, as)
}

/** Those a text named, with its words. What the reader noted for himself is nobody else's, and neither is where he noted it. */
function momentsToShare(id: ItemId, cache: Cache): readonly { readonly seconds: number; readonly words: string }[] {
  return cache.marks.ofItem(id).filter(({ words, note }) => words !== '' || note === '')
}

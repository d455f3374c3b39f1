// Words asked of the trash: the index forgets what is thrown away, so they are held against what a row shows, some rows at a time.
import { setImmediate as breathe } from 'node:timers/promises'
import type { ItemSummary } from '../../../shared/item.ts'
import type { LibraryFilter } from '../../../shared/library-filter.ts'
import { tokensOf } from '../../search/index-text.ts'
import { parseQuery, type Term } from '../../search/parse-query.ts'
import type { Tools } from '../tools.ts'

type Asked = { readonly words: string; readonly limit: number; readonly titles: boolean }
type InTrash = { readonly items: readonly ItemSummary[]; readonly total: number | null }

/** Rows read and held against the words before other calls get their turn: some milliseconds. */
const portion = 200

/** True when the filters ask for the trash: nothing else of the library can be meant then. */
export function asksTrash(filters: readonly LibraryFilter[]): boolean {
  return filters.some((filter) => filter.field === 'place' && filter.place === 'trash' && !filter.not)
}

/**
 * What rests in the trash, fits the filters and says the words in its title (`titles`: there alone), its address, its author's or site's name, its
 * tags or its excerpt; newest first, `limit` at most. Only a portion of the trash is held at once; `total` is null when there is more to look through.
 */
export async function findInTrash(filters: readonly LibraryFilter[], asked: Asked, { cache }: Pick<Tools, 'cache'>): Promise<InTrash> {
  const { must, without } = parseQuery(asked.words)
  const ordinals = (cache.items.ordinalsOf(filters, Number.MAX_SAFE_INTEGER) ?? []).toSorted((one, other) => other - one)
  const fits = (item: ItemSummary) => {
    const said = Array.from(tokensOf(asked.titles ? item.title : shownBy(item)), (token) => token.word)
    return must.every((term) => says(said, term)) && !without.some((term) => says(said, term))
  }
  const found: ItemSummary[] = []
  for (let at = 0; at < ordinals.length; at += portion) {
    if (at > 0) await breathe()
    found.push(...cache.items.summariesByOrdinal(ordinals.slice(at, at + portion)).filter(fits))
    if (found.length >= asked.limit && at + portion < ordinals.length) return { items: found.slice(0, asked.limit), total: null }
  }
  return { items: found.slice(0, asked.limit), total: found.length }
}

function shownBy({ title, url, byline, siteName, tags, excerpt }: ItemSummary): string {
  return [title, byline, siteName, ...tags, excerpt, url].filter((one) => one !== null).join('\n')
}

/** The words in a row, the last as a beginning when it may go on. */
function says(said: readonly string[], { words, prefix }: Term): boolean {
  return said.some((_, at) =>
    words.every((word, index) => {
      const other = said[at + index] ?? ''
      return prefix && index === words.length - 1 ? other.startsWith(word) : other === word
    }),
  )
}

// Words asked of the trash: the index forgets what is thrown away, so they are held against what a row shows.
import type { ItemSummary } from '../../shared/item.ts'
import type { LibraryFilter } from '../../shared/library-filter.ts'
import { tokensOf } from '../search/index-text.ts'
import { parseQuery, type Term } from '../search/parse-query.ts'
import type { Tools } from './tools.ts'

/** True when the filters ask for the trash: nothing else of the library can be meant then. */
export function asksTrash(filters: readonly LibraryFilter[]): boolean {
  return filters.some((filter) => filter.field === 'place' && filter.place === 'trash' && !filter.not)
}

/** What rests in the trash, fits the filters and says the words in its title, its address, its author's or site's name, its tags or its excerpt; newest first. */
export function findInTrash(filters: readonly LibraryFilter[], words: string, { cache }: Pick<Tools, 'cache'>): readonly ItemSummary[] {
  const { must, without } = parseQuery(words)
  const { items } = cache.items.list({ filters, sort: 'added', offset: 0, limit: Number.MAX_SAFE_INTEGER })
  return items.filter((item) => {
    const said = Array.from(tokensOf(shownBy(item)), (token) => token.word)
    return must.every((term) => says(said, term)) && !without.some((term) => says(said, term))
  })
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

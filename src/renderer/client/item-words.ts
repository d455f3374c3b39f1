// The few sentences about an item that library, reader and talk all say. What a failure says is shared/failure-words.ts's.
import { isSavedFileAddress } from '../../shared/address/saved-file-address.ts'
import { wordsFor } from '../../shared/failure-words.ts'
import type { ItemKind, ItemSummary } from '../../shared/item.ts'

const kinds: Readonly<Record<ItemKind, string>> = {
  article: 'Article',
  talk: 'Talk',
  paper: 'Paper',
  book: 'Book',
  repo: 'Repository',
  document: 'Document',
  index: 'Page of links',
  other: 'Page',
}

export function kindWord(kind: ItemKind): string {
  return kinds[kind]
}

/** The lamp in words: how much of the item is on this machine. */
export function stateSentence(item: Pick<ItemSummary, 'state' | 'report' | 'failure' | 'kind' | 'remarks'>): string {
  switch (item.state) {
    case 'complete':
      if (item.kind !== 'talk') return 'Complete on this machine'
      return item.remarks.some((remark) => remark.about === 'talk-details')
        ? 'Its link is kept; its details are not here yet'
        : 'Its details are on this machine'
    case 'partial':
      return lackWords(item)
    case 'waiting':
      return 'On its way'
    case 'failed':
      return item.failure === null ? 'Failed' : wordsFor(item.failure).says
    case 'to-find':
      return 'To find: no link yet'
  }
}

const counted = [
  ['images', 'picture', 'pictures'],
  ['codeBlocks', 'code block', 'code blocks'],
  ['tables', 'table', 'tables'],
  ['formulas', 'formula', 'formulas'],
  ['footnotes', 'footnote', 'footnotes'],
  ['headings', 'heading', 'headings'],
] as const

/** "One of 4 pictures is missing."; null when nothing that is counted is missing. */
export function missingWords(report: ItemSummary['report']): string | null {
  if (report === null) return null
  for (const [what, one, many] of counted) {
    const { source, copy } = report.counts[what]
    const missing = source - copy
    if (missing > 0 && source === 1) return `The only ${one} is missing.`
    if (missing > 0) return `${missing === 1 ? 'One' : missing} of ${source} ${many} ${missing === 1 ? 'is' : 'are'} missing.`
  }
  return null
}

/** What a partial item lacks, in a sentence. */
export function lackWords({ report, remarks }: Pick<ItemSummary, 'report' | 'remarks'>): string {
  const counted = missingWords(report)
  if (counted !== null) return counted
  return remarks.some(({ about }) => about === 'talk-details') ? 'Its details are not here yet.' : 'Something is missing.'
}

/** Where an item comes from; a file the reader gave has no address but the made-up one it is known by. */
export function siteWords(item: Pick<ItemSummary, 'siteName' | 'host' | 'url'>): string {
  return item.siteName ?? (isSavedFileAddress(item.url) ? 'a file of yours' : item.host)
}

/** False for a file the reader gave, and for what is still to find: there is nothing on the web to open. */
export function hasOriginal(item: Pick<ItemSummary, 'url'>): boolean {
  return item.url !== '' && !isSavedFileAddress(item.url)
}

/** "Ada Brandvold, shelf.example": who wrote it and where, as far as it is known and not the same twice. */
export function whoAndWhere(item: Pick<ItemSummary, 'byline' | 'siteName' | 'host' | 'url'>): string {
  const site = siteWords(item)
  // What is to find comes from nowhere yet.
  if (site === '') return item.byline ?? ''
  return item.byline === null || item.byline === '' || item.byline === site ? site : `${item.byline}, ${site}`
}

/** From here on an item counts as read: the last screenful is often notes and links. */
export const finished = 0.985

/** "", "38 %" or "read": how far the reader has come. */
export function progressWords(progress: number): string {
  if (progress >= finished) return 'read'
  return progress < 0.01 ? '' : `${Math.round(progress * 100)} %`
}

/** Why a to-find item has no link. */
export function toFindWords({ wanted }: Pick<ItemSummary, 'wanted'>): string {
  return wanted !== null && wanted.urlPrefix !== null ? 'The link was cut off' : 'Described in the text, without a link'
}

// A reading list in words: how long it is and how far one is, and how much of it is on this machine. Pure.
import type { OutputOf } from '../../../shared/contract.ts'
import type { ListSummary } from '../../../shared/list.ts'
import { amount, count, minutesWords } from '../../design/amounts.ts'

/** "13 items, about 6 h 10 min, 3 read." */
export function progressWords({ items, minutes, read }: Pick<ListSummary, 'items' | 'minutes' | 'read'>): string {
  const facts = [
    amount(items, 'item', 'items'),
    ...(minutes > 0 ? [`about ${minutesWords(minutes)}`] : []),
    ...(read > 0 ? [read === items && items > 1 ? 'all read' : `${count(read)} read`] : []),
  ]
  return `${facts.join(', ')}.`
}

/** "On this machine: 12 of 13 articles, 424 of 424 code blocks; 3 talks, 2 with transcript; 1 to find." What the list has none of is left out. */
export function completenessWords({ articles, codeBlocks, images, talks, toFind }: OutputOf<'list.get'>['completeness']): string {
  const pair = ({ here, all }: { readonly here: number; readonly all: number }, one: string, many: string) =>
    all === 0 ? [] : [`${count(here)} of ${amount(all, one, many)}`]
  const here = [
    ...pair(articles, 'article', 'articles'),
    ...pair(codeBlocks, 'code block', 'code blocks'),
    ...pair(images, 'picture', 'pictures'),
  ]
  const parts = [
    ...(here.length === 0 ? [] : [`On this machine: ${here.join(', ')}`]),
    ...(talks.all === 0 ? [] : [`${amount(talks.all, 'talk', 'talks')}, ${count(talks.withTranscript)} with transcript`]),
    ...(toFind === 0 ? [] : [`${count(toFind)} to find`]),
  ]
  return parts.length === 0 ? '' : `${parts.join('; ')}.`
}

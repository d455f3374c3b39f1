// A reading list in words: how long it is, how much is read, and what of it is on this machine. Pure.
import type { OutputOf } from '../../../shared/contract.ts'
import type { ListSummary } from '../../../shared/list.ts'
import { amount, count, minutesWords } from '../../design/amounts.ts'

export type Completeness = OutputOf<'list.get'>['completeness']

/** "13 parts, 89,000 words, about 6 h 10 min, 3 read". */
export function lengthWords({ items, words, minutes, read }: Pick<ListSummary, 'items' | 'words' | 'minutes' | 'read'>): string {
  return [
    amount(items, 'part', 'parts'),
    ...(words > 0 ? [amount(words, 'word', 'words')] : []),
    ...(minutes > 0 ? [`about ${minutesWords(minutes)}`] : []),
    ...(items > 0 && read === items ? ['all read'] : read > 0 ? [`${count(read)} read`] : []),
  ].join(', ')
}

/** Everything that has a link is here, whole: what lacks a picture or a code block is no complete article. */
export function isWhole({ articles, talks }: Pick<Completeness, 'articles' | 'talks'>): boolean {
  return articles.here >= articles.all && talks.here >= talks.all
}

/** "13/13 articles, 424/424 code blocks, 10/10 images, 3 talks: 2 with transcript, 1 to find"; what there is none of is left out. */
export function countedWords(completeness: Completeness): string {
  const { articles, codeBlocks, images, talks, toFind } = completeness
  const pair = ({ here, all }: { readonly here: number; readonly all: number }, one: string, many: string) =>
    all === 0 ? [] : [`${count(here)}/${amount(all, one, many)}`]
  return [
    ...pair(articles, 'article', 'articles'),
    ...pair(codeBlocks, 'code block', 'code blocks'),
    ...pair(images, 'image', 'images'),
    ...(talks.all === 0
      ? []
      : [`${talkWords(talks)}: ${talks.withTranscript === 0 ? 'none' : count(talks.withTranscript)} with transcript`]),
    ...(toFind === 0 ? [] : [`${count(toFind)} to find`]),
  ].join(', ')
}

function talkWords({ here, all }: Completeness['talks']): string {
  return `${here < all ? `${count(here)}/` : ''}${amount(all, 'talk', 'talks')}`
}

/** The sentence that goes with it. */
export function wholeWords(completeness: Completeness): string {
  if (!isWhole(completeness)) return 'Not everything is on this machine.'
  return completeness.toFind === 0 ? 'Everything here is on this machine.' : 'Everything that has a link is on this machine.'
}

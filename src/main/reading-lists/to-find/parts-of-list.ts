// A numbered list that names the parts of a series without a link: the sentence over it says that it is one.
import type { Block } from '../blocks/block.ts'
import { cleanTitle } from '../words/clean-title.ts'
import { kindOfNouns } from '../words/kind-words.ts'
import { couldBeTitle, quotedSpans } from '../words/quoted-words.ts'
import type { Found } from './found-work.ts'

type List = { readonly first: number; readonly items: number; readonly linked: number }

/** The part an entry names, where at least three are numbered from one on, none of them linked, below words that announce a series. */
export function partOfList(blocks: readonly Block[], index: number, list: List | undefined): readonly Found[] {
  const block = blocks[index]
  const lead = blocks[(list?.first ?? 0) - 1]
  if (!block || !list || !lead || list.items < 3 || list.linked > 0 || block.ordinal === null || block.text.length > 160) return []
  if (lead.role === 'item' || !/\bseries\b/i.test(lead.text)) return []
  const isCounted = blocks.slice(list.first, list.first + Math.min(list.items, 200)).every(({ ordinal }, at) => ordinal === at + 1)
  if (!isCounted) return []
  const name = quotedSpans(lead).find(({ words }) => couldBeTitle(words))?.words ?? null
  const kind = /\b(?:talks?|videos?|lectures?|episodes?|podcasts?|screencasts?)\b/i.test(lead.text)
    ? 'talk'
    : (kindOfNouns(lead.text.replace(/\bseries\b/gi, '')) ?? 'article')
  return [
    { title: cleanTitle(block.text), by: null, kind: kind === 'series' ? 'article' : kind, at: 0, partOf: name, partNumber: block.ordinal },
  ]
}

// Entries that list works as catalogues do, without a link: `Alder, *A Title,* 1995. …`, `(book: ropes) Birch, B. (2016) **A Title**`.
import type { ListKind } from '../../../shared/reading-list.ts'
import type { Block } from '../blocks/block.ts'
import { cleanTitle } from '../words/clean-title.ts'
import { kindOfTag } from '../words/kind-words.ts'
import { couldBeTitle, type QuotedSpan, quotedSpans } from '../words/quoted-words.ts'
import type { Found } from './found-work.ts'

type List = { readonly first: number; readonly items: number }

/** What an entry says that it is, in brackets at its head: `(book: economics)`, `[paper]`. */
const tag = /^[[(](books?|papers?|articles?|courses?|talks?|videos?|lectures?|podcasts?|films?|movies?)\b[^\])]{0,40}[\])]\s*/i
const surname = String.raw`(?:(?:de|van|von|der|den|la|le)\s+)?\p{Lu}[\p{L}'’-]+`
const names = new RegExp(String.raw`^(${surname}(?:(?:,\s*(?:and\s+|&\s*)?|\s+and\s+|\s*&\s*)${surname}){0,4})(?:,?\s+et al\.?)?,\s*$`, 'u')
/** `, 1995`, `(Harbour Press, 2010)` */
const year = /^["”,.]*\s*[[(]?(?:[^()[\]]{2,40},\s*)?(?:1[5-9]|20)\d{2}\b/

const tagged = new WeakMap<List, boolean>()

/** The work an entry catalogues; of tagged ones, where at least two of their list are. `promised`: the kind of their section. */
export function cataloguedWork(
  blocks: readonly Block[],
  index: number,
  list: List | undefined,
  promised: () => ListKind | null,
): readonly Found[] {
  const block = blocks[index]
  if (!block || !list || block.role !== 'item' || block.links.length > 0) return []
  const mark = tag.exec(block.text)
  const from = mark?.[0].length ?? 0
  const title = quotedSpans(block).find(({ start, words }) => start >= from && couldBeTitle(words))
  const said = title === undefined ? '' : saidBehind(block.text, title.end)
  const listed = namedTitle(block, from)
  if (listed && (year.test(block.text.slice(listed.end)) || isCatalogue(blocks, list)))
    return [
      {
        title: cleanTitle(listed.words),
        by: listed.by,
        kind: kindOf(mark?.[1]) ?? promised() ?? 'book',
        at: 0,
        said: saidBehind(block.text, listed.end),
      },
    ]
  if (mark === null || !isTagged(blocks, list)) return []
  const kind = kindOf(mark[1]) ?? 'book'
  if (title) {
    const by = block.text
      .slice(from, title.start)
      .replace(/\(?\b(?:1[5-9]|20)\d{2}\)?|[\s,:.–—-]+$/gu, '')
      .trim()
    return [{ title: cleanTitle(title.words), by: by || null, kind, at: 0, said }]
  }
  const [, head = '', by = null] =
    /^(.{4,200}?)(?:[.,]\s+((?:\p{Lu}[\p{L}.'’-]*\s*){2,4})|\s+by\s+(.{3,60}?))?\s*(?:\([^()]{1,40}\))?\.?$/u.exec(
      block.text.slice(from),
    ) ?? []
  return head === '' ? [] : [{ title: cleanTitle(head), by: by?.trim() ?? null, kind, at: 0 }]
}

/** `Surname, *A Title*`: names and nothing else before what is set apart, all of the entry in another face or not. */
function namedTitle(block: Block, from: number): (QuotedSpan & { readonly by: string }) | null {
  for (const span of quotedSpans(block)) {
    const by = span.start >= from && couldBeTitle(span.words) ? names.exec(block.text.slice(from, span.start))?.[1] : undefined
    if (by !== undefined) return { ...span, by }
  }
  return null
}

/** What is said of a work behind its title, its publisher and its year. */
function saidBehind(text: string, end: number): string {
  return text
    .slice(end)
    .replace(/^["”,.\s]*(?:\([^()]{2,40}\)|[[(]?\d{4}[\])]?)?[.,\s]*/, '')
    .trim()
}

const catalogues = new WeakMap<List, boolean>()

/** True where at least three entries, and most of those without a link, are written so: then none needs its year. */
function isCatalogue(blocks: readonly Block[], list: List): boolean {
  const before = catalogues.get(list)
  if (before !== undefined) return before
  const entries = blocks.slice(list.first, list.first + Math.min(list.items, 300)).filter(({ links }) => links.length === 0)
  const written = entries.filter((entry) => namedTitle(entry, tag.exec(entry.text)?.[0].length ?? 0) !== null).length
  const isSo = written >= 3 && written * 2 > entries.length
  catalogues.set(list, isSo)
  return isSo
}

function isTagged(blocks: readonly Block[], list: List): boolean {
  const before = tagged.get(list)
  if (before !== undefined) return before
  const isSo = blocks.slice(list.first, list.first + list.items).filter(({ text }) => tag.test(text)).length >= 2
  tagged.set(list, isSo)
  return isSo
}

function kindOf(word: string | undefined): ListKind | null {
  const plain = word?.toLowerCase().replace(/s$/, '')
  return plain === undefined ? null : /^(?:film|movie)$/.test(plain) ? 'other' : kindOfTag(plain)
}

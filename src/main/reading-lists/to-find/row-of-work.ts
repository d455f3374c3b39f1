// A row of a table that names a work and links nothing that leads anywhere: a column for its title, another for whose it is.
import type { ListKind } from '../../../shared/reading-list.ts'
import type { Block } from '../blocks/block.ts'
import { typeOfRow } from '../titles/row-title.ts'
import { cleanTitle } from '../words/clean-title.ts'
import { kindOfHeading, kindOfTag } from '../words/kind-words.ts'
import { looksLikeName } from '../words/link-words.ts'
import { nameSource } from '../words/names-in-words.ts'
import type { Found, Taken } from './found-work.ts'

const titleHead = /^\W*(?:(?:\p{L}+ )?title|book|paper|talk|essay|post|article|name|novel)\W*$/iu
const authorHead = /^\W*(?:authors?|by|speakers?|writers?)(?:\(s\))?\W*$/i

const workHead = /^\W*(?:book|paper|talk|essay|article|novel)\W*$/i
const makerFirst = new RegExp(String.raw`^(${nameSource}(?:\s*(?:,|and|&)\s*${nameSource})*)\s+[-–—]\s+(\p{Lu}.{3,150})$`, 'u')
const makerLast = new RegExp(String.raw`^(\p{Lu}.{3,150}?),?\s+(?:by|[-–—])\s+(${nameSource}(?:\s*(?:,|and|&)\s*${nameSource})*)$`, 'u')

/** One cell for all of it, under `Book`: `Alder & Birch - A Title`, `A Title by Somebody`, `A Title (Publisher)`. */
function ofCell(words: string, head: string, kind: ListKind | null): readonly Found[] {
  const last = makerLast.exec(words)
  const first = last && looksLikeName(last[2] ?? '') ? null : makerFirst.exec(words)
  const [title, by] = first ? [first[2], first[1]] : last ? [last[1], last[2]] : [words.replace(/\s*\([^()]*\)$/, ''), undefined]
  const clean = cleanTitle(title ?? '')
  // A word or two without a name may be anything's.
  return clean === null || (by === undefined && clean.split(/\s+/).length < 2)
    ? []
    : [{ title: clean, by: by ?? null, kind: kindOfHeading(`${head}s`) ?? kind ?? 'book', at: 0 }]
}

/** How many rows of the same table are linked, at least half of all; else 0. */
function linkedRows(blocks: readonly Block[], index: number, taken: Taken): number {
  const isRow = (at: number): boolean => blocks[at]?.role === 'row'
  let [first, last] = [index, index]
  while (isRow(first - 1) && index - first < 100) first -= 1
  while (isRow(last + 1) && last - index < 100) last += 1
  const linked = Array.from({ length: last - first + 1 }, (_, at) => first + at).filter((at) => taken.has(at)).length
  return linked * 2 >= last - first + 1 ? linked : 0
}

/** The work; `kind`: what the heading above the table promises, or else the text as a whole. */
export function rowOfWork(blocks: readonly Block[], index: number, taken: Taken, kind: ListKind | null): readonly Found[] {
  const block = blocks[index]
  if (block?.role !== 'row') return []
  const { text, cells } = block
  const title = cells.find(({ head }) => titleHead.test(head))
  const author = cells.find(({ head }) => authorHead.test(head))
  // A column of that name may hold figures: `59 / 84`.
  if (!title || !/\p{L}{2}/u.test(text.slice(title.start, title.end))) return []
  const isWork = workHead.test(title.head) || linkedRows(blocks, index, taken) >= 2
  if (!author) return cells.length > 1 && isWork ? ofCell(text.slice(title.start, title.end), title.head, kind) : []
  const words = cleanTitle(text.slice(title.start, title.end))
  const by = text.slice(author.start, author.end).trim()
  return words === null || by === ''
    ? []
    : [{ title: words, by, kind: kindOfTag(typeOfRow(block)) ?? kindOfHeading(`${title.head}s`) ?? kind ?? 'book', at: 0 }]
}

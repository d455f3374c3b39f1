// What a text names without linking it: entries of a list, numbered parts, works cited, a talk that is only described. They become items to
// find, with the words the text has for them and no address at all.

import type { Block } from '../blocks/block.ts'
import type { DraftItem, Reading } from '../blocks/draft-item.ts'
import { pieceOf } from '../blocks/piece-of-block.ts'
import { isRecommended, promised, toldKind } from '../facts/promised-kind.ts'
import { saysMore } from '../facts/recommendation-of.ts'
import { type Footnote, findFootnotes } from '../layout/footnotes.ts'
import { kindOfText } from '../layout/kind-of-text.ts'
import { isFurnitureSection } from '../links/furniture.ts'
import { isTitleOfLink } from '../titles/fields-of-link.ts'
import { isOnlyLabels } from '../titles/named-above.ts'
import { cleanTitle, unnumbered } from '../words/clean-title.ts'
import { kindOfTag } from '../words/kind-words.ts'
import { answeredTopics } from './answered-topics.ts'
import { authoredEntry } from './authored-entries.ts'
import { cataloguedWork } from './catalogued-works.ts'
import { citedLines } from './cited-lines.ts'
import { authorsFirst, cited } from './cited-work.ts'
import { commaLines } from './comma-lines.ts'
import { datedWork } from './dated-works.ts'
import { describedWork } from './described-work.ts'
import type { Found, Taken } from './found-work.ts'
import { headedWorks } from './headed-works.ts'
import { fieldedWork, lineOfWork, linesOfWorks, paragraphsOfWorks } from './lines-of-works.ts'
import { type List, listedWork } from './listed-work.ts'
import { namesComeLast } from './name-order.ts'
import { numberedLine, numberedRun } from './numbered-run.ts'
import { partOfList } from './parts-of-list.ts'
import { proseWorks } from './prose-works.ts'
import { rowOfWork } from './row-of-work.ts'
import { setOffTitles } from './set-off-titles.ts'
import { nounFirst, plainTitle, spokenWorks, worksBeside } from './spoken-works.ts'

/** Drafts for what is named and not linked. `linked`: the drafts of what is. */
export function namedOnly(reading: Reading, linked: readonly DraftItem[]): readonly DraftItem[] {
  const { blocks } = reading
  const taken = Map.groupBy(linked, ({ block }) => block)
  const paragraphs = paragraphsOfWorks(blocks, taken, (index) => promised(reading, index, index))
  // What a footnote links is named where it is cited.
  const citing = new Set(linked.flatMap(({ block, place }) => (place.block === block ? [] : [place.block])))
  const lists = listsOf(blocks, { has: (index) => taken.has(index) || citing.has(index) })
  const footnotes = findFootnotes(blocks)
  const setOff = setOffTitles(blocks, taken, kindOfText(blocks))
  const byComma = commaLines(blocks, taken)
  const sections = headedWorks(reading, taken)
  const known = new Set(
    linked.flatMap(({ title }) =>
      title === null ? [] : [title, title.replace(/\s*\([^()]*\)$/, ''), title.replace(/\s+by\s+\p{Lu}.*$/u, '')].map(plainTitle),
    ),
  )
  return blocks.flatMap((block, index) => {
    const headings = reading.headings[index] ?? []
    const beside = taken.get(index)
    const answers = answeredTopics(blocks, block)
    if (answers.length > 0) return answers.map((one) => draftOf(one, index))
    if (beside && (block.role === 'paragraph' || isAsideOf(block, beside)))
      return worksBeside(block, beside, () => toldKind(reading, index, lists.get(index)?.first ?? index) ?? 'book')
        .filter(({ title }) => title === null || !known.has(plainTitle(title)))
        .map((one) => draftOf(one, index))
    const below = blocks[index + 1]
    // What the still of a recording below it is called by.
    if (block.role === 'item' && taken.has(index + 1) && below?.role === 'paragraph' && below.links[0]?.image === true) return []
    const headed = sections.get(index)
    if (headed && !headings.some(isFurnitureSection))
      return headed.title !== null && known.has(plainTitle(headed.title)) ? [] : [draftOf(headed, index)]
    // `### 4. Ott, A. (2005). *A Title*. Press`
    if (block.role === 'heading' && block.links.length === 0)
      return cited(pieceOf(block, block.text.length - unnumbered(block.text).length, block.text.length), [
        'Books',
        ...headings.slice(0, -1),
      ]).map((one) => draftOf(one, index))
    if (taken.has(index) || block.role === 'code' || block.role === 'heading' || headings.some(isFurnitureSection)) return []
    if (block.given !== null) return givenRow(block).map((one) => draftOf(one, index))
    const alone = byComma.get(index) ?? paragraphs.get(index) ?? setOff.get(index)
    if (alone) return [draftOf(alone, index)]
    if (isRemark(blocks, index, taken) || isTitleOfLink(blocks, index, (at) => taken.has(at))) return []
    const first = lists.get(index)?.first ?? index
    const ways = [
      numberedRun,
      () => numberedLine(blocks, index),
      () => partOfList(blocks, index, lists.get(index)),
      () => fieldedWork(blocks, index, promised(reading, index, index)),
      (one: Block) => linesOfWorks(one, promised(reading, index, index)),
      () => lineOfWork(blocks, index, promised(reading, index, index) !== null, toldKind(reading, index, index) ?? kindOfText(blocks)),
      () => rowOfWork(blocks, index, taken, promised(reading, index, index) ?? kindOfText(blocks)),
      () => describedWork(blocks, index, taken),
      () => cataloguedWork(blocks, index, lists.get(index), () => toldKind(reading, index, first)),
      () => cited(block, headings),
      () => citedLines(block, headings),
      () => spokenWorks(block, () => toldKind(reading, index, first) ?? 'book', kindOfText(blocks)),
      () => datedWork(blocks, index, lists.get(index), () => promised(reading, index, first)),
      () =>
        namesComeLast(blocks, lists.get(index)) ? [] : authorsFirst(block, promised(reading, index, first), isRecommended(reading, first)),
      () => (citing.has(index) ? [] : listedWork(reading, index, lists.get(index))),
      () => authoredEntry(blocks, index, lists.get(index), taken, () => promised(reading, index, first)),
      () => proseWorks(block, () => promised(reading, index, index), kindOfText(blocks)),
    ]
    const found = ways.map((way) => way(block)).find((one) => one.length > 0) ?? []
    const isNew = ({ title }: Found): boolean => block.role !== 'paragraph' || title === null || !known.has(plainTitle(title))
    return found.filter(isNew).map((one) => ({ ...draftOf(one, index), ...placeOf(footnotes.get(index)) }))
  })
}

/** `- *A Title* by Somebody, see also the [series](…)`: what is linked in the entry stands far behind what it names. */
function isAsideOf({ role, marks, text }: Block, beside: readonly DraftItem[]): boolean {
  const head = marks.find(({ kind, start }) => kind !== 'code' && (start < 2 || nounFirst.test(text.slice(0, start))))
  return (
    role === 'item' && head !== undefined && beside.every(({ link, title }) => link !== null && link.start > head.end + 8 && title !== null)
  )
}

/**
 * `- [Title](…)` and below it `- *What it is about*`: an entry in italics says something of the linked one it stands under; so does one that
 * stands over the labels of the entry both are under: `- A Title`, `- What it is about.`, `- [slides](…)`.
 */
function isRemark(blocks: readonly Block[], index: number, taken: Taken): boolean {
  const [above, block, below] = [blocks[index - 1], blocks[index], blocks[index + 1]]
  if (block?.role !== 'item' || above?.role !== 'item' || above.level >= block.level) return false
  const isSlanted = block.marks.some(({ kind, start, end }) => kind === 'em' && start === 0 && end === block.text.length)
  const isOverLabels = below?.role === 'item' && below.level === block.level && isOnlyLabels(below) && block.links.length === 0
  return (taken.has(index - 1) && isSlanted) || isOverLabels
}

/** What a footnote names belongs where it is cited. */
function placeOf(footnote: Footnote | undefined): Pick<DraftItem, 'place'> | Record<string, never> {
  return footnote?.cited ? { place: { block: footnote.cited.block, at: footnote.cited.at } } : {}
}

function draftOf(found: Found, block: number): DraftItem {
  return {
    block,
    link: null,
    place: { block, at: found.at },
    address: null,
    prefix: null,
    resolveVia: null,
    title: found.title,
    by: found.by,
    kind: found.kind,
    label: '',
    around: '',
    startSeconds: null,
    durationSeconds: null,
    partOf: found.partOf ?? null,
    partNumber: found.partNumber ?? null,
    recommendation: saysMore(found.said ?? '', [found.title, found.by]) ? (found.said ?? null) : null,
    alternates: [],
  }
}

/** A row of a table that has a title and no address. */
function givenRow({ given, links }: Block): readonly Found[] {
  if (!given?.title || links.length > 0) return []
  return [
    {
      title: cleanTitle(given.title),
      by: given.by,
      kind: kindOfTag(given.kindWords) ?? 'article',
      at: 0,
      ...(given.note ? { said: given.note } : {}),
    },
  ]
}

/** For each item of a list: how many its list has, and how many of them gave an item. A list ends where another block begins. */
function listsOf(blocks: readonly Block[], taken: Taken): ReadonlyMap<number, List> {
  const found = new Map<number, List>()
  let run: number[] = []
  const close = (): void => {
    const list = { first: run[0] ?? 0, items: run.length, linked: run.filter((index) => taken.has(index)).length }
    for (const index of run) found.set(index, list)
    run = []
  }
  for (const [index, { role }] of blocks.entries()) {
    if (role === 'item') run.push(index)
    else close()
  }
  close()
  return found
}

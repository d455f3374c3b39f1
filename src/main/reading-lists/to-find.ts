// What a text names without linking it: entries of a list, numbered parts, works cited, a talk that is only described. They become items to
// find, with the words the text has for them and no address at all.
import { authoredEntry } from './authored-entries.ts'
import type { Block } from './block.ts'
import { capitalShare } from './capital-share.ts'
import { authorsFirst, cited } from './cited-work.ts'
import { cleanTitle } from './clean-title.ts'
import { datedWork } from './dated-works.ts'
import { describedWork } from './described-work.ts'
import type { DraftItem, Reading } from './draft-item.ts'
import type { Found, Taken } from './found-work.ts'
import { isFurnitureSection } from './furniture.ts'
import { headedWorks } from './headed-works.ts'
import { kindOfNouns, kindOfTag } from './kind-words.ts'
import { lineOfWork, linesOfWorks, paragraphsOfWorks } from './lines-of-works.ts'
import { kindOfWords, looksLikeName } from './link-words.ts'
import { nameAndTitle, namesComeFirst } from './name-order.ts'
import { nameNear, nameSource } from './names-in-words.ts'
import { numberedLine, numberedRun } from './numbered-run.ts'
import { isRecommended, promised, promisedByTitle, toldKind } from './promised-kind.ts'
import { proseWorks } from './prose-works.ts'
import { couldBeTitle, quotedSpans } from './quoted-words.ts'
import { rowOfWork } from './row-of-work.ts'
import { plainTitle, spokenWorks, worksBeside } from './spoken-works.ts'

/** Drafts for what is named and not linked. `linked`: the drafts of what is. */
export function namedOnly(reading: Reading, linked: readonly DraftItem[]): readonly DraftItem[] {
  const { blocks } = reading
  const taken = Map.groupBy(linked, ({ block }) => block)
  const lists = listsOf(blocks, taken)
  const paragraphs = paragraphsOfWorks(blocks, taken, (index) => promised(reading, index, index))
  const sections = headedWorks(reading, taken)
  const known = new Set(
    linked.flatMap(({ title }) => (title === null ? [] : [plainTitle(title), plainTitle(title.replace(/\s*\([^()]*\)$/, ''))])),
  )
  return blocks.flatMap((block, index) => {
    const headings = reading.headings[index] ?? []
    const beside = taken.get(index)
    if (beside && block.role === 'paragraph')
      return worksBeside(block, beside, () => promised(reading, index, index) ?? 'book')
        .filter(({ title }) => title === null || !known.has(plainTitle(title)))
        .map((one) => draftOf(one, index))
    const below = blocks[index + 1]
    // What the still of a recording below it is called by.
    if (block.role === 'item' && taken.has(index + 1) && below?.role === 'paragraph' && below.links[0]?.image === true) return []
    const headed = sections.get(index)
    if (headed && !headings.some(isFurnitureSection)) return [draftOf(headed, index)]
    if (taken.has(index) || block.role === 'code' || block.role === 'heading' || headings.some(isFurnitureSection)) return []
    if (block.given !== null) return givenRow(block).map((one) => draftOf(one, index))
    const alone = paragraphs.get(index)
    if (alone) return [draftOf(alone, index)]
    if (isRemark(blocks, index, taken)) return []
    const first = lists.get(index)?.first ?? index
    const ways = [
      numberedRun,
      () => numberedLine(blocks, index),
      (one: Block) => linesOfWorks(one, promised(reading, index, index)),
      (one: Block) => lineOfWork(one, promised(reading, index, index)),
      (one: Block) => rowOfWork(one, promised(reading, index, index)),
      () => describedWork(blocks, index, taken),
      () => cited(block, headings),
      () => spokenWorks(block, () => toldKind(reading, index, first) ?? 'book'),
      () => datedWork(blocks, index, lists.get(index), () => promised(reading, index, first)),
      () => authorsFirst(block, promised(reading, index, first), isRecommended(reading, first)),
      () => listed(reading, index, lists.get(index)),
      () => authoredEntry(blocks, index, lists.get(index), taken, () => promised(reading, index, first)),
      () => proseWorks(block, () => promised(reading, index, index) ?? 'article'),
    ]
    const found = ways.map((way) => way(block)).find((one) => one.length > 0) ?? []
    const isNew = ({ title }: Found): boolean => block.role !== 'paragraph' || title === null || !known.has(plainTitle(title))
    return found.filter(isNew).map((one) => draftOf(one, index))
  })
}

/** `- [Title](…)` and below it `- *What it is about*`: an entry in italics says something of the linked one it stands under. */
function isRemark(blocks: readonly Block[], index: number, taken: Taken): boolean {
  const block = blocks[index]
  const above = blocks[index - 1]
  if (block?.role !== 'item' || above?.role !== 'item' || above.level >= block.level || !taken.has(index - 1)) return false
  return block.marks.some(({ kind, start, end }) => kind === 'em' && start === 0 && end === block.text.length)
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
    recommendation: saysMore(found) ? (found.said ?? null) : null,
    alternates: [],
  }
}

/** True when more is said than what the work is called and whose it is. */
function saysMore({ said = '', title, by }: Found): boolean {
  const rest = said.replace(title ?? '', '').replace(by ?? '', '')
  return /\p{L}{3}/u.test(rest.replace(/^\W*by\b|\bby\W*$/gi, ''))
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

type List = { readonly first: number; readonly items: number; readonly linked: number }

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

const byName = new RegExp(
  String.raw`^(.{2,150}?)(?:[\s,]+(?:by|[-–—~])\s+|,\s+|\s*\()(${nameSource}(?:(?:,\s*|\s+and\s+|\s*&\s*)${nameSource})*)\)?\s*(?:[.,;:(–—-].*)?$`,
  'u',
)

/** An entry of a list without a link, where the list is one of works: its heading or the line above says so, or its neighbours are linked. */
function listed(reading: Reading, index: number, list: List | undefined): readonly Found[] {
  const block = reading.blocks[index]
  if (!block || !list || block.role !== 'item' || block.links.some(({ bare, cut }) => bare || cut)) return []
  const line = (block.text.split('\n', 1)[0] ?? '').replace(/\s*(?:[★☆⭐✩🌟]|\ufe0f)+\s*$/u, '')
  const next = reading.blocks[index + 1]
  if (
    line.length > 220 ||
    line.length < 4 ||
    /:\s*$/.test(line) ||
    (next?.role === 'item' && next.level > block.level && !isOverRemarks(reading, index))
  )
    return []
  const near = promised(reading, index, list.first)
  const kind = near ?? promisedByTitle(reading, index)
  const span = quotedSpans(block).find(({ words }) => couldBeTitle(words) && /\s|[\u3040-\u9fff]/.test(words))
  const lead = span ? line.slice(0, span.start).replace(/[\s,:–—-]+$/u, '') : ''
  // One word and a colon name a field ("Pro: …"), not an author.
  if (span !== undefined && /^[^\s:]+:\s*$/u.test(line.slice(0, span.start))) return []
  const set =
    span && (span.start < 4 || (lead.length < 40 && /^\p{Lu}[\p{L}.'’ -]*(?:\s+(?:and|&)\s+\p{Lu}[\p{L}.'’-]*)?$/u.test(lead)))
      ? span
      : undefined
  // `Title. What is said of it.`
  const head = /^(.{6,80}?)(?<!\b\p{Lu})[.!]\s+\p{Lu}/u.exec(line)?.[1] ?? line
  const divided = byName.exec(head)
  const turned = namesComeFirst(reading.blocks, list) ? nameAndTitle(line) : null
  if (turned !== null && kind !== null)
    return [{ title: cleanTitle(turned.title), by: turned.by, kind: kind === 'article' ? 'book' : kind, at: 0 }]
  const named = divided?.[1] !== undefined && divides(divided[1], divided[2] ?? '', head) ? divided : null
  const title = set?.words ?? named?.[1] ?? head
  if (kindOfWords(title) !== 'title') return []
  const words = title.split(/\s+/)
  const isWork = set !== undefined || named !== null
  const isTitle =
    words.length <= 16 &&
    // Whose it is, said outright in a list of works, makes a title of small letters, too.
    (set !== undefined || (near !== null && looksLikeName(named?.[2] ?? '')) || capitalShare(title) >= (head === line ? 0.6 : 0.8)) &&
    /^["“«「《*\p{Lu}\p{N}\p{Lo}]/u.test(line)
  const company = list.linked > 0 && list.linked * 2 >= list.items
  // The title of the whole promises less: no names, and no plain words beside what is linked.
  if (
    near === null &&
    kind !== null &&
    ((looksLikeName(title) && !looksLikeName(named?.[2] ?? '') && set?.quoted !== true) || (list.linked > 0 && !isWork))
  )
    return []
  if (!isTitle || (kind === null && !(company && isWork)) || (words.length < 2 && named === null && set === undefined)) return []
  // "There is a talk, …": what stands before a quoted title is its author, or says what it is.
  const said = set ? kindOfNouns(lead) : null
  const by = set ? (set.start < 4 ? nameNear('', '', line.slice(set.end)) : said === null ? lead : null) : (named?.[2] ?? null)
  const told = kind === near ? toldKind(reading, index, list.first) : kind
  return [
    {
      title: cleanTitle(title),
      by,
      // A list that only says it is to be read: what has an author and no address is most often a book.
      kind: said ?? told ?? (by === null ? 'article' : 'book'),
      at: 0,
      said: line === block.text ? '' : block.text.slice(line.length).trim(),
    },
  ]
}

/** A comma within brackets divides nothing, and one between two single words (`Time, Clocks, and …`) only what it lists. */
function divides(title: string, name: string, head: string): boolean {
  const isBalanced = title.split('(').length === title.split(')').length
  return isBalanced && (/\s/.test(title) || /\s/.test(name) || head.charAt(title.length) !== ',')
}

/** `1. "A Title" - Somebody`, with nothing but remarks in the list below it. */
function isOverRemarks({ blocks }: Reading, index: number): boolean {
  const block = blocks[index]
  if (!block || !/^\W*["“]/.test(block.text)) return false
  for (let at = index + 1; ; at += 1) {
    const below = blocks[at]
    if (below?.role !== 'item' || below.level <= block.level) return true
    if (below.links.length > 0) return false
  }
}

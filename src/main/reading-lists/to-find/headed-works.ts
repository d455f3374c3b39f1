// Works that headings name one by one, without a link: `*** A Title (1936)`, `### A Title` over `Author: Somebody`, `**A Title by Somebody**`.
import type { ListKind } from '../../../shared/reading-list.ts'
import type { Block } from '../blocks/block.ts'
import type { DraftItem, Reading } from '../blocks/draft-item.ts'
import { type Authored, authoredHeadings } from '../layout/authored-headings.ts'
import { authoredLine } from '../words/authored-line.ts'
import { capitalShare } from '../words/capital-share.ts'
import { cleanTitle, unnumbered } from '../words/clean-title.ts'
import { kindOfHeading, kindOfNouns } from '../words/kind-words.ts'
import { looksLikeName } from '../words/link-words.ts'
import { nameSource } from '../words/names-in-words.ts'
import { lastSentence } from '../words/title-in-sentence.ts'
import type { Found } from './found-work.ts'

const dated = /^(\S.{3,160}?)\s*[([](?:1[5-9]|20)\d{2}[)\]]$/
const authorLine = new RegExp(String.raw`^\W*(?:Authors?|By|Written by|Speakers?)(?:\s*:\s*|\s+)(${nameSource}.{0,120}?)\W*(?:\n|$)`, 'u')

type Named = { readonly title: string; readonly by: string | null; readonly below: number }

/** The works by the blocks of their headings: at least two of one level that have a year or an author, and are not linked below. */
export function headedWorks(
  { blocks, headings, title }: Reading,
  linked: ReadonlyMap<number, readonly DraftItem[]>,
): ReadonlyMap<number, Found> {
  const heads = blocks.flatMap(({ role }, index) => (role === 'heading' ? [index] : []))
  const kindOver = (index: number): ListKind | null =>
    headings[index]
      ?.slice(0, -1)
      .map(kindOfHeading)
      .findLast((kind) => kind !== null) ?? null
  // "Books I read" over the whole text promises what no heading does.
  const ofWhole = title !== null && kindOfHeading(title) === 'book' ? 'book' : null
  // Where other headings of its level are links themselves, and none but titles, a heading names a work.
  const besideLinked = levelsOfLinks(heads.map((index) => blocks[index]).filter((block) => block !== undefined))
  const shelves = shelvesOf(blocks, heads)
  const authored = authoredHeadings(blocks)
  const announced = kindAnnounced(blocks, [...authored.keys(), ...shelves].toSorted((a, b) => a - b)[0])
  const named = heads.flatMap((index, at) => {
    const text = blocks[index]?.text ?? ''
    const body = blocks.slice(index + 1, heads[at + 1] ?? blocks.length)
    const kind = kindOver(index) ?? ofWhole
    const work =
      (kind === null ? null : byItself(text)) ??
      (besideLinked.has(blocks[index]?.level ?? 0) && looksLikeTitle(text) ? { title: text, by: null, below: 0 } : null) ??
      ((kind ?? announced) === null ? null : ofAuthor(authored.get(index))) ??
      (shelves.has(index) && (kind === 'book' || announced === 'book' || isReading(headings[index] ?? []))
        ? { title: text, by: null, below: 0 }
        : null) ??
      byYearOrLine(text, body[0]?.text ?? '') ??
      byNameBelow(text, body[0])
    return work && blocks[index]?.links.length === 0 ? [{ index, level: blocks[index].level, kind, body, ...work }] : []
  })
  const ofLevel = Map.groupBy(named, ({ level }) => level)
  const found = new Map<number, Found>()
  for (const { index, level, title, by, kind, body, below } of named) {
    const drafts = body.flatMap((_, at) => linked.get(index + 1 + at) ?? [])
    // A link below is the work's own, unless it is of another kind and has another name.
    const isLinked = drafts.some((draft) => kind === null || draft.kind === kind || draft.title === null || draft.title.includes(title))
    if (isLinked || (ofLevel.get(level)?.length ?? 0) < 2) continue
    const said = body
      .slice(below)
      .map((one) => one.text)
      .join('\n')
    found.set(index, {
      title: cleanTitle(unnumbered(title)),
      by,
      // What is to be read and has no link is most often a book.
      kind: (shelves.has(index) && kind === 'article' ? 'book' : kind) ?? (authored.has(index) ? announced : null) ?? 'book',
      at: 0,
      ...(said === '' ? {} : { said: said.slice(0, 2_000) }),
    })
  }
  return found
}

/** The levels whose headings are links for a third at least, and look like titles all. */
function levelsOfLinks(heads: readonly Block[]): ReadonlySet<number> {
  const levels = new Set<number>()
  for (const [level, ones] of Map.groupBy(heads, (head) => head.level)) {
    const linked = ones.filter(
      ({ links, text }) => links.length === 1 && (links[0]?.end ?? 0) - (links[0]?.start ?? 0) > text.length - 3,
    ).length
    if (linked > 0 && ones.length > 2 && linked * 3 >= ones.length && ones.every(({ text }) => looksLikeTitle(text))) levels.add(level)
  }
  return levels
}

/** Headings of one level, at least three side by side, that are all written as titles, each with words below it that link nothing: a shelf. */
function shelvesOf(blocks: readonly Block[], heads: readonly number[]): ReadonlySet<number> {
  const shelves = new Set<number>()
  let run: number[] = []
  const close = (): void => {
    // One of them may have a word that other headings say a kind with.
    const plain = run.filter((index) => kindOfHeading(blocks[index]?.text ?? '') === null)
    if (run.length >= 3 && plain.length * 3 >= run.length * 2) for (const index of run) shelves.add(index)
    run = []
  }
  for (const [at, index] of heads.entries()) {
    const head = blocks[index]
    if (head?.level !== blocks[run.at(-1) ?? -1]?.level) close()
    const body = blocks.slice(index + 1, heads[at + 1] ?? blocks.length)
    const isTitle = head?.links.length === 0 && isWrittenAsTitle(head.text)
    if (isTitle && body.length > 0 && body.every(({ role, links }) => role === 'paragraph' && links.length === 0)) run.push(index)
    else close()
  }
  close()
  return shelves
}

function isWrittenAsTitle(text: string): boolean {
  return /\S\s\S/.test(text) && text.length < 140 && capitalShare(text) >= 0.6
}

function looksLikeTitle(text: string): boolean {
  return isWrittenAsTitle(text) && kindOfHeading(text) === null
}

/** `### A Title` over a line that is nothing but a name in another face. */
function byNameBelow(text: string, below: Block | undefined): Named | null {
  const isSet = below?.marks.some(({ kind, start, end }) => kind !== 'code' && start === 0 && end === below.text.length) ?? false
  return below !== undefined && isSet && looksLikeName(below.text) ? { title: text, by: below.text, below: 1 } : null
}

/** `Recommended reading`, and works below it, each by its own heading. */
function isReading(path: readonly string[]): boolean {
  return path.slice(0, -1).some((words) => /\b(?:recommended|suggested|summer|required) (?:reading|reads)\b|\breading list\b/i.test(words))
}

/** `Below are some of my favourite talks.`, over the first heading that names one. */
function kindAnnounced(blocks: readonly Block[], first: number | undefined): ListKind | null {
  const above = first === undefined ? undefined : blocks[first - 1]
  const lead = above?.role === 'paragraph' ? lastSentence(above.text) : ''
  return /\b(?:below|following|these|here (?:are|is)|some of|favou?rites?)\b/i.test(lead) ? kindOfNouns(lead.replace(/s\b/g, '')) : null
}

function ofAuthor(work: Authored | undefined): Named | null {
  return work === undefined ? null : { ...work, below: 0 }
}

function byItself(text: string): Named | null {
  const [, title, by] = authoredLine.exec(text) ?? []
  return title === undefined || capitalShare(title) < 0.6 ? null : { title, by: by ?? null, below: 0 }
}

function byYearOrLine(text: string, first: string): Named | null {
  const by = authorLine.exec(first)?.[1] ?? null
  const title = dated.exec(text)?.[1] ?? (by === null ? null : text)
  return title === null ? null : { title, by, below: by === null ? 0 : 1 }
}

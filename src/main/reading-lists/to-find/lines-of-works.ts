// Works named line by line, with nothing to mark the lines as a list: `Title by Somebody`, `Somebody - Title (Where, 2014)`, again and again,
// as the lines of one paragraph or as paragraphs of their own.
import type { ListKind } from '../../../shared/reading-list.ts'
import type { Block } from '../blocks/block.ts'
import { kindOfText } from '../layout/kind-of-text.ts'
import { authoredLine, namesNoWork } from '../words/authored-line.ts'
import { capitalShare } from '../words/capital-share.ts'
import { cleanTitle } from '../words/clean-title.ts'
import { kindOfNouns } from '../words/kind-words.ts'
import { looksLikeName } from '../words/link-words.ts'
import { nameSource } from '../words/names-in-words.ts'
import type { Found, Taken } from './found-work.ts'

const dividedLine = /^["“*]?(\p{Lu}.{2,120}?)["”*]?(?:,?\s+(by|[-–—])|(:))\s+(\S.{1,150})$/u
const startsWithName = new RegExp(`^${nameSource}`, 'u')
/** Where and when, behind a title: `(Strange Loop, 2011)`. */
const place = /\s+\(([^()]{3,80})\)$/

type Divided = { readonly first: string; readonly second: string; readonly by: boolean }

function divide(line: string): Divided | null {
  const [, first = '', sign, colon, second = ''] = dividedLine.exec(line) ?? []
  if (first === '' || (colon !== undefined && !looksLikeName(first))) return null
  return looksLikeName(first) || startsWithName.test(second) ? { first, second, by: sign === 'by' } : null
}

function looksLikeWork(line: string): boolean {
  return line.length < 160 && !/[.!:,]$/.test(line) && capitalShare(line) >= 0.6
}

/** The works of at least three lines, most of which say whose work they name, unless works were announced; nothing when any of them is a sentence. */
function worksOf(lines: readonly string[], kind: ListKind, isAnnounced = false): readonly Found[] {
  const divided = lines.map(divide)
  const isNamed = divided.filter((one) => one !== null).length >= Math.max(2, lines.length / 2)
  if (lines.length < 3 || !(isNamed || isAnnounced)) return []
  // In a list of titles a colon or a dash is a title's own.
  const parts = divided.map((one) => (isNamed || one?.by ? one : null))
  const named = parts.filter((one) => one !== null)
  if (!lines.every((line, index) => parts[index] || looksLikeWork(line))) return []
  // `June 9 - Harbour Hall`: what is on, and where.
  if (named.some(({ first }) => namesNoWork(first) || /\(\d{1,2}(?::\d{2})?\s*[ap]m\)/i.test(first))) return []
  // All of them are written in one order: the side that more often looks like somebody's name is the name.
  const names = (side: 'first' | 'second'): number => named.filter((one) => !one.by && looksLikeName(one[side].replace(place, ''))).length
  const nameFirst = names('first') > names('second')
  let at = 0
  return lines.map((line, index) => {
    const part = parts[index]
    const [title, by] = !part ? [line, null] : nameFirst && !part.by ? [part.second, part.first] : [part.first, part.second]
    const where = nameFirst ? place.exec(title)?.[1] : undefined
    const work: Found = {
      title: cleanTitle(title.replace(nameFirst ? place : /$^/, '')),
      by: by?.trim() ?? null,
      kind,
      at,
      ...(where === undefined ? {} : { said: where }),
    }
    at += line.length + 1
    return work
  })
}

/** A paragraph that is nothing but `Title by Somebody`, where a heading or the line above promises works, or another paragraph is written so. */
export function lineOfWork(blocks: readonly Block[], index: number, isPromised: boolean, kind: ListKind | null): readonly Found[] {
  const work = workOfLine(blocks, index)
  return work === null || (!isPromised && areLines(blocks) < 2) ? [] : [{ ...work, kind: kind ?? 'book', at: 0 }]
}

const counted = new WeakMap<readonly Block[], number>()

/** How many paragraphs of a text are such lines. */
function areLines(blocks: readonly Block[]): number {
  const count = counted.get(blocks) ?? blocks.filter((_, index) => workOfLine(blocks, index) !== null).length
  counted.set(blocks, count)
  return count
}

/** `A Title by Somebody. What is said of it.` */
const authoredStart = /^["“*]?(\p{Lu}[^.!?:]{2,80}?)["”*]?,?\s+by\s+(\p{Lu}[\p{L}'’-]+(?:\s+\p{Lu}\.?[\p{L}'’-]*){1,2})\.\s+\p{Lu}/u

const surname = String.raw`\p{Lu}[\p{L}'’-]+`
/** `Kleinberg & Tardos; Algorithm Design`. */
const surnamedLine = new RegExp(String.raw`^(${surname}(?:(?:,\s+(?:and\s+)?|\s+and\s+|\s*&\s*)${surname}){0,5});\s+(\p{Lu}.{3,120})$`, 'u')
/** Nothing else in the line below the title. */
const byLine = new RegExp(String.raw`^by\s+(${nameSource}(?:(?:,\s*(?:and\s+|&\s*)?|\s+and\s+|\s*&\s*)${nameSource})*)\.?$`, 'u')

function workOfLine(blocks: readonly Block[], index: number): { readonly title: string | null; readonly by: string | null } | null {
  const block = blocks[index]
  if (block?.role !== 'paragraph' || block.quoted || block.links.length > 0 || block.text.length > 220) return null
  const text = block.text.replace(/^(?:currently|now|just|up next|next)\s*(?:reading|finished|watching|read)?\s*:\s*/i, '')
  const [, title, by] = authoredLine.exec(text) ?? authoredStart.exec(text) ?? []
  if (title !== undefined && capitalShare(title) >= 0.6 && !namesNoWork(title)) return { title: cleanTitle(title), by: by ?? null }
  const turned = surnamedLine.exec(text)
  if (turned && capitalShare(turned[2] ?? '') >= 0.6) return { title: cleanTitle(turned[2] ?? ''), by: turned[1] ?? null }
  const below = blocks[index + 1]
  const maker = below?.role === 'paragraph' && below.links.length === 0 ? byLine.exec(below.text)?.[1] : undefined
  return maker !== undefined && looksLikeWork(text) ? { title: cleanTitle(text), by: maker } : null
}

/** `A Title (Ada Example, RopeConf 2014) - what is said of it` */
const givenLine = new RegExp(
  String.raw`^["“*]?(\p{Lu}.{2,120}?)["”*]?\s+\((${nameSource}(?:(?:,\s*(?:and\s+)?|\s+and\s+|\s*&\s*)${nameSource})*?),\s+([^()]{0,40}?)\s*\b(?:19|20)\d{2}\)(?:\s*[-–—:]\s.*)?$`,
  'u',
)

/** Three lines and more of this form; talks, where any of them says at which conference. */
function givenLines(lines: readonly string[], kind: ListKind | null): readonly Found[] {
  const parts = lines.map((line) => givenLine.exec(line))
  // `Somebody - A Title (Where, 2014)` is another form.
  if (lines.length < 3 || parts.includes(null) || parts.some((part) => divide(part?.[1] ?? '') !== null)) return []
  const told = kind ?? (parts.some((part) => /\p{L}/u.test(part?.[3] ?? '')) ? 'talk' : 'paper')
  let at = 0
  return parts.map((part, index) => {
    const work = { title: cleanTitle(part?.[1] ?? ''), by: part?.[2] ?? null, kind: told, at }
    at += (lines[index]?.length ?? 0) + 1
    return work
  })
}

/** `Title: …` and `Author: …` on lines of their own, in one paragraph or in two. */
export function fieldedWork(blocks: readonly Block[], index: number, kind: ListKind | null): readonly Found[] {
  const block = blocks[index]
  if (block?.role !== 'paragraph' || block.links.length > 0) return []
  const title = /^(?:Book |Talk )?Title:\s+(.{2,200})$/im.exec(block.text)?.[1]
  const maker = /^(Authors?|By|Speakers?|Presenters?):\s+(.{3,150})$/im
  const [, role = '', by] = maker.exec(block.text) ?? maker.exec(blocks[index + 1]?.text ?? '') ?? []
  return title === undefined || by === undefined
    ? []
    : [{ title: cleanTitle(title), by: by.trim(), kind: kind ?? (/^(?:speak|present)/i.test(role) ? 'talk' : 'book'), at: 0 }]
}

/** What a heading promises announces titles; one that only says that something is to be read, where none of them is short. */
function announces(kind: ListKind | null, lines: readonly string[]): boolean {
  return kind === 'book' || kind === 'paper' || kind === 'talk' || (kind === 'article' && lines.every((line) => /\S\s+\S+\s+\S/.test(line)))
}

/** The lines of a paragraph without links. */
export function linesOfWorks({ text, links, role, quoted }: Block, kind: ListKind | null): readonly Found[] {
  if (role !== 'paragraph' || quoted || links.length > 0) return []
  const lines = text.split('\n')
  const given = givenLines(lines, kind)
  return given.length > 0 ? given : worksOf(lines, kind ?? 'book', announces(kind, lines))
}

/** The kind of work that one of these paragraphs asks for: `any hints for good papers?`, `Looking for books on …`. */
function askedFor(above: readonly Block[]): ListKind | null {
  const question =
    /(?:\b(?:what|which|any|some|hints?|tips?|suggest\w*|recommend\w*|looking for|favou?rite|best|good)\b[^.?!]{0,80}|^)\b(books?|papers?|talks?|lectures?|essays?|articles?|novels?)\b/i
  const words = above.findLast(({ role, text, links }) => role === 'paragraph' && links.length === 0 && question.test(text))?.text ?? ''
  return kindOfNouns((question.exec(words)?.[1] ?? '').replace(/s$/, ''))
}

/** The works that paragraphs of a line each name, by their blocks: where the paragraph above, or the heading, says that works follow. */
export function paragraphsOfWorks(
  blocks: readonly Block[],
  taken: Taken,
  promised: (index: number) => ListKind | null,
): ReadonlyMap<number, Found> {
  const found = new Map<number, Found>()
  let run: number[] = []
  const close = (): void => {
    const [first = 0] = run
    const above = blocks[first - 1]
    const words = above?.role === 'paragraph' ? above.text : ''
    const lead = kindOfNouns(words.replace(/s\b/g, ''))
    const lines = run.map((index) => blocks[index]?.text ?? '')
    // What a thread asked for, in answers of nothing but titles: two words may be a button of its page.
    const asked = lines.every((line) => line.split(' ').length > 2) ? askedFor(blocks.slice(Math.max(0, first - 5), first)) : null
    // Nothing but names and titles, line by line, is a list of works, whatever leads it.
    const isAllNamed = lines.every((line) => divide(line) !== null)
    const kind = run.length < 3 ? null : (lead ?? promised(first) ?? asked ?? (isAllNamed ? (kindOfText(blocks) ?? 'book') : null))
    const isAnnounced =
      asked !== null ||
      announces(promised(first), lines) ||
      (lead !== null && /\b(?:here (?:are|is)|below|following|these are)\b/i.test(words))
    // Under a line of its own, `Watched this month`, which is written like a title, too.
    const from = lines.length > 3 && !givenLine.test(lines[0] ?? '') ? 1 : 0
    const given = givenLines(lines.slice(from), lead ?? promised(first))
    const works = given.length > 0 ? [] : kind === null ? [] : worksOf(lines, kind, isAnnounced)
    for (const [at, work] of given.entries()) found.set(run[at + from] ?? 0, { ...work, at: 0 })
    for (const [at, work] of works.entries()) found.set(run[at] ?? 0, { ...work, at: 0 })
    run = []
  }
  for (const [index, { role, quoted, links, text }] of blocks.entries()) {
    const isLine = role === 'paragraph' && !quoted && links.length === 0 && !taken.has(index) && text.length <= 160
    if (isLine && !/[.!:,;]$|\n/.test(text) && (divide(text) !== null || looksLikeWork(text) || givenLine.test(text))) run.push(index)
    else close()
  }
  close()
  return found
}

// An entry of a list that names a work and links nothing: the list is one of works, by its heading, the line above it or its linked entries.
import type { ListKind } from '../../../shared/reading-list.ts'
import type { Block } from '../blocks/block.ts'
import type { Reading } from '../blocks/draft-item.ts'
import { pieceOf } from '../blocks/piece-of-block.ts'
import { isRecommended, promised, promisedByTitle, toldKind } from '../facts/promised-kind.ts'
import { kindOfText } from '../layout/kind-of-text.ts'
import { couldBeAmongTitles, shapeOfList } from '../layout/shape-of-list.ts'
import { isFact } from '../titles/named-above.ts'
import { namesNoWork } from '../words/authored-line.ts'
import { capitalShare, isTalk } from '../words/capital-share.ts'
import { cleanTitle } from '../words/clean-title.ts'
import { kindOfHeading, kindOfNouns, kindOfTag } from '../words/kind-words.ts'
import { kindOfWords, looksLikeName } from '../words/link-words.ts'
import { nameNear } from '../words/names-in-words.ts'
import { couldBeTitle, type QuotedSpan, quotedSpans } from '../words/quoted-words.ts'
import { isField, isOverRemarks } from './fields-of-works.ts'
import type { Found } from './found-work.ts'
import { areGlossed, headOfEntry } from './head-of-entry.ts'
import { nameAndTitle, namesComeFirst, namesComeLast, surnamesAndTitle, titleAndName, titleThenName } from './name-order.ts'
import { isTextOfTitles } from './text-of-titles.ts'
import { makerBelow, makersInside, titleAndMaker, wholeNames } from './title-and-maker.ts'

/** Where a list begins, how many entries it has, and how many of them gave an item. */
export type List = { readonly first: number; readonly items: number; readonly linked: number }

/** `Bolz, Diekmann, Tratt`. */
const surnames = /^\p{Lu}[\p{L}'’-]+(?:,\s+(?:and\s+)?\p{Lu}[\p{L}'’-]+)+$/u

/** An entry of a list without a link, where the list is one of works: its heading or the line above says so, or its neighbours are linked. */
export function listedWork(reading: Reading, index: number, list: List | undefined): readonly Found[] {
  const whole = reading.blocks[index]
  const sign = /^(?:\p{Extended_Pictographic}|\ufe0f|\s)+(?=\S)/u.exec(whole?.text ?? '')?.[0] ?? ''
  const block = whole && sign !== '' ? pieceOf(whole, sign.length, whole.text.length) : whole
  if (!block || !list || block.role !== 'item' || block.links.some(({ bare, cut }) => bare || cut)) return []
  // A sign in front of it says what it is.
  const near = kindOfTag(sign) ?? promised(reading, index, list.first) ?? (isTextOfTitles(reading.blocks) ? 'book' : null)
  const { line, head, isRemarked, isLabelled } = headOfEntry(block.text, near !== null && areGlossed(reading.blocks, list))
  const next = reading.blocks[index + 1]
  if (
    (line.length > 220 && head.length > 120) ||
    line.length < 4 ||
    // A line that leads to others, unless it is what is said of a title in quotation marks.
    (/:\s*$/.test(line) && (line === block.text || !/^[^"“]{0,60}["“]/.test(line))) ||
    // Whose the thing is that the heading names, and where it was given.
    isFact(line) ||
    isField(reading.blocks, block, list) ||
    // `Long (but interesting)`
    /^\p{Lu}\p{Ll}+\s+\(\p{Ll}[^()]*\)$/u.test(line) ||
    // `A Term -> what it means`
    /\s(?:->|=>|→)\s/.test(line) ||
    // What a book is made of.
    /^(?:chapter|section|unit|module|appendix)\s+[\dA-Z]\b/i.test(line) ||
    (next?.role === 'item' && next.level > block.level && !isOverRemarks(reading.blocks, index))
  )
    return []
  const kind = near ?? promisedByTitle(reading, index)
  const span =
    deadLink(block) ??
    quotedSpans(block).find(
      ({ words, start, quoted }) =>
        start < line.length &&
        couldBeTitle(words) &&
        !(isTalk(words) && capitalShare(words) < 0.6) &&
        (/\s|[\u3040-\u9fff]/.test(words) || (start === 0 && quoted && near !== null)),
    )
  const lead = span ? line.slice(0, span.start).replace(/[\s,:–—-]+$/u, '') : ''
  // `Paper: "A Title" (Somebody, 2007)`
  const label = span === undefined ? undefined : /^(\p{L}+):\s*$/u.exec(line.slice(0, span.start))?.[1]
  const tagged = label === undefined ? null : kindOfTag(label)
  if (span && tagged !== null) return [{ title: cleanTitle(span.words), by: nameNear('', '', line.slice(span.end)), kind: tagged, at: 0 }]
  // One word and a colon name a field ("Pro: …"), not an author.
  if (span !== undefined && /^[^\s:]+:\s*$/u.test(line.slice(0, span.start))) return []
  const set =
    span && (span.start < 4 || (lead.length < 40 && /^\p{Lu}[\p{L}.'’ -]*(?:\s+(?:and|&|\/)\s+\p{Lu}[\p{L}.'’ -]*)?$/u.test(lead)))
      ? span
      : undefined
  const turned = namesComeFirst(reading.blocks, list) ? nameAndTitle(line) : namesComeLast(reading.blocks, list) ? titleAndName(line) : null
  const surnamed = kind === null ? null : surnamesAndTitle(reading.blocks, list, line)
  if (surnamed !== null && kind !== null)
    return [{ title: cleanTitle(surnamed.title), by: surnamed.by, kind: kind === 'article' ? 'paper' : kind, at: 0 }]
  const ended = titleThenName(reading.blocks, list, line)
  if (ended !== null)
    return [{ title: cleanTitle(ended.title), by: ended.by, kind: kind === null || kind === 'article' ? 'book' : kind, at: 0 }]
  // Names that end all entries tell as much as a heading, where the text as a whole says what it speaks of.
  const ofTurned = kind ?? kindOfText(reading.blocks) ?? (isRecommended(reading, list.first) ? 'book' : null)
  if (turned !== null && ofTurned !== null)
    return [
      {
        title: cleanTitle(turned.title),
        by: turned.by,
        kind: ofTurned === 'article' ? (toldKind(reading, index, list.first) ?? 'book') : ofTurned,
        at: 0,
      },
    ]
  const named = titleAndMaker(head)
  // `**A Title (Alder, Birch)**`
  const inside = set && !set.quoted ? makersInside.exec(set.words) : null
  const title = inside?.[1] ?? set?.words ?? named?.title ?? head
  // `1984, Ada Example`: a number is a title only with its maker.
  if (
    (kindOfWords(title) !== 'title' && !(named && /^\d{3,}$/.test(title))) ||
    namesNoWork(title) ||
    /^(?:anything|everything)\s+(?:by|from|of|on)\s/i.test(title)
  )
    return []
  const words = title.split(/\s+/)
  const shape = shapeOfList(reading.blocks, list)
  const isWork = set !== undefined || named !== null
  // A page called "Books", and linked ones beside it: a word or two are a title, too, unless all of the list are names.
  const amongLinked = near === null && kind === 'book' && list.linked > 0 && !isListOfNames(reading, list)
  // `Reading list`, and linked ones beside it: a line of small letters that says nothing is one of them.
  const amongAddresses = isListOfAddresses(reading.blocks, list)
  const isPlain =
    ((near !== null && list.linked > 0 && words.length > 3) || (amongAddresses && words.length > 2 && !tellsToDo.test(title))) &&
    couldBeAmongTitles(title) &&
    !/\b(?:you|your|we)\b/i.test(title)
  const isTitle =
    words.length <= 16 &&
    // Whose it is, said outright in a list of works, makes a title of small letters, too.
    (set !== undefined ||
      isLabelled ||
      (near !== null && (looksLikeName(named?.by ?? '') || surnames.test(named?.by ?? ''))) ||
      // Among titles a line of small letters is one, too.
      (near !== null && shape === 'titles' && couldBeAmongTitles(title)) ||
      isPlain ||
      capitalShare(title) >= (amongLinked ? 0.5 : head === line || isRemarked ? 0.6 : 0.8)) &&
    /^["“«「《*\p{Lu}\p{N}\p{Lo}]/u.test(line)
  if (shape === 'words' && !isWork && !isRemarked && !isLabelled && !isPlain) return []
  // `"A Title of Some Words", Somebody.`: set apart at the head, it needs fewer linked ones beside it.
  const isSetOff = set?.quoted === true && set.start < 2 && words.length > 2
  const company = list.linked > 0 && (list.linked * 2 >= list.items || isSetOff)
  // The title of the whole promises less: no names, and no plain words beside what is linked.
  if (
    near === null &&
    kind !== null &&
    ((looksLikeName(title) &&
      !/^(?:The|An?)\s/.test(title) &&
      words.length === 2 &&
      !amongLinked &&
      !wholeNames.test(named?.by ?? '') &&
      set?.quoted !== true) ||
      (list.linked * 2 > list.items && !isWork))
  )
    return []
  if (
    !isTitle ||
    (kind === null && !(company && isWork) && !(amongAddresses && isPlain)) ||
    (words.length < 2 &&
      !(near !== null && next?.role === 'item' && next.level > block.level) &&
      !(near !== null && shape === 'titles') &&
      named === null &&
      set === undefined &&
      !isRemarked &&
      !amongLinked)
  )
    return []
  // "There is a talk, …": what stands before a quoted title is its author, or says what it is.
  const said = set ? (kindOfNouns(lead) ?? (set.quoted ? kindOfNouns(line.slice(set.end, set.end + 40)) : null)) : null
  const by =
    inside?.[2] ??
    (set
      ? set.start < 4
        ? (makerBelow(block.text) ?? nameNear('', '', line.slice(set.end).replace(/^\W{0,3}\([^()]*\)(?=,)|\s*[‡†*◊]+$/gu, '')))
        : said === null
          ? ofPerson(lead)
          : null
      : (named?.by ?? null))
  const isReading = kind === 'article' && !/article|post|essay|стать|文章/i.test(reading.title ?? '')
  const told = kind === near ? (toldKind(reading, index, list.first) ?? kindOfWhole(reading)) : isReading ? null : kind
  const others = set === undefined ? [] : titlesBehind(block, set)
  const works = [title, ...others].map(
    (one): Found => ({
      title: cleanTitle(one),
      by,
      // A list that only says it is to be read: what has an author and no address is most often a book.
      kind: said ?? told ?? kindOfNouns(/\s(\S+)$/.exec(one)?.[1] ?? '') ?? (by === null ? 'article' : 'book'),
      at: 0,
      said: remarkOn(block.text, line.length, set?.quoted === true ? set.end : null),
    }),
  )
  return works
}

/** `Your favourite knot: *A Title*`: what begins small behind its first word is nobody's name. */
function ofPerson(lead: string): string | null {
  return capitalShare(lead) === 1 ? lead : null
}

/** `*A Title*, *Another*, *A Third*`: the others of an entry that is nothing else. */
function titlesBehind(block: Block, first: QuotedSpan): readonly string[] {
  const spans = quotedSpans(block).filter(({ start, quoted }) => start >= first.end && quoted === first.quoted)
  const isAll = [first, ...spans].every(({ end }, at) => {
    const between = block.text.slice(end, spans[at]?.start)
    return at === spans.length ? /^\W*$/.test(between) : /^["”]?\s*[,;&]\s*(?:and\s+|&\s*)?$|^["”]?\s+and\s+$/.test(between)
  })
  return isAll ? spans.map(({ words }) => words) : []
}

/** `[A Title](ftp://…) by Somebody`: what nothing here can fetch names its thing all the same. */
function deadLink({ text, links }: Block): QuotedSpan | null {
  const [link] = links
  const words = link === undefined ? '' : text.slice(link.start, link.end)
  return link !== undefined &&
    link.start < 3 &&
    !link.image &&
    /^ftp:/i.test(link.href) &&
    words.includes(' ') &&
    kindOfWords(words) === 'title'
    ? { start: link.start, end: link.end, words, quoted: false }
    : null
}

/** What a text is called, or speaks of throughout, that only says below that its things are to be read: `Books`, and in it `Want to read`. */
function kindOfWhole({ blocks, title }: Reading): ListKind | null {
  return isTextOfTitles(blocks) || (title !== null && kindOfHeading(title) === 'book') || kindOfText(blocks) === 'book' ? 'book' : null
}

/** What is said of a work: the lines below its own; behind a title in quotation marks, the rest of its line too. */
function remarkOn(text: string, lineEnd: number, titleEnd: number | null): string {
  if (titleEnd === null) return text.slice(lineEnd).trim()
  return text
    .slice(titleEnd)
    .replace(/^["”\s.,:;*_–—-]+/, '')
    .trim()
}

/** What is to be done, and no title. */
const tellsToDo =
  /^(?:read|work|watch|write|build|learn|try|do|implement|study|practi[cs]e|go|get|make|start|finish|complete|solve|set|install|use|create)\s/i

/** Two entries at least, and a quarter of all, that are nothing but an address, and two that are written as titles: what is to be read. */
function isListOfAddresses(blocks: readonly Block[], list: List): boolean {
  const entries = blocks.slice(list.first, list.first + Math.min(list.items, 100))
  const bare = entries.filter(
    ({ links, text }) => links.length === 1 && links[0]?.bare === true && text.length <= links[0].end - links[0].start + 2,
  )
  const titles = entries.filter(({ links, text }) => links.length === 0 && /\S\s+\S+\s+\S/.test(text) && capitalShare(text) >= 0.6)
  return titles.length >= 2 && bare.length >= 2 && bare.length * 4 >= list.items
}

function isListOfNames({ blocks }: Reading, list: List): boolean {
  return blocks
    .slice(list.first, list.first + Math.min(list.items, 100))
    .every(({ text, links }) => links.length > 0 || looksLikeName(text))
}

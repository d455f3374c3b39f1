// What a text promises of the things that follow: its headings, the sentence that leads a list, the question it answers, what is said behind it.
import type { ListKind } from '../../../shared/reading-list.ts'
import type { Block } from '../blocks/block.ts'
import type { Reading } from '../blocks/draft-item.ts'
import { kindOfText } from '../layout/kind-of-text.ts'
import { kindOfHeading, kindOfNouns } from '../words/kind-words.ts'

const work =
  /\b(?:books?|papers?|talks?|articles?|essays?|videos?|posts?|lectures?|novels?|podcasts?|movies?|films?|documentar(?:y|ies)|reading|reads?|watch|(?:non-?)?fiction|literature|bibliography|references)\b|книг|стать|доклад|видео|文章|论文|书/i

/** The words that promise works: the sentence that leads the list, or else the nearest heading; empty when they promise none. */
export function promiseOf(reading: Reading, index: number, first: number): string {
  const lead = reading.blocks[first - 1]
  // "Books" over "2017" still says that they are books.
  const path = [reading.title ?? '', ...(reading.headings[index] ?? [])]
  const nearest = path.findLast((words) => !/^\W*\d{4}\W*$/.test(words)) ?? ''
  const led = lead && (/[:：]\s*$|[\p{L})]\s?[-–—]$/u.test(lead.text) || isCaption(lead) || isAnnouncement(lead)) ? lead.text : ''
  // What is answered: "> What are good books on …?", quoted above the answer.
  const asked = reading.blocks.slice(Math.max(0, first - 4), first).findLast(({ quoted, text }) => quoted && /[?？]\s*$/.test(text))
  return (
    [parentOf(reading, index), led, asked?.text ?? '', nearest, behindList(reading, index)].find(
      (words) => words !== '' && work.test(words),
    ) ?? ''
  )
}

/** "A roughly ranked list of books I'd like to read." */
function isAnnouncement({ role, text, links }: Block): boolean {
  return (
    role === 'paragraph' &&
    links.length === 0 &&
    text.length <= 160 &&
    /\b(?:list of|these are|here are|some of|a few)\s+(?:\p{L}+\s+){0,4}(?:books|papers|talks|articles|essays|videos|podcasts)\b/iu.test(
      text,
    )
  )
}

/** `Papers and Books` on a line of its own over a list: as good as a heading. */
function isCaption({ role, text, links }: Block): boolean {
  return role === 'paragraph' && links.length === 0 && /^\p{Lu}[\p{L}&]*(?:\s[\p{L}&]+){0,4}$/u.test(text)
}

/** The words of a caption over the list an entry is in; null where there is none. */
export function captionOver(blocks: readonly Block[], index: number): string | null {
  let first = index
  while (blocks[first]?.role === 'item' && index - first < 100) first -= 1
  const above = blocks[first]
  return first < index && above && isCaption(above) ? above.text : null
}

/** `5 videos to watch`, an entry over a list of its own. */
function parentOf({ blocks }: Reading, index: number): string {
  const level = blocks[index]?.level ?? 0
  for (let at = index - 1; at >= Math.max(0, index - 50); at -= 1) {
    const above = blocks[at]
    if (above?.role !== 'item') return ''
    if (above.level < level)
      return above.links.length === 0 &&
        above.text.length < 80 &&
        /\b(?:talks|videos|papers|books|articles|essays|lectures|podcasts)\b/i.test(above.text)
        ? above.text
        : ''
  }
  return ''
}

/** `These are books with …`, right behind a list. */
function behindList({ blocks }: Reading, index: number): string {
  let last = index
  while (blocks[last]?.role === 'item' && last - index < 200) last += 1
  const text = last === index ? '' : (blocks[last]?.text ?? '')
  return (
    /^(?:These|Those|All (?:of )?(?:these|those)) (?:are (?:all )?)?(?:\w+ ){0,2}(?:books|papers|talks|videos|articles|essays)\b/i.exec(
      text,
    )?.[0] ?? ''
  )
}

/**
 * "Management" in a text called "Must-read books", or under a heading "Books", holds books, too, where the nearest heading promises nothing.
 */
export function promisedByTitle({ title, headings, addresses }: Reading, index: number): ListKind | null {
  const path = headings[index] ?? []
  const nearest = path.at(-1)
  if ((addresses[index] ?? []).some((address) => address !== null) || nearest === undefined || kindOfHeading(nearest) !== null) return null
  if (/^\W*(?:(?:\p{L}+\s+){0,2}(?:interests?|skills|keywords|goals|prerequisites|requirements|technologies))\W*$/iu.test(nearest))
    return null
  const over = [...path.slice(0, -1).toReversed(), ...(title === null ? [] : [title])].find((words) => work.test(words))
  return over === undefined ? null : kindOfHeading(over)
}

/** The kind of work they promise; null when they promise none. */
export function promised(reading: Reading, index: number, first: number): ListKind | null {
  const words = promiseOf(reading, index, first)
  if (words === '') return reading.blocks[first]?.role === 'item' && isRecommended(reading, first) ? kindOfText(reading.blocks) : null
  return kindOfNouns(words.replace(/s\b/g, '')) ?? kindOfHeading(words) ?? 'article'
}

/** As `promised`, where the words name the kind: that something is to be read says nothing of what it is. */
export function toldKind(reading: Reading, index: number, first: number): ListKind | null {
  const kind = promised(reading, index, first)
  return kind === 'article' && !/article|post|essay|стать|文章/i.test(promiseOf(reading, index, first)) ? null : kind
}

/** True where the sentence that leads the list recommends what follows, whatever it is. */
export function isRecommended({ blocks }: Reading, first: number): boolean {
  const lead = blocks[first - 1]
  const words = /\b(?:recommend|favou?rites?|classics?|gems|must[- ](?:reads?|watch(?:es)?)|best)\b[^.!?]*$/is
  return lead !== undefined && (lead.role === 'heading' || /[:：]\s*$/.test(lead.text)) && words.test(lead.text)
}

// Titles that only their neighbours tell: where the lines of a text are written alike, `A Title of Words: https://…` and `how a loop is closed:
// https://…`, what stands in one place of most is the title of each, though its own words alone could be a sentence.
import type { Block } from '../blocks/block.ts'
import type { DraftItem, Reading } from '../blocks/draft-item.ts'
import { cleanTitle } from '../words/clean-title.ts'
import { isDeictic } from '../words/is-deictic.ts'
import { kindOfWords } from '../words/link-words.ts'
import { withoutLeadIn } from '../words/without-lead-in.ts'

const places = ['before', 'behind', 'above', 'below'] as const
type Places = Readonly<Record<(typeof places)[number], string | null>>

/** So many blocks, at most, lie between two neighbours. */
const farthest = 3
/** Words of somebody who speaks, and of what leads on to a thing. */
const speaks =
  /\b(?:I|I['’](?:m|ve|d|ll))\b|\b(?:here|this|these)\b|^(?:another|also|some|plus|and|but|see|there|they|he|she|you|we|it|check|my|then|as for|for more|more)\b/iu

/** Names what has no title, or less of one than its place holds; changes the drafts it is given. */
export function nameLikeNeighbours(items: readonly DraftItem[], reading: Reading): void {
  let run: DraftItem[] = []
  const close = (): void => {
    if (run.length >= 3) nameRun(run, reading.blocks)
    run = []
  }
  for (const item of items) {
    const before = run.at(-1)
    const own = reading.blocks[item.place.block]
    const isAlike =
      before !== undefined &&
      Math.abs(item.place.block - before.place.block) <= farthest &&
      own?.role === reading.blocks[before.place.block]?.role &&
      item.link?.bare === before.link?.bare
    if (!isAlike) close()
    if (own?.role !== 'row' && own?.given === null && item.kind !== 'series' && item.link !== null) run.push(item)
  }
  close()
}

function nameRun(run: readonly DraftItem[], blocks: readonly Block[]): void {
  const each = run.map((item) => ({ item, words: placesOf(item, blocks) }))
  const told = places.map((place) => {
    const filled = each.filter(({ words }) => words[place] !== null)
    return { place, filled: filled.length, named: filled.filter(({ item, words }) => isNamedBy(item, words[place])).length }
  })
  const most = told.toSorted((a, b) => b.named - a.named)[0]
  if (most === undefined || (most.named === 0 && nameByLinesBelow(each))) return
  if (most.named < 2 || most.named * 2 < most.filled) return
  for (const { item, words } of each) {
    const title = words[most.place]
    const isLess = item.title !== null && title !== null && title.length > item.title.length && title.startsWith(item.title)
    if (title !== null && (item.title === null || (isLess && !isNamedBy(item, title))) && couldBe(title)) item.title = title
  }
}

/** `https://…` and below it `A Title`, each time, and nothing on the other sides: true when that names them. */
function nameByLinesBelow(each: readonly { readonly item: DraftItem; readonly words: Places }[]): boolean {
  const isSo = each.every(
    ({ item, words: { before, behind, above, below } }, at) =>
      item.title === null &&
      item.link?.bare === true &&
      before === null &&
      behind === null &&
      // What stands over the first of them speaks of all.
      (above === null || at === 0) &&
      below !== null &&
      couldBe(below),
  )
  if (isSo) for (const { item, words } of each) item.title = words.below
  return isSo
}

/** True when the title is what stands in the place, but for whose it is, and where it was, behind it. */
function isNamedBy({ title }: DraftItem, words: string | null): boolean {
  if (title === null || !words?.startsWith(title)) return false
  return title.length * 2 > words.length || /^\W*by\s|^\s*[-–—|,(]/.test(words.slice(title.length))
}

function couldBe(title: string): boolean {
  const count = title.split(/\s+/).length
  return (
    count >= 2 &&
    count <= 22 &&
    title.length <= 160 &&
    !/[.!?]\s+\p{Lu}/u.test(title) &&
    !speaks.test(title) &&
    !isDeictic(title) &&
    kindOfWords(title) === 'title'
  )
}

/** What stands on the four sides of a link, or of the mark that cites it, each only as far as no other link is there. */
function placesOf({ block: own, link: linked, place }: DraftItem, blocks: readonly Block[]): Places {
  const index = place.block
  const block = blocks[index]
  if (!block || linked === null) return { before: null, behind: null, above: null, below: null }
  const { text, links } = block
  const link = own === index ? linked : { start: place.at, end: Math.max(place.at, text.indexOf(']', place.at) + 1) }
  const lineStart = text.lastIndexOf('\n', link.start - 1) + 1
  const lineEnd = text.indexOf('\n', link.end) < 0 ? text.length : text.indexOf('\n', link.end)
  const previous = links.findLast(({ end }) => end <= link.start)
  const next = links.find(({ start }) => start >= link.end)
  const lead = previous !== undefined && previous.end > lineStart ? '' : text.slice(lineStart, link.start)
  const trail = next !== undefined && next.start < lineEnd ? '' : text.slice(link.end, lineEnd)
  const isFirst = text.slice(lineStart, link.start).trim() === ''
  const isLast = text.slice(link.end, lineEnd).trim() === ''
  const lineAbove =
    lineStart > 0
      ? (text
          .slice(0, lineStart - 1)
          .split('\n')
          .at(-1) ?? '')
      : null
  const lineBelow = lineEnd < text.length ? (text.slice(lineEnd + 1).split('\n', 1)[0] ?? '') : null
  return {
    before: titleIn(withoutLeadIn(lead)),
    behind: titleIn(trail),
    above: isFirst ? titleIn(lineAbove ?? wordsOf(blocks[index - 1])) : null,
    below: isLast ? titleIn(lineBelow ?? wordsOf(blocks[index + 1])) : null,
  }
}

/** The words of a block that links nothing and has one line. */
function wordsOf(block: Block | undefined): string {
  return block === undefined || block.links.length > 0 || block.role === 'code' || block.text.includes('\n') ? '' : block.text
}

function titleIn(words: string): string | null {
  const bare = words.replace(/^[\s)\]>}]+|[\s([<{]+$/g, '')
  return /https?:\/\//i.test(words) ? null : cleanTitle(/^\(([^()]+)\)$/.exec(bare)?.[1] ?? bare)
}

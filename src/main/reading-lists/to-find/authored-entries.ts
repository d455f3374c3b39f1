// Entries that say whose work they name, `A Title by Somebody`, one beside the other, with what is said of each in entries below it.
import type { ListKind } from '../../../shared/reading-list.ts'
import type { Block } from '../blocks/block.ts'
import { kindOfText } from '../layout/kind-of-text.ts'
import { couldBeAmongTitles, shapeOfList } from '../layout/shape-of-list.ts'
import { authoredLine } from '../words/authored-line.ts'
import { capitalShare } from '../words/capital-share.ts'
import { cleanTitle } from '../words/clean-title.ts'
import { kindOfNouns } from '../words/kind-words.ts'
import { looksLikeName } from '../words/link-words.ts'
import { nameSource } from '../words/names-in-words.ts'
import type { Found, Taken } from './found-work.ts'

type List = { readonly first: number; readonly items: number }

/** Every entry asks the same of its list: the levels on which entries are written so. */
const known = new WeakMap<List, ReadonlySet<number>>()

/** The work of an entry without a link, when at least two entries of its list and level, and most of them, are written so. */
export function authoredEntry(
  blocks: readonly Block[],
  index: number,
  list: List | undefined,
  taken: Taken,
  promised: () => ListKind | null,
): readonly Found[] {
  const block = blocks[index]
  if (!block || !list || block.role !== 'item' || block.links.length > 0) return []
  const [title, by] = partsOf(block) ?? looseParts(block) ?? plainOf(block, blocks, list)
  if (title === undefined || isLinkedBelow(blocks, index, taken) || !levelsOf(blocks, list).has(block.level)) return []
  const lead = blocks[list.first - 1]?.text.replace(/s\b/g, '') ?? ''
  return [{ title: cleanTitle(title), by: by ?? null, kind: promised() ?? kindOfNouns(lead) ?? kindOfText(blocks) ?? 'book', at: 0 }]
}

/** `- *A Title* by Somebody`, and in an entry below it `[link](…)`: that one is called so. */
function isLinkedBelow(blocks: readonly Block[], index: number, taken: Taken): boolean {
  const level = blocks[index]?.level ?? 0
  for (let at = index + 1; ; at += 1) {
    const below = blocks[at]
    if (below?.role !== 'item' || below.level <= level) return false
    if (taken.has(at)) return true
  }
}

/** Among such entries, one that says nothing of its maker. */
function plainOf({ text }: Block, blocks: readonly Block[], list: List): readonly [string | undefined, null] {
  const line = text.replace(/\s*[✅✓✔]\ufe0f?\s*$/u, '')
  const isOne = !text.includes('\n') && shapeOfList(blocks, list) === 'titles' && couldBeAmongTitles(line) && capitalShare(line) >= 0.6
  return [isOne ? line : undefined, null]
}

function levelsOf(blocks: readonly Block[], list: List): ReadonlySet<number> {
  const before = known.get(list)
  if (before !== undefined) return before
  const ofLevel = Map.groupBy(blocks.slice(list.first, list.first + list.items), ({ level }) => level)
  const levels = new Set<number>()
  for (const [level, entries] of ofLevel) {
    const sure = entries.filter((entry) => partsOf(entry) !== null).length
    const written = entries.filter((entry) => partsOf(entry) !== null || looseParts(entry) !== null).length
    if (sure >= 2 && written * 2 > entries.length) levels.add(level)
  }
  known.set(list, levels)
  return levels
}

/** `A Title (Ada Example)`, `A Title (Alder, Birch & Cedar)`: first and last name, or several. */
const bracketed = new RegExp(
  String.raw`^(\p{Lu}.{2,120}?)\s+\(((?:\p{Lu}[\p{L}.'’-]+\s+){1,3}\p{Lu}[\p{L}'’-]+|${nameSource}(?:,\s*${nameSource})*\s*(?:,|and|&)\s*(?:and\s+|&\s*)?${nameSource})\)$`,
  'u',
)

function partsOf({ text: whole, links }: Block): readonly [string, string] | null {
  const text = whole.replace(/\nby\s/, ' by ')
  const [, title, by] = links.length > 0 || text.length > 220 ? [] : (authoredLine.exec(text) ?? bracketed.exec(text) ?? [])
  return title === undefined || by === undefined || capitalShare(title) < 0.6 ? null : [title, by]
}

/** `A Title - Ada Example`, `A Title (Ada Example) - what is said of it`: alone they could be anything. */
const dashed = new RegExp(String.raw`^(\p{Lu}.{2,120}?)(?:\s+[-–—]\s+(${nameSource})|\s+\((${nameSource})\)\s+[-–—]\s+\S.*)$`, 'u')

function looseParts({ text, links }: Block): readonly [string, string] | null {
  const [, title = '', behind, inBrackets] = links.length > 0 ? [] : (dashed.exec(text.split('\n', 1)[0] ?? '') ?? [])
  const by = behind ?? inBrackets
  // Among titles one of small letters, with a whole name behind "by", is one, too.
  const [, plain, maker = ''] = links.length > 0 ? [] : (authoredLine.exec(text) ?? [])
  if (plain !== undefined && looksLikeName(maker)) return [plain, maker]
  return by === undefined || !/\s/.test(by) || capitalShare(title) < 0.6 || (looksLikeName(title) && !/^(?:The|An?)\s/.test(title))
    ? null
    : [title, by]
}

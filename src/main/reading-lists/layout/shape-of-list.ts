// What the entries of a list have in common that link nothing: lists of titles are written as such throughout, and so are lists of topics.
import type { Block } from '../blocks/block.ts'
import { capitalShare, isTalk } from '../words/capital-share.ts'

type List = { readonly first: number; readonly items: number }
/** `titles`: most of them are written as titles are; `words`: hardly any is; null: neither, or too few to tell. */
export type ListShape = 'titles' | 'words' | null

const longest = 300
const known = new WeakMap<List, ListShape>()

/** Every entry asks the same of its list. */
export function shapeOfList(blocks: readonly Block[], list: List): ListShape {
  const before = known.get(list)
  if (before !== undefined) return before
  const entries = blocks
    .slice(list.first, list.first + Math.min(list.items, longest))
    .filter(({ links, level }) => links.length === 0 && level === blocks[list.first]?.level)
    .map(({ text }) => text.split('\n', 1)[0] ?? '')
    // One word may be anything.
    .filter((line) => /\S\s+\S/.test(line))
  const titles = entries.filter((line) => line.length <= 160 && !isSentence(line) && /\s/.test(line) && capitalShare(line) >= 0.6).length
  const shape =
    entries.length < 4
      ? null
      : titles * 10 >= entries.length * 7
        ? 'titles'
        : entries.length > 4 && titles * 4 <= entries.length
          ? 'words'
          : null
  known.set(list, shape)
  return shape
}

/** True for a line that could be called so among others: it begins as one, and says nothing. */
export function couldBeAmongTitles(line: string): boolean {
  return /^["“«「《*]?[\p{Lu}\p{N}]/u.test(line) && line.split(/\s+/).length <= 14 && /\s/.test(line) && !isSentence(line)
}

function isSentence(line: string): boolean {
  return /[.!:]\s*$|[.!?]\s+\p{Lu}\p{Ll}/u.test(line) || isTalk(line)
}

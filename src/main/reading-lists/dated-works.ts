// Works that a list names with their years and without a link: `A Title 1998, what is said of it`.
import type { Block } from './block.ts'
import { cleanTitle } from './clean-title.ts'
import type { Found } from './found-work.ts'
import { kindOfNouns } from './kind-words.ts'

type List = { readonly first: number; readonly items: number }

const entry = /^["“]?(\p{Lu}.{3,160}?)["”]?[\s,(]+(?:1[89]|20)\d{2}\)?\s*[,:;–—-]\s+(\S.*)$/u
/** Every entry asks the same of its list. */
const known = new WeakMap<List, boolean>()

/** The work an entry of `list` names, when at least three entries of it, and most, are written so. */
export function datedWork(blocks: readonly Block[], index: number, list: List | undefined): readonly Found[] {
  const block = blocks[index]
  if (!block || !list || block.role !== 'item' || block.links.length > 0) return []
  const [, title, said = ''] = entry.exec(block.text.replace(/\s+/g, ' ')) ?? []
  if (title === undefined || !isDated(blocks, list)) return []
  return [{ title: cleanTitle(title), by: null, kind: kindOfNouns(said.split(/[.;]\s/, 1)[0] ?? '') ?? 'paper', at: 0, said }]
}

function isDated(blocks: readonly Block[], list: List): boolean {
  const before = known.get(list)
  if (before !== undefined) return before
  const entries = blocks.slice(list.first, list.first + list.items).filter(({ text }) => entry.test(text)).length
  const most = entries >= 3 && entries * 2 >= list.items
  known.set(list, most)
  return most
}

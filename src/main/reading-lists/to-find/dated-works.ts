// Works that a list names with their years and without a link: `A Title 1998, what is said of it`, `A Title (Lamport, 1978)`.
import type { ListKind } from '../../../shared/reading-list.ts'
import type { Block } from '../blocks/block.ts'
import { cleanTitle } from '../words/clean-title.ts'
import { kindOfNouns } from '../words/kind-words.ts'
import { nameSource } from '../words/names-in-words.ts'
import type { Found } from './found-work.ts'

type List = { readonly first: number; readonly items: number }

const said = /^["“]?(\p{Lu}.{3,160}?)["”]?[\s,(]+(?:1[89]|20)\d{2}\)?\s*[,:;–—-]\s+(\S.*)$/u
const names = String.raw`${nameSource}(?:(?:,\s*(?:and\s+|&\s*)?|\s+and\s+|\s*&\s*)${nameSource})*(?:,?\s+et al\.?)?`
/** Its authors and its year in the same brackets, as they stand behind a title and hardly anywhere else. */
const authored = new RegExp(
  String.raw`^["“]?([\p{Lu}\p{N}].{3,200}?)[,.]?["”]?\s+\((${names}),?\s+(?:1[89]|20)\d{2}[a-z]?\)[\s.,:;–—-]*(.*)$`,
  'u',
)
/** `A Title. Knuth (1970).`, in letters of any size. */
const surnamed = new RegExp(
  String.raw`^["“]?([\p{Lu}\p{N}].{3,200}?)[.?!]["”]?\s+(${names})[,.]?\s+\((?:1[89]|20)\d{2}[a-z]?\)[\s.]*(.*)$`,
  'u',
)
/** Every entry asks the same of its list. */
const known = new WeakMap<List, RegExp | 'none'>()

/** The work an entry of `list` names, when at least three entries of it (two with authors), and most, are written so. */
export function datedWork(
  blocks: readonly Block[],
  index: number,
  list: List | undefined,
  promised: () => ListKind | null,
): readonly Found[] {
  const block = blocks[index]
  if (!block || !list || block.role !== 'item' || block.links.length > 0 || /^\p{L}+:\s*["“]/u.test(block.text)) return []
  const form = formOf(blocks, list)
  const match = form === 'none' ? null : form.exec(wordsOf(block))
  if (!match) return []
  const isNamed = form !== said
  // `A Title by Somebody (2021) — …`
  const [, own, maker] = (isNamed ? null : /^(.{3,160}?),?\s+by\s+(\p{Lu}.{2,80})$/u.exec(match[1] ?? '')) ?? []
  const title = own ?? match[1] ?? ''
  const by = isNamed ? (match[2] ?? null) : (maker ?? null)
  const behind = match.at(-1) ?? ''
  const kind = kindOfNouns(behind.split(/[.;]\s/, 1)[0] ?? '') ?? (isNamed ? promised() : null) ?? (maker === undefined ? 'paper' : 'book')
  return [{ title: cleanTitle(title), by, kind, at: 0, said: behind }]
}

/** How the entries of a list are written, when most are written so. */
function formOf(blocks: readonly Block[], list: List): RegExp | 'none' {
  const before = known.get(list)
  if (before !== undefined) return before
  const entries = blocks.slice(list.first, list.first + list.items).map(wordsOf)
  const form = [surnamed, authored, said].find((one) => {
    const written = entries.filter((words) => one.test(words)).length
    return written >= (one === said ? 3 : 2) && written * 2 >= list.items
  })
  known.set(list, form ?? 'none')
  return form ?? 'none'
}

function wordsOf({ text }: Block): string {
  return text.replace(/\s+/g, ' ')
}

// Links that are only called `Part 1`, `Part 2`, in entries or a line of their own: the series they are parts of is named above them.
import { partNumber } from '../../../shared/series-number.ts'
import type { DraftItem, Reading } from '../blocks/draft-item.ts'
import { cleanTitle } from '../words/clean-title.ts'
import { nameSource } from '../words/names-in-words.ts'

const label = /^[[(]?(part|pt\.?|chapter|episode|ep\.?|lecture|lesson|day|week)\s*#?\s*([\p{L}\p{N}]{1,6})[)\]]?$/iu
/** `Part 2: Paging`: it has a title, and is a part all the same. */
const titled = /^(?:part|pt\.?)\s*#?\s*([\p{L}\p{N}]{1,6})\s*(?:[:.–—-]|,)\s+\S/iu
const withMaker = new RegExp(String.raw`^(.{2,120}?),?\s+by\s+(${nameSource})$`, 'u')

type Part = { readonly draft: DraftItem; readonly words: string; readonly number: number; readonly isTitled: boolean }
type Name = { readonly title: string; readonly by: string | null }

/** Names and numbers what stands in such rows of at least two; changes the drafts it is given. */
export function nameParts(drafts: readonly DraftItem[], reading: Reading): void {
  let run: Part[] = []
  const close = (): void => {
    if (run.length >= 2) nameRun(run, reading)
    run = []
  }
  for (const draft of drafts) {
    const part = partOf(draft, reading)
    if (part === null || (run.at(-1)?.number ?? 0) >= part.number || !isBeside(run.at(-1)?.draft, draft, reading)) close()
    if (part !== null) run.push(part)
  }
  close()
}

/** A link whose words are only its number, with nothing before it in its block but other such links. */
function partOf(draft: DraftItem, { blocks }: Reading): Part | null {
  const { block, link } = draft
  const own = blocks[block]
  if (!own || link === null || draft.partOf !== null || draft.prefix !== null) return null
  if (link.bare) return labelledPart(draft, own.text.slice(0, link.start))
  const words = own.text.slice(link.start, link.end).trim()
  // `[Part 2](…): A Title` is called so already.
  const isTitled = titled.test(words) || /^\s*[)\]]?\s*[:–—-]\s*\p{L}/u.test(own.text.slice(link.end).split('\n', 1)[0] ?? '')
  const number = partNumber(titled.exec(words)?.[1] ?? label.exec(words)?.[2] ?? '')
  const before = own.links.filter(({ start }) => start <= link.start)
  const isFirst = /^[\s|/,;·•–—-]*$/.test(own.text.slice(0, before[0]?.start ?? 0))
  const areParts = isTitled || before.every(({ start, end }) => label.test(own.text.slice(start, end).trim()))
  return number === null || !isFirst || !areParts ? null : { draft, words, number, isTitled }
}

/** `Part 2: https://…` */
function labelledPart(draft: DraftItem, lead: string): Part | null {
  const words = lead.replace(/[\s:–—-]+$/u, '')
  const number = partNumber(label.exec(words)?.[2] ?? '')
  return number === null ? null : { draft, words, number, isTitled: false }
}

/** In one block, or in entries of one level that follow each other. */
function isBeside(before: DraftItem | undefined, { block }: DraftItem, { blocks }: Reading): boolean {
  if (before === undefined || before.block === block) return true
  const level = blocks[block]?.level
  return (
    block - before.block <= 4 &&
    blocks.slice(before.block, block + 1).every((one) => one.role === 'item' && one.level >= (level ?? 0)) &&
    blocks[before.block]?.level === level
  )
}

function nameRun(run: readonly Part[], reading: Reading): void {
  // A heading over addresses says what they are about, and seldom what they are called.
  const name = entryOver(run, reading) ?? (run.some(({ draft }) => draft.link?.bare) ? null : headingOver(run, reading))
  for (const { draft, words, number, isTitled } of run) {
    draft.partNumber = number
    if (draft.kind === 'series') draft.kind = 'article'
    if (!isTitled) draft.title = name === null ? words : `${name.title} (${words.replace(/^[[(]|[\])]$/g, '')})`
    draft.partOf = name?.title ?? null
    draft.by ??= name?.by ?? null
  }
}

/** `- A Title by Somebody:`, and the parts in entries below it. */
function entryOver([first]: readonly Part[], { blocks }: Reading): Name | null {
  const at = first?.draft.block ?? 0
  const [above, own] = [blocks[at - 1], blocks[at]]
  if (above?.role !== 'item' || own?.role !== 'item' || above.level >= own.level || above.links.length > 0) return null
  return nameIn(above.text)
}

/** A section that holds nothing else. */
function headingOver([first, ...others]: readonly Part[], { blocks, headings, title }: Reading): Name | null {
  const at = first?.draft.block ?? 0
  const last = others.at(-1)?.draft.block ?? at
  const heading = headings[at]?.at(-1)
  const top = blocks.slice(0, at).findLastIndex(({ role }) => role === 'heading')
  const end = blocks.findIndex(({ role }, index) => index > last && role === 'heading')
  const isAlone =
    !blocks.slice(top + 1, at).some(({ links }) => links.length > 0) &&
    !blocks.slice(last + 1, end < 0 ? undefined : end).some(({ links }) => links.length > 0)
  if (heading === undefined || top < 0 || !isAlone || (heading === title && end >= 0)) return null
  return nameIn(heading)
}

function nameIn(text: string): Name | null {
  const line = text.replace(/[\s:–—-]+$/u, '')
  if (line.length < 3 || line.length > 120 || /\n|[.!?]$/.test(line)) return null
  const [, named, by] = withMaker.exec(line) ?? []
  const title = cleanTitle(named ?? line)
  return title === null ? null : { title, by: by ?? null }
}

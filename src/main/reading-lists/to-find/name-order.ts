// In a list of works, which side of `A, B` is whose and which the title: all its entries are written in one order.
import type { Block } from '../blocks/block.ts'
import { looksLikeName } from '../words/link-words.ts'

type List = { readonly first: number; readonly items: number }

const divided = /^[*_"“]*(\p{Lu}[^,:\n]{1,60}?)[*_"”]*(?:,|:|\s[-–—])\s+(\S[^\n]{1,120})$/u
/** Every entry asks the same of its list. */
const known = new WeakMap<List, boolean>()

/** `Somebody, A Title`: true where at least three entries, and most, begin with a name, and fewer end in one. */
export function namesComeFirst(blocks: readonly Block[], list: List): boolean {
  const before = known.get(list)
  if (before !== undefined) return before
  const entries = blocks.slice(list.first, list.first + list.items).flatMap(({ text }) => {
    const [, first, second] = divided.exec(unsigned(text)) ?? []
    return first === undefined || second === undefined ? [] : [{ first, second }]
  })
  // `Clean Knots: A Handbook of …`, again and again: what follows a colon explains a title.
  const explained = entries.filter(({ second }) => /^(?:an?|the|how|why|what|elements|notes|lessons|principles|\p{L}+ing)\s/iu.test(second))
  // Where both sides could be names, neither tells.
  const only = (side: 'first' | 'second', other: 'first' | 'second'): number =>
    entries.filter((entry) => isName(entry[side]) && !isName(entry[other])).length
  const all = entries.filter(({ first }) => isName(first)).length
  const colons = blocks.slice(list.first, list.first + list.items).filter(({ text }) => /^[^:,]{1,40}:\s/.test(text)).length
  const isColon = colons === Math.min(list.items, blocks.length - list.first)
  const areSubtitles = colons >= 2 && explained.length >= 2 && explained.length * 5 >= entries.length * 3
  const isEvery =
    entries.length >= 3 && all === entries.length && (isColon || (only('first', 'second') >= 2 && only('second', 'first') === 0))
  const isSo =
    isEvery || (only('first', 'second') >= 3 && all * 3 >= entries.length * 2 && only('first', 'second') > 2 * only('second', 'first'))
  known.set(list, isSo && !areSubtitles)
  return isSo && !areSubtitles
}

/** `📚 A Title - Somebody` without its sign. */
function unsigned(text: string): string {
  return text.replace(/^(?:\p{Extended_Pictographic}|\ufe0f|\s)+(?=\S)/u, '')
}

function isName(words: string): boolean {
  return words.split(/,\s+(?:and\s+)?|\s+and\s+|\s*[&/]\s*/).every(isOneName)
}

function isOneName(words: string): boolean {
  const plain = words.replace(/\s*(?:\([^()]*\)|\p{Extended_Pictographic}|\ufe0f|[★☆])+\s*$/gu, '').replace(/[*_]+$/, '')
  return looksLikeName(plain) && !/^(?:The|An?)\s/.test(plain)
}

const dashed = /^[*_"“]*(\p{Lu}\S.{0,120}?)[*_"”]*\s+[-–—]\s+([^\n]{3,60})$/u
/** As `known`, for names that end their entries. */
const knownLast = new WeakMap<List, boolean>()

/** `A Title, with Commas - Somebody Example`: true where at least two entries, and most, end in a name behind a dash, and few begin with one. */
export function namesComeLast(blocks: readonly Block[], list: List | undefined): boolean {
  if (list === undefined) return false
  const before = knownLast.get(list)
  if (before !== undefined) return before
  const entries = blocks.slice(list.first, list.first + list.items).flatMap(({ text }) => {
    const [, first, second] = dashed.exec(unsigned(text)) ?? []
    return first === undefined || second === undefined ? [] : [{ first, second }]
  })
  const last = entries.filter(({ first, second }) => isName(second) && !isName(first)).length
  const first = entries.filter((entry) => isName(entry.first) && !isName(entry.second)).length
  const all = entries.filter(({ second }) => isName(second)).length
  const isSo = last >= 2 && all * 3 >= entries.length * 2 && last > 2 * first
  knownLast.set(list, isSo)
  return isSo
}

const surnames = String.raw`\p{Lu}[\p{L}'’-]+(?:,\s+\p{Lu}[\p{L}'’-]+){0,4}(?:,?\s+(?:and|&)\s+\p{Lu}[\p{L}'’-]+)?(?:\s+et al\.?)?`
/** `Lamport - Time, Clocks, and the Ordering of Events (1978)` */
const bySurnames = new RegExp(String.raw`^(${surnames})\s+[-–—]\s+(\p{Lu}\S*(?:\s+\S+){1,18}?)(?:\s*\((?:1[89]|20)\d{2}\))?$`, 'u')
const knownSurnames = new WeakMap<List, boolean>()

/** The two sides of an entry of a list where nearly all entries are surnames, a dash and a title; null in others. */
export function surnamesAndTitle(
  blocks: readonly Block[],
  list: List,
  line: string,
): { readonly by: string; readonly title: string } | null {
  const before = knownSurnames.get(list)
  const entries = before === undefined ? blocks.slice(list.first, list.first + list.items) : []
  const isSo = before ?? (entries.length >= 3 && entries.filter(({ text }) => bySurnames.test(text)).length * 5 >= entries.length * 4)
  knownSurnames.set(list, isSo)
  const [, by, title] = isSo ? (bySurnames.exec(line) ?? []) : []
  return by === undefined || title === undefined ? null : { by, title }
}

/** `A Title. Somebody Example.`, `What Is a Knot? Somebody Example and Somebody Second` */
const stopped = /^[*_"“]*(\p{Lu}\S.{0,140}?)[*_"”]*(?:\.|([?!]))\s+([^\n]{3,80}?)\.?$/u
const knownStopped = new WeakMap<List, boolean>()

/** The two sides of an entry of a list where nearly all entries are a title, a full stop and a name; null in others. */
export function titleThenName(blocks: readonly Block[], list: List, line: string): { readonly by: string; readonly title: string } | null {
  const before = knownStopped.get(list)
  const entries = before === undefined ? blocks.slice(list.first, list.first + list.items) : []
  const isSo = before ?? (entries.length >= 3 && entries.filter(({ text }) => stoppedParts(text) !== null).length * 5 >= entries.length * 4)
  knownStopped.set(list, isSo)
  return isSo ? stoppedParts(line, true) : null
}

function stoppedParts(line: string, isSure = false): { readonly by: string; readonly title: string } | null {
  const [, words = '', mark = '', by = ''] = stopped.exec(line) ?? []
  const isNames = by !== '' && by.split(/,\s+(?:and\s+)?|\s+and\s+|\s*[&/]\s*/).every(isName)
  return isNames && (isSure || !isName(words)) ? { title: `${words}${mark}`, by } : null
}

/** The two sides of an entry of a list whose names come last; null when it is written otherwise. */
export function titleAndName(line: string): { readonly by: string; readonly title: string } | null {
  const [, title, by] = dashed.exec(line) ?? []
  return by === undefined || title === undefined || !isName(by) ? null : { by, title }
}

/** The two sides of an entry of a list whose names come first; null when it is written otherwise. */
export function nameAndTitle(line: string): { readonly by: string; readonly title: string } | null {
  const [, by, title] = divided.exec(line) ?? []
  return by === undefined || title === undefined || !isName(by)
    ? null
    : { by: by.replace(/\s*\([^()]*\)$/, ''), title: title.replace(/[*_]+$/, '') }
}

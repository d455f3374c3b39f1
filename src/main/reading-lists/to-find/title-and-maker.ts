// Where a line divides into a title and whose it is: `A Title by Somebody`, `A Title, Somebody`, `A Title (Somebody, Somebody Else)`.

import { authoredLine } from '../words/authored-line.ts'
import { looksLikeName } from '../words/link-words.ts'
import { nameSource } from '../words/names-in-words.ts'

const byName = new RegExp(
  String.raw`^(.{2,150}?)(?:[\s,]+(?:by|[-–—~])\s+|,\s+|\s*\()(${nameSource}(?:(?:,\s*(?:and\s+|&\s*)?|\s+and\s+|\s*[&/]\s*)${nameSource})*)\)?\s*(?:[.,;:(–—-].*)?$`,
  'u',
)

/** `Ropes, Knots, Sails by Ada Example - what is said of it`: where the first comma divides nothing. */
const spoken = new RegExp(
  String.raw`^(.{2,150}?)\s+by\s+(${nameSource}(?:(?:,\s*(?:and\s+|&\s*)?|\s+and\s+|\s*&\s*)${nameSource})*)\s*(?:[.,;:(–—-].*)?$`,
  'u',
)

/** `Ada Example`, `Ada and Bo Example`, `Ada Example / Bo Second`. */
export const wholeNames = new RegExp(String.raw`^(?=.*\s)${nameSource}(?:(?:,\s*(?:and\s+)?|\s+and\s+|\s*[&/]\s*)${nameSource})*$`, 'u')

/** `A Title (Alder, Birch)`: the title, and whose it is. */
export const makersInside = new RegExp(
  String.raw`^(.{4,150}?)\s+\((${nameSource}(?:(?:,\s*(?:and\s+|&\s*)?|\s+and\s+|\s*&\s*)${nameSource})+|\p{Lu}\p{Ll}+\s+\p{Lu}\p{Ll}+)\)$`,
  'u',
)

/** The title of a line and whose it is; null where it names nobody. */
export function titleAndMaker(head: string): { readonly title: string; readonly by: string } | null {
  // `Bird by Bird, Anne Lamott`: a whole name behind the last comma goes before a word behind "by".
  const first = behindComma(head) ?? authoredLine.exec(head) ?? byName.exec(head)
  for (const divided of [first, spoken.exec(head)]) {
    const [, title, by = ''] = endsInNames(head, divided?.[2] ?? '') ?? divided ?? []
    if (title !== undefined && divides(title, by, head)) return inOrder(title, by)
  }
  return null
}

/** `Ada Example, The Knot`: of two sides the one that begins with an article is nobody's name, whatever the other entries do. */
function inOrder(title: string, by: string): { readonly title: string; readonly by: string } {
  const isTurned = looksLikeName(title) && !/^(?:The|An?)\s/.test(title) && /^(?:The|An?)\s/.test(by)
  return isTurned ? { title: by, by: title } : { title, by }
}

const whole = String.raw`\p{Lu}[\p{L}.'’-]+(?:\s+\p{Lu}\.)?\s+\p{Lu}[\p{L}'’-]+`
const lastNames = new RegExp(String.raw`^(.{4,200}),\s+(${whole}(?:\s+(?:and|&)\s+${whole})?)$`, 'u')

/** `How Alder, Birch, and Cedar Have Grown, Ada Example`: where single words stand among the names, those behind the last comma are. */
function endsInNames(head: string, names: string): RegExpExecArray | null {
  return names.split(/,\s+(?:and\s+)?|\s+and\s+/).some((one) => !/\s/.test(one)) && names.includes(',') ? lastNames.exec(head) : null
}

function behindComma(head: string): RegExpExecArray | null {
  const match = /^(\S+\s+by\s+\S+),\s+([^,]+)$/u.exec(head)
  return looksLikeName(match?.[2] ?? '') ? match : null
}

/** A comma within brackets divides nothing, and one between two single words (`Time, Clocks, and …`) only what it lists. */
function divides(title: string, name: string, head: string): boolean {
  const isBalanced = title.split('(').length === title.split(')').length
  // `Erase Your Footprint, Leave False Trails, and Vanish`
  const rest = head.slice(head.indexOf(name, title.length) + name.length)
  if (head.charAt(title.length) === ',' && /^,?\s+and\s/.test(rest)) return false
  // `A Guide to Capture, Analysis, and Exploitation`
  if (head.charAt(title.length) === ',' && /^\p{Lu}[\p{L}'’-]+,\s+and\s+\p{Lu}[\p{L}'’-]+$/u.test(name)) return false
  // `Ropes, Knots, Sails`: single words name nobody one after the other.
  if (head.charAt(title.length) === ',' && /^\p{Lu}[\p{L}'’-]+(?:,\s+\p{Lu}[\p{L}'’-]+)+$/u.test(name)) return false
  return (
    isBalanced && !/^(?:Mr|Mrs|Ms|Jr|Sr|Inc|Ltd)\b/.test(name) && (/\s/.test(title) || /\s/.test(name) || head.charAt(title.length) !== ',')
  )
}

/** `**A Title**`, and below it `R. Example` and `Harbour Press, 2015`: whose it is. */
export function makerBelow(text: string): string | null {
  const [, by = '', imprint = ''] = text.split('\n')
  return /\b(?:1[89]|20)\d{2}\b/.test(imprint) ? (wholeNames.exec(by)?.[0] ?? null) : null
}

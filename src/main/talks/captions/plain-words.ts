// Text of a caption file as one line of words: character references read, white space joined, signs taken out that are no letters.
import { harmlessLine } from '../../../shared/text/harmless-signs.ts'

const named: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: ' ', lrm: '', rlm: '' }
const reference = /&(?:(amp|lt|gt|quot|apos|nbsp|lrm|rlm)|#(\d{1,7})|#x([0-9a-f]{1,6}));/gi

/** What most captions have none of: letters beyond ASCII, references, white space to be settled. */
const unsettled = /[^ -~]|&| {2}|^ | $/

export function plainWords(text: string): string {
  if (!unsettled.test(text)) return text
  const read = text.replace(reference, (whole, name?: string, decimal?: string, hex?: string) =>
    name ? (named[name.toLowerCase()] ?? whole) : letterOf(decimal ? Number(decimal) : Number.parseInt(hex ?? '', 16), whole),
  )
  return harmlessLine(read.toWellFormed())
}

function letterOf(code: number, otherwise: string): string {
  return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : otherwise
}

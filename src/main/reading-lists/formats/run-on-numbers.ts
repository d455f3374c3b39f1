// A numbered list whose line breaks were lost when it was copied: `1. A Title: https://… 2. Another: https://…`.
import type { Line } from './unfold-lines.ts'

const opens = /^\s*(\d{1,2})[.)]\s+\S/
const behindAddress = /(?<=https?:\/\/\S+)\s+(?=(\d{1,2})[.)]\s+["“«\p{L}])/gu

/** The lines with every entry that goes on counting behind an address on a line of its own. */
export function splitRunOns(lines: readonly Line[]): readonly Line[] {
  let last = 0
  return lines.flatMap((line) => {
    // The words above an entry may have lost their line break, too: `Useful links1. A Title:`.
    last = Number(opens.exec(line.text)?.[1] ?? (/\p{L}1[.)]\s+\S/u.test(line.text) ? 1 : last))
    if (last === 0 || !/https?:/.test(line.text)) return [line]
    const parts: Line[] = []
    let from = 0
    for (const match of line.text.matchAll(behindAddress)) {
      if (Number(match[1]) !== last + 1) continue
      last += 1
      parts.push({ ...line, text: line.text.slice(from, match.index) })
      from = match.index + match[0].length
    }
    return [...parts, { ...line, text: line.text.slice(from) }]
  })
}

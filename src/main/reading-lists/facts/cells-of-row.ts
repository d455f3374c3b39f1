// What the cells of a table's row say of the thing it links, each by the word at the head of its column.
import type { Block, LinkSpan } from '../blocks/block.ts'

const remarkHead = /\b(?:why|notes?|comments?|remarks?|descriptions?|about|summary|reviews?|thoughts|takeaways?|what)\b/i
const factHead =
  /^\W*(?:#|no\.?|type|kind|format|medium|media|category|time|length|duration|level|difficulty|date|day|week|year|published|language|lang|status|done|read|rating|stars|price|free|authors?|by|speakers?|writers?|tags?|topics?|pages?|links?|urls?|title|name)(?:\(s\))?\W*$/i
const makerHead = /^\W*(?:authors?|by|speakers?|presenters?|writers?)(?:\(s\))?\W*$/i

/** The cells that say something of it, in their order; empty when all the others are facts. Cells in front of the link count only where their head says so. */
export function remarkOfRow({ text, cells }: Block, link: LinkSpan): string {
  const words = (one: { start: number; end: number }): string => text.slice(one.start, one.end).trim()
  const others = cells.filter(({ start, end }) => !(start <= link.start && link.end <= end))
  const headed = others.filter(({ head }) => remarkHead.test(head))
  const said =
    headed.length > 0 ? headed : others.filter((one) => one.start > link.end && !factHead.test(one.head) && /\s\S+\s/.test(words(one)))
  return said.map(words).join(' ')
}

/** Whose it is, by the column for it; null where there is none. */
export function makerOfRow({ text, cells, links }: Block): string | null {
  const cell = cells.find(({ head }) => makerHead.test(head))
  if (cell === undefined || links.some(({ start, end, bare }) => bare && start >= cell.start && end <= cell.end)) return null
  return text.slice(cell.start, cell.end).trim() || null
}

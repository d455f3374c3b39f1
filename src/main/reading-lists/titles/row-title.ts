// What a row of a table is called, when its link is only called `slides` or shows its address.
import type { Block, LinkSpan } from '../blocks/block.ts'

const titleHead = /title|topic|talk|name|subject|lecture|paper|book|article|session|resource|course|description|what/i
const date =
  /^(?:\d{1,4}[-/. ]\d{1,2}(?:[-/. ]\d{1,4})?|(?:mon|tue|wed|thu|fri|sat|sun|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)\w*\.?[\s,]*\d{0,2}.*|\d+|week \d+|[^\p{L}\p{N}]*)$/iu

const typeHead = /^\W*(?:type|kind|format|medium|media(?: type)?|category)\W*$/i

/** What the column for it says a row is: `Article`, `Book`; empty where there is none. */
export function typeOfRow({ role, text, cells }: Block): string {
  const cell = role === 'row' ? cells.find(({ head }) => typeHead.test(head)) : undefined
  return cell === undefined ? '' : text.slice(cell.start, cell.end).trim()
}

/** The words of the cell whose head says title, else the first cell with words that are no date, number or link; null when there is none. */
export function rowTitle(block: Block, link: LinkSpan): string | null {
  const cells = block.cells.map((cell) => ({ ...cell, words: block.text.slice(cell.start, cell.end).trim() }))
  const own = cells.find(({ start, end }) => start <= link.start && link.end <= end)
  const free = cells.filter(
    (cell) =>
      cell !== own &&
      cell.words !== '' &&
      !date.test(cell.words) &&
      !block.links.some(({ start, end, bare }) => bare && start >= cell.start && end <= cell.end),
  )
  const before = block.links.findLast(({ end }) => end <= link.start)
  const beside = own
    ? block.text
        .slice(Math.max(own.start, before?.end ?? 0), link.start)
        .replace(/[\s:([|–—-]+$/u, '')
        .trim()
    : ''
  const title = free.find(({ head }) => titleHead.test(head)) ?? (beside.length > 2 ? null : free[0])
  const set =
    title &&
    block.marks.find(({ kind, start, end }) => kind !== 'code' && start >= title.start && end <= title.end && start <= title.start + 2)
  if (set) return block.text.slice(set.start, set.end)
  return title?.words ?? (beside.length > 2 ? beside : null)
}

// The four manners of reStructuredText to draw a table: `list-table`, `csv-table`, lines of `====`, and a grid of `+---+`.
// https://docutils.sourceforge.io/docs/ref/rst/directives.html and …/restructuredtext.html#tables
import { dividerOf, readCells } from './read-cells.ts'

export type RstTable = {
  readonly heads: readonly string[]
  readonly rows: readonly (readonly string[])[]
  /** The index of the first line behind it. */
  readonly end: number
}

const directive = /^(\s*)\.\.\s+(list|csv)-table::/
const grid = /^\s*\+(?:[-=]+\+)+\s*$/
const simple = /^\s*={2,}(?:\s+={2,})+\s*$/

/** The table that begins in this line, or null. */
export function tableAt(lines: readonly string[], index: number): RstTable | null {
  const line = lines[index] ?? ''
  const [, indent = '', kind] = directive.exec(line) ?? []
  if (kind !== undefined) return directiveTable(lines, index, indent.length, kind)
  if (grid.test(line)) return gridTable(lines, index)
  return simple.test(line) ? simpleTable(lines, index) : null
}

/** The indented lines below a directive: options first, then rows. */
function directiveTable(lines: readonly string[], index: number, indent: number, kind: string): RstTable {
  const isOwn = (line: string): boolean => line.trim() === '' || depthOf(line) > indent
  let end = index + 1
  while (end < lines.length && isOwn(lines[end] ?? '')) end += 1
  const own = lines.slice(index + 1, end)
  const option = (name: string): string | undefined =>
    own.map((line) => new RegExp(`^\\s*:${name}:\\s*(.*)$`).exec(line)?.[1]).find((value) => value !== undefined)
  const body = own.filter((line) => !/^\s*:[\w-]+:/.test(line))
  const all = kind === 'csv' ? csvRows(body) : listRows(body)
  const header = option('header')
  const count = Number(option('header-rows') ?? 0) || 0
  const heads = header === undefined ? (count > 0 ? (all[0] ?? []) : []) : (csvRows([header])[0] ?? [])
  return { heads, rows: all.slice(count), end }
}

/** `* - first cell` and `  - next cell`; a cell may go on in the lines below it. */
function listRows(body: readonly string[]): readonly (readonly string[])[] {
  const rows: string[][] = []
  for (const line of body) {
    const [, isRow, cell] = /^\s*(\*\s+)?-\s*(.*)$/.exec(line) ?? []
    if (cell === undefined) {
      const row = rows.at(-1)
      if (row && line.trim() !== '') row.push(`${row.pop() ?? ''} ${line.trim()}`.trim())
    } else if (isRow) rows.push([cell])
    else rows.at(-1)?.push(cell)
  }
  return rows
}

function csvRows(body: readonly string[]): readonly (readonly string[])[] {
  const text = body
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .join('\n')
  return text === '' ? [] : readCells(text, dividerOf(text)).map((row) => row.map((cell) => cell.trim()))
}

/** Cells end at the bars; a row goes to the next line of `-`, its head to the line of `=`. */
function gridTable(lines: readonly string[], index: number): RstTable {
  const rows: string[][] = []
  let heads: string[] = []
  let row: string[] = []
  let end = index + 1
  for (; end < lines.length; end += 1) {
    const line = (lines[end] ?? '').trim()
    if (grid.test(line)) {
      if (line.includes('=')) heads = row
      else if (row.length > 0) rows.push(row)
      row = []
    } else if (line.startsWith('|') && line.endsWith('|')) {
      const cells = line.slice(1, -1).split('|')
      row = cells.map((cell, at) => `${row[at] ?? ''} ${cell.trim()}`.trim())
    } else break
  }
  return { heads, rows, end }
}

/** Columns are as wide as the runs of `=`; a second line of them ends the head, the last one the table. */
function simpleTable(lines: readonly string[], index: number): RstTable | null {
  const columns = [...(lines[index] ?? '').matchAll(/=+/g)].map((match) => match.index)
  const cellsOf = (line: string): string[] => columns.map((from, at) => line.slice(from, columns[at + 1]).trim())
  const borders: number[] = []
  for (let at = index + 1; at < Math.min(lines.length, index + 500) && borders.length < 2; at += 1) {
    if (simple.test(lines[at] ?? '')) borders.push(at)
    // Behind a line of `=` an empty line ends the table.
    else if ((lines[at] ?? '').trim() === '' && borders.length === 1 && simple.test(lines[at - 1] ?? '')) break
  }
  const [first, last] = borders
  if (first === undefined) return null
  const own = lines.slice((last === undefined ? index : first) + 1, last ?? first)
  const rows: string[][] = []
  for (const line of own) {
    const cells = cellsOf(line)
    const row = rows.at(-1)
    // No first cell: the row above goes on.
    if (row && cells[0] === '') for (const [at, cell] of cells.entries()) row[at] = `${row[at] ?? ''} ${cell}`.trim()
    else if (line.trim() !== '') rows.push(cells)
  }
  return { heads: last === undefined ? [] : cellsOf(lines[first - 1] ?? ''), rows, end: (last ?? first) + 1 }
}

function depthOf(line: string): number {
  return /^\s*/.exec(line)?.[0].length ?? 0
}

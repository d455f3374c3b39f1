// Reads a table of values between commas, semicolons or tabs (RFC 4180): quoted cells may hold the divider, quotes and line breaks.

/** What divides the cells of a table: the one of the three that the first lines have most evenly. */
export function dividerOf(text: string): ',' | ';' | '\t' {
  const lines = text
    .slice(0, 20_000)
    .replace(/"(?:[^"]|"")*"/g, '""')
    .split('\n')
    .filter((line) => line.trim() !== '')
    .slice(0, 20)
  const score = (divider: string): number => {
    const counts = lines.map((line) => line.split(divider).length - 1)
    return Math.min(...counts.slice(0, 3)) * 100 + counts.filter((count) => count === counts[0]).length
  }
  const best = ([',', ';', '\t'] as const).toSorted((a, b) => score(b) - score(a))[0]
  return best ?? ','
}

/** The rows of a table. A quote that is never closed ends with the text. */
export function readCells(text: string, divider: string): readonly (readonly string[])[] {
  const rows: string[][] = []
  let row: string[] = []
  let at = 0
  while (at < text.length) {
    let cell: string
    if (text[at] === '"') {
      const closed = closingQuote(text, at + 1)
      cell = text.slice(at + 1, closed).replaceAll('""', '"')
      at = closed + 1
      // What stands between the closing quote and the divider belongs to no cell, but is not lost.
      const rest = endOfCell(text, at, divider)
      cell += text.slice(at, rest).trimEnd()
      at = rest
    } else {
      const end = endOfCell(text, at, divider)
      cell = text.slice(at, end).trim()
      at = end
    }
    row.push(cell)
    const ends = at >= text.length || text[at] === '\n'
    if (ends) {
      if (row.some((one) => one !== '')) rows.push(row)
      row = []
    }
    at += 1
  }
  if (row.some((one) => one !== '')) rows.push(row)
  return rows
}

function closingQuote(text: string, from: number): number {
  for (let at = text.indexOf('"', from); at !== -1; at = text.indexOf('"', at + 1)) {
    if (text[at + 1] !== '"') return at
    at += 1
  }
  return text.length
}

function endOfCell(text: string, from: number, divider: string): number {
  for (let at = from; at < text.length; at += 1) if (text[at] === '\n' || text[at] === divider) return at
  return text.length
}

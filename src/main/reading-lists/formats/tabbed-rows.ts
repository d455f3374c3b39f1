// Rows pasted out of a table: consecutive lines with as many tabs each, and an address in every one. A text that is nothing else is csv.ts.

const address = /https?:\/\//i

/** The cells of every such line, by its index; a single line is no table. Lines that begin with a tab are indented, and lines of code are no rows. */
export function tabbedRows(lines: readonly string[]): ReadonlyMap<number, readonly string[]> {
  const rows = new Map<number, readonly string[]>()
  let from = 0
  while (from < lines.length) {
    const cells = cellsOf(lines[from] ?? '')
    let to = from + 1
    while (cells !== null && to < lines.length && cellsOf(lines[to] ?? '')?.length === cells.length) to += 1
    if (cells !== null && to - from >= 2) for (let at = from; at < to; at++) rows.set(at, cellsOf(lines[at] ?? '') ?? [])
    from = to
  }
  return rows
}

function cellsOf(line: string): readonly string[] | null {
  if (!line.includes('\t') || /^\s/.test(line) || !address.test(line)) return null
  return line.split('\t').map((cell) => cell.trim())
}

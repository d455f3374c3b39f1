// Tables in a text: rows pasted out of one, consecutive lines with as many tabs each and an address in every one; and rows drawn between bars.
// A text that is nothing else is csv.ts.

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

/** The cells of lines drawn as `| a | b |` under a head and its line of `|---|`, by their index, each row with the words of the head. */
export function barredRows(
  lines: readonly string[],
): ReadonlyMap<number, { readonly cells: readonly string[]; readonly heads: readonly string[] }> {
  const rows = new Map<number, { readonly cells: readonly string[]; readonly heads: readonly string[] }>()
  for (let at = 1; at < lines.length; at += 1) {
    const heads = isRule(lines[at] ?? '') ? between(lines[at - 1] ?? '') : null
    if (heads === null) continue
    // The head and the lines below heads are no rows.
    for (const none of [at - 1, at]) rows.set(none, { cells: [], heads })
    for (at += 1; at < lines.length; at += 1) {
      const cells = between(lines[at] ?? '')
      if (cells === null) break
      rows.set(at, { cells: isRule(lines[at] ?? '') ? [] : cells, heads })
    }
  }
  return rows
}

/** `|---|:--:|` */
function isRule(line: string): boolean {
  return /^\s*\|(?:\s*:?-+:?\s*\|)+\s*$/.test(line)
}

function between(line: string): readonly string[] | null {
  const inner = /^\s*\|(.*)\|\s*$/.exec(line)?.[1]
  return inner === undefined ? null : inner.split(/(?<!\\)\|/).map((cell) => cell.trim())
}

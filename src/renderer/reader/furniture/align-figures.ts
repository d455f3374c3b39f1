// Columns of figures stand in line at their last digit: cells are marked, and article-figures.css aligns what is marked.

/** Larger tables are data to scroll through; marking them would be felt before the article is shown. */
const maxCells = 3_000
// 1.39, 12 %, -3, +4.5, $ 1,200, 10k, 3 ms, 1.2e6, and what stands for nothing.
const figure =
  /^[~<>\u2248\u2264\u2265]?\s?[-+\u2212\u00b1]?\s?[$\u20ac\u00a3\u00a5]?\s?\d[\d.,'\u2019\u202f\u00a0 ]*(?:e[-+]?\d+)?\s?[\p{L}%\u2030\u00b0/\u20ac$\u00b5\u00d7]{0,5}$/iu
const nothing = /^(?:[-\u2013\u2014]|n\/?a)?$/i

/** Marks the cells of every column in which each cell holds a figure or nothing, its heading too. Columns under a joined cell stay as they are. */
export function alignFigures(inside: Document): void {
  for (const table of inside.querySelectorAll('table')) {
    const rows = [...table.rows]
    if (
      table.querySelectorAll('td, th').length > maxCells ||
      table.querySelector('[colspan]:not([colspan="1"]), [rowspan]:not([rowspan="1"])')
    )
      continue
    const width = Math.max(0, ...rows.map((row) => row.cells.length))
    for (let column = 0; column < width; column += 1) {
      const cells = rows.flatMap((row) => row.cells[column] ?? [])
      const values = cells.filter((cell) => cell.nodeName === 'TD' || cell.parentElement?.parentElement?.nodeName === 'TBODY').map(wordsOf)
      const figures = values.filter((words) => figure.test(words)).length
      if (figures === 0 || values.some((words) => !figure.test(words) && !nothing.test(words))) continue
      // A first column of numbers counts the rows; it is their name and no figure.
      if (column === 0 && width > 1) continue
      for (const cell of cells) cell.toggleAttribute('data-figure', true)
    }
  }
}

function wordsOf(cell: Element): string {
  return (cell.textContent ?? '').trim()
}

// Tables that have room in the column fill it; wider ones scroll in their own box, and then their cells need not be squeezed. Looked at again at every width.

/** Of the column: a table with two or three short words in a row would only fall apart. */
const leastShare = 0.4

/** Letters. A cell with more is a sentence and may be broken; one with fewer would only fall apart into words. */
const shortCell = 40

/** Once for every article: how much a cell holds does not change with the width. */
export function markLongCells(inside: Document): void {
  for (const cell of inside.querySelectorAll('article :is(td, th)')) {
    if ((cell.textContent?.trim().length ?? 0) > shortCell) cell.setAttribute('data-long', '')
  }
}

export function fitTables(inside: Document): void {
  const tables = [...inside.querySelectorAll<HTMLElement>('article table')].filter(
    (table) => table.parentElement?.closest('table') === null,
  )
  // All written, all read, all written: three layouts at most, however many tables there are.
  for (const table of tables) {
    table.removeAttribute('data-fits')
    table.removeAttribute('data-scrolls')
  }
  const scrolls: boolean[] = []
  const fits = tables.map((table) => {
    const room = table.parentElement?.clientWidth ?? 0
    const held = table.scrollWidth <= table.clientWidth + 1
    scrolls.push(!held)
    return held && table.offsetWidth >= room * leastShare
  })
  for (const [at, table] of tables.entries()) {
    table.toggleAttribute('data-fits', fits[at] === true)
    table.toggleAttribute('data-scrolls', scrolls[at] === true)
  }
}

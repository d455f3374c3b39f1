// Tables that have room in the column fill it; wider ones stay as wide as they are and scroll in their own box. Looked at again at every width.

/** Of the column: a table with two or three short words in a row would only fall apart. */
const leastShare = 0.4

export function fitTables(inside: Document): void {
  const tables = [...inside.querySelectorAll<HTMLElement>('article table')].filter(
    (table) => table.parentElement?.closest('table') === null,
  )
  // All written, all read, all written: three layouts at most, however many tables there are.
  for (const table of tables) table.removeAttribute('data-fits')
  const fits = tables.map((table) => {
    const room = table.parentElement?.clientWidth ?? 0
    return table.scrollWidth <= table.clientWidth + 1 && table.offsetWidth >= room * leastShare
  })
  for (const [at, table] of tables.entries()) table.toggleAttribute('data-fits', fits[at] === true)
}

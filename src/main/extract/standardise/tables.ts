// Tells tables of data from tables for layout. Data is marked so that Readability keeps it; the marks go when it is done.
import { allElements, elementsOf, hasClass, isInside, moveChildren, textLength, unwrap } from '../dom-walk.ts'
import type { Document, Element } from '../page-tree/page-tree.ts'

export const dataMark = 'data-carrel-table'

/** Marks data tables (a `summary` makes Readability believe it) and layout tables (`role`). */
export function markTables(document: Document): void {
  for (const table of elementsOf(document, 'table')) {
    if (isData(table)) {
      table.setAttribute(dataMark, '')
      table.setAttribute('summary', table.getAttribute('summary') || 'data')
      if (table.getAttribute('role') === 'presentation') table.removeAttribute('role')
    } else if (table.getElementsByTagName('table').length > 0) table.setAttribute('role', 'presentation')
  }
}

function isData(table: Element): boolean {
  const role = table.getAttribute('role')
  if (
    table.getElementsByTagName('table').length > 0 ||
    role === 'presentation' ||
    role === 'none' ||
    table.getAttribute('datatable') === '0'
  )
    return false
  const rows = elementsOf(table, 'tr')
  const columns = largest(rows.map((row) => row.children.length))
  if (rows.length < 2 || columns < 2) return table.getElementsByTagName('th').length > 1 && rows.length > 1
  if (hasClass(table, /nav|layout|footer|header|menu|calendar|toc(?:\s|$)|infobox|navbox|metadata|ambox|sidebar/i)) return false
  // Whole articles set in a table have headings and many paragraphs in one cell; a data cell is short.
  const cells = elementsOf(table, 'td', 'th')
  const longest = largest(cells.map(textLength))
  if (elementsOf(table, 'h1', 'h2', 'article', 'form').length > 0 && table.getElementsByTagName('th').length === 0) return false
  if (table.getElementsByTagName('th').length > 0 || elementsOf(table, 'caption', 'thead').length > 0) return true
  const filled = cells.filter((cell) => textLength(cell) > 0).length
  return filled >= cells.length * 0.5 && longest < 400 && textLength(table) > 0
}

/** After Readability: takes the marks off and turns what layout tables are left into plain boxes. */
export function finishTables(root: Element): void {
  for (const table of elementsOf(root, 'table').reverse()) {
    if (table.hasAttribute(dataMark)) {
      if (table.getAttribute('summary') === 'data') table.removeAttribute('summary')
      continue
    }
    const columns = largest(elementsOf(table, 'tr').map((row) => row.children.length))
    const isLayout =
      table.getAttribute('role') === 'presentation' || columns < 2 || elementsOf(table, 'p', 'h2', 'h3', 'ul', 'pre').length > 2
    if (isLayout && !isInside(table, 'table') && table.getElementsByTagName('th').length === 0) flatten(table)
  }
}

function largest(numbers: readonly number[]): number {
  return numbers.reduce((most, number) => Math.max(most, number), 0)
}

function flatten(table: Element): void {
  const document = table.ownerDocument
  for (const cell of elementsOf(table, 'td', 'th', 'caption')) {
    const box = document.createElement('div')
    moveChildren(cell, box)
    cell.replaceWith(box)
  }
  for (const element of allElements(table))
    if (['tbody', 'thead', 'tfoot', 'tr', 'colgroup', 'col'].includes(element.localName)) unwrap(element)
  unwrap(table)
}

// A row of the highlights table as the Highlight the house speaks of.
import type { Highlight, HighlightColour, HighlightId, PassageAnchor } from '../../shared/highlight.ts'
import type { CopyId, ItemId } from '../../shared/item.ts'
import type { Row } from '../platform/sqlite.ts'
import { jsonOf, numberOf, textOf } from './columns.ts'

/** Everything a highlight needs; the table may be joined under its own name. */
export const highlightColumns = ['id', 'item_id', 'copy_id', 'quote', 'colour', 'note', 'tags', 'created_at', 'changed_at']
  .map((name) => `highlights.${name}`)
  .join(', ')

export function highlightOf(row: Row): Highlight {
  const { seconds = null, ...quote } = jsonOf<Pick<PassageAnchor, 'exact' | 'start' | 'end'> & { seconds?: number }>(row, 'quote')
  return {
    id: textOf(row, 'id') as HighlightId,
    itemId: textOf(row, 'item_id') as ItemId,
    copyId: textOf(row, 'copy_id') as CopyId,
    // Version 1 of the library kept the passage and its place alone.
    anchor: { prefix: '', suffix: '', normaliserVersion: 1, heading: null, ...quote },
    seconds,
    colour: textOf(row, 'colour') as HighlightColour,
    note: textOf(row, 'note'),
    tags: jsonOf(row, 'tags'),
    createdAt: numberOf(row, 'created_at'),
    changedAt: numberOf(row, 'changed_at'),
  }
}

// Marked passages: kept with the copy they were made in, so that they are found exactly. Screens and re-placing come with their own issue.
import type { CopyId, ItemId } from '../../shared/item.ts'
import { jsonOf, numberOf, textOf } from './columns.ts'
import { copyRow } from './copy-row.ts'
import type { Library } from './library.ts'
import { type FieldValue, recordOperations } from './operations.ts'

export type KeptHighlight = {
  readonly id: string
  readonly copyId: CopyId
  /** A W3C text quote and position within the copy's plain text. */
  readonly quote: FieldValue
  readonly createdAt: number
}

export type HighlightShelf = {
  /** Throws copy.unknown. From then on the copy stays, however little room there is. */
  add(copyId: CopyId, quote: FieldValue): KeptHighlight
  ofItem(id: ItemId): readonly KeptHighlight[]
}

export function openHighlights(library: Library): HighlightShelf {
  const { database, clock, ids } = library
  return {
    add(copyId, quote) {
      return database.transaction(() => {
        const item = textOf(copyRow(library, copyId), 'item_id')
        const highlight: KeptHighlight = { id: ids.random(), copyId, quote, createdAt: clock.now() }
        database.run(
          'INSERT INTO highlights VALUES (?, ?, ?, ?, ?)',
          highlight.id,
          item,
          copyId,
          JSON.stringify(quote),
          highlight.createdAt,
        )
        recordOperations(library, 'highlight', highlight.id, { item, copy: copyId, quote, createdAt: highlight.createdAt })
        return highlight
      })
    },
    ofItem: (id) =>
      database.all('SELECT id, copy_id, quote, created_at FROM highlights WHERE item_id = ? ORDER BY created_at, id', id).map((row) => ({
        id: textOf(row, 'id'),
        copyId: textOf(row, 'copy_id') as CopyId,
        quote: jsonOf<FieldValue>(row, 'quote'),
        createdAt: numberOf(row, 'created_at'),
      })),
  }
}

// What an item weighs on disk: every blob it points to, once. Kept in its row, so that the heaviest are found at once.
import type { ItemId } from '../../shared/item.ts'
import type { Library } from './library.ts'

/** Weighs an item again; inside the transaction that changed what it points to. */
export function weighItem(library: Library, id: ItemId): void {
  library.database.run(
    `UPDATE items SET bytes = (
       SELECT coalesce(sum(bytes), 0) FROM blobs WHERE hash IN (
         SELECT hash FROM copy_blobs JOIN copies ON copies.id = copy_blobs.copy_id WHERE copies.item_id = ?1
         UNION SELECT hash FROM item_blobs WHERE item_id = ?1))
     WHERE id = ?1`,
    id,
  )
}

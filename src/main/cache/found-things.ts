// What became of things that a text names without a whole address: the item of the address they were given, by whomever.
import type { ItemId } from '../../shared/item.ts'
import { textOf } from './columns.ts'
import type { Library } from './library.ts'
import { recordOperations } from './operations.ts'

/** Inside the caller's transaction. `wanted`: the id it has, or would have, while it is to find. */
export function noteFound(library: Library, wanted: ItemId, found: ItemId): void {
  const { database } = library
  if (wanted === found || foundAs(library, wanted) === found) return
  database.run(
    'INSERT INTO found_things (wanted_id, item_id) VALUES (?, ?) ON CONFLICT DO UPDATE SET item_id = excluded.item_id',
    wanted,
    found,
  )
  recordOperations(library, 'item', found, { [`found:${wanted}`]: true })
}

/** Null: nobody has found it. */
export function foundAs({ database }: Library, wanted: ItemId): ItemId | null {
  const row = database.get('SELECT item_id FROM found_things WHERE wanted_id = ?', wanted)
  return row ? (textOf(row, 'item_id') as ItemId) : null
}

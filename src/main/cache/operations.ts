// What sync will send: one operation for every changed field, written in the transaction that changes it.
// Merging what comes back is the sync room's; what is of this machine alone (state, blobs here, jobs) writes none.
import { textOf } from './columns.ts'
import { nextStamp, type Stamp } from './hybrid-clock.ts'
import type { Library } from './library.ts'

export type Entity = 'item' | 'copy' | 'highlight' | 'list' | 'mark'
/** Anything JSON can say. */
export type FieldValue = string | number | boolean | null | readonly FieldValue[] | { readonly [key: string]: FieldValue }

/**
 * Writes one operation per field and moves its cell forward. To be called inside the transaction that writes the values, with
 * fields that really changed. Answers the last stamp given.
 */
export function recordOperations(library: Library, entity: Entity, id: string, fields: Readonly<Record<string, FieldValue>>): Stamp | null {
  const { database, clock, device } = library
  const changed = Object.entries(fields)
  if (changed.length === 0) return null
  // Read from the table and not kept in memory: other processes of this machine write under the same device id.
  const row = database.get('SELECT last FROM hybrid_clock')
  let last = row ? textOf(row, 'last') : null
  for (const [field, value] of changed) {
    const seen = database.get('SELECT hlc FROM cells WHERE entity = ? AND id = ? AND field = ?', entity, id, field)
    const stamp = nextStamp(clock.now(), last, device)
    database.run(
      'INSERT INTO operations (entity, id, field, value, hlc, seen_hlc) VALUES (?, ?, ?, ?, ?, ?)',
      entity,
      id,
      field,
      JSON.stringify(value),
      stamp,
      seen ? textOf(seen, 'hlc') : null,
    )
    database.run(
      'INSERT INTO cells (entity, id, field, hlc) VALUES (?, ?, ?, ?) ON CONFLICT DO UPDATE SET hlc = excluded.hlc, value = NULL',
      entity,
      id,
      field,
      stamp,
    )
    last = stamp
  }
  database.run('INSERT INTO hybrid_clock VALUES (1, ?) ON CONFLICT DO UPDATE SET last = excluded.last', last)
  return last
}

/** A deletion: an operation, a tombstone that stays, and the other fields' cells gone with their values. */
export function recordDeletion(library: Library, entity: Entity, id: string): void {
  const { database, clock } = library
  const stamp = recordOperations(library, entity, id, { deleted: true })
  database.run(`DELETE FROM cells WHERE entity = ? AND id = ? AND field <> 'deleted'`, entity, id)
  database.run('INSERT OR REPLACE INTO tombstones VALUES (?, ?, ?, ?)', entity, id, stamp, clock.now())
}

/** Takes a deletion back, because the thing is made anew. True when there was one. */
export function recordRevival(library: Library, entity: Entity, id: string): boolean {
  if (library.database.run('DELETE FROM tombstones WHERE entity = ? AND id = ?', entity, id) === 0) return false
  recordOperations(library, entity, id, { deleted: false })
  return true
}

// Operations that a later one of the same field has overtaken, or the deletion of the whole thing: nobody needs to be told of them any more.
// Nothing has been sent yet; a room that sends may forget only what it has not begun to send.
import { setImmediate } from 'node:timers/promises'
import { textOf, textOrNull } from './columns.ts'
import type { Library } from './library.ts'

/** Rows looked at, or fields mended, in one go: calls are answered in between. */
const portion = 2_000
/** Operations forgotten in one sweep at most: what is left waits for the next. */
const most = 200_000

type Overtaken = { readonly seen: string | null; readonly seqs: number[]; newest: number | null }

/**
 * Removes overtaken operations and answers how many. The newest one of a field stays and takes over what the first of them had seen: to
 * everybody else the field was written once, by somebody who knew what they know.
 */
export async function forgetOvertaken(library: Library): Promise<number> {
  const found = [...(await findOvertaken(library)).values()].filter(({ seqs }) => seqs.length > 0)
  const { database } = library
  let forgotten = 0
  for (let at = 0; at < found.length; at += portion) {
    database.passingTransaction(() => {
      for (const { seen, seqs, newest } of found.slice(at, at + portion)) {
        if (newest !== null) database.run('UPDATE operations SET seen_hlc = ? WHERE seq = ?', seen, newest)
        forgotten += database.run('DELETE FROM operations WHERE seq IN (SELECT value FROM json_each(?))', JSON.stringify(seqs))
      }
    })
    await setImmediate()
  }
  return forgotten
}

/** A field's newest operation is the one its cell names; a thing that was deleted has no other cell than that it is. */
async function findOvertaken({ database }: Library): Promise<ReadonlyMap<string, Overtaken>> {
  const fields = new Map<string, Overtaken>()
  let found = 0
  for (let after = 0; found < most; ) {
    const rows = database.all(
      `SELECT seq, operations.entity, operations.id, operations.field, operations.hlc, seen_hlc, cells.hlc AS newest
         FROM operations LEFT JOIN cells USING (entity, id, field) WHERE seq > ? ORDER BY seq LIMIT ?`,
      after,
      portion,
    )
    for (const row of rows) {
      after = Number(row.seq)
      const key = `${textOf(row, 'entity')} ${textOf(row, 'id')} ${textOf(row, 'field')}`
      const known = fields.get(key)
      if (textOrNull(row, 'newest') === textOf(row, 'hlc')) {
        if (known) known.newest = after
        continue
      }
      found += 1
      if (known) known.seqs.push(after)
      else fields.set(key, { seen: textOrNull(row, 'seen_hlc'), seqs: [after], newest: null })
    }
    if (rows.length < portion) return fields
    await setImmediate()
  }
  return fields
}

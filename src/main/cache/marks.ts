// Marked moments of talks: the reader's own, and those that whoever recommended the talk named.
import { Failure } from '../../shared/failure.ts'
import type { ItemId } from '../../shared/item.ts'
import type { Mark, MarkId } from '../../shared/mark.ts'
import { joinNotes, keptNote } from '../../shared/note-words.ts'
import type { Row } from '../platform/sqlite.ts'
import { noteChange } from './changes.ts'
import { numberOf, textOf } from './columns.ts'
import { itemRecord } from './item-row.ts'
import type { Library } from './library.ts'
import type { MarkChanges, MarkShelf } from './mark-shelf.ts'
import { type FieldValue, recordDeletion, recordOperations } from './operations.ts'

/** Marks a transaction when many go at once. */
const batch = 500

type Written = Pick<Mark, 'seconds' | 'note' | 'words'>

export function openMarks(library: Library): MarkShelf {
  const { database, clock } = library

  function kept(id: MarkId): Mark {
    const row = database.get('SELECT * FROM marks WHERE id = ? AND removed_at IS NULL', id)
    if (!row) throw new Failure('mark.unknown', { id })
    return markOf(row)
  }

  function change(id: MarkId, { seconds, note, noteWas }: MarkChanges): Mark {
    return database.transaction(() => {
      const before = kept(id)
      write(library, before, {
        seconds: seconds ?? before.seconds,
        note: note === undefined ? before.note : noteWas === undefined ? keptNote(note) : joinNotes(noteWas, before.note, note),
        words: before.words,
      })
      return kept(id)
    })
  }

  function setRemoved(wanted: readonly MarkId[], removedAt: number | null): number {
    return database.transaction(() => {
      let done = 0
      for (const id of new Set(wanted)) {
        const row = database.get('SELECT item_id FROM marks WHERE id = ? AND (removed_at IS NULL) = ?', id, removedAt === null ? 0 : 1)
        if (!row) continue
        database.run('UPDATE marks SET removed_at = ?, changed_at = ? WHERE id = ?', removedAt, clock.now(), id)
        recordOperations(library, 'mark', id, { removedAt })
        noteChange(library, 'item', textOf(row, 'item_id'))
        done += 1
      }
      return done
    })
  }

  return {
    add: ({ itemId, seconds, note }) =>
      database.transaction(() => {
        itemRecord(library, itemId)
        return markMoment(library, itemId, { seconds, note: keptNote(note), words: '' })
      }),
    change,
    remove: (ids) => setRemoved(ids, clock.now()),
    restore: (ids) => setRemoved(ids, null),
    ofItem: (id) => marksOf(library, id),
  }
}

/** One mark a moment: marked again, words and note stand beside those that are there. Inside the caller's transaction. */
export function markMoment(library: Library, itemId: ItemId, written: Written): Mark {
  const { database, clock, ids } = library
  const same = database.get('SELECT * FROM marks WHERE item_id = ? AND seconds = ? AND removed_at IS NULL', itemId, written.seconds)
  if (same) {
    const before = markOf(same)
    const after = { ...written, note: joinNotes('', before.note, written.note), words: joinNotes('', before.words, written.words) }
    write(library, before, after)
    return { ...before, ...after }
  }
  const mark: Mark = { ...written, id: ids.random() as MarkId, itemId, createdAt: clock.now(), changedAt: clock.now() }
  database.run(
    'INSERT INTO marks (id, item_id, seconds, note, words, created_at, changed_at) VALUES (?, ?, ?, ?, ?, ?, ?)',
    ...[mark.id, itemId, mark.seconds, mark.note, mark.words, mark.createdAt, mark.changedAt],
  )
  const said = { ...(mark.note === '' ? {} : { note: mark.note }), ...(mark.words === '' ? {} : { words: mark.words }) }
  recordOperations(library, 'mark', mark.id, { item: itemId, seconds: mark.seconds, createdAt: mark.createdAt, ...said })
  noteChange(library, 'item', itemId)
  return mark
}

/** A thing that was to find has been found: its moments, removed ones too, go with it. Inside the caller's transaction. */
export function moveMarks(library: Library, from: ItemId, to: ItemId): void {
  const { database } = library
  for (const row of database.all('SELECT * FROM marks WHERE item_id = ?', from)) {
    const mark = markOf(row)
    const twin =
      row.removed_at === null &&
      database.get('SELECT 1 FROM marks WHERE item_id = ? AND seconds = ? AND removed_at IS NULL', to, mark.seconds) !== undefined
    if (twin) {
      markMoment(library, to, mark)
      database.run('DELETE FROM marks WHERE id = ?', mark.id)
      recordDeletion(library, 'mark', mark.id)
    } else {
      database.run('UPDATE marks SET item_id = ? WHERE id = ?', to, mark.id)
      recordOperations(library, 'mark', mark.id, { item: to })
    }
  }
  noteChange(library, 'item', to)
}

/** Removed marks that have rested since `before` become tombstones; answers how many. */
export function sweepRemovedMarks(library: Library, before: number): number {
  const { database } = library
  let swept = 0
  for (;;) {
    const gone = database.transaction(() => {
      const rows = database.all('SELECT id FROM marks WHERE removed_at IS NOT NULL AND removed_at <= ? LIMIT ?', before, batch)
      for (const row of rows) {
        const id = textOf(row, 'id')
        database.run('DELETE FROM marks WHERE id = ?', id)
        recordDeletion(library, 'mark', id)
      }
      return rows.length
    })
    swept += gone
    if (gone < batch) return swept
  }
}

function marksOf({ database }: Library, id: ItemId): readonly Mark[] {
  return database.all('SELECT * FROM marks WHERE item_id = ? AND removed_at IS NULL ORDER BY seconds, created_at, id', id).map(markOf)
}

/** Writes what differs, if anything does. */
function write(library: Library, before: Mark, after: Written): void {
  const fields: Record<string, FieldValue> = {}
  for (const name of ['seconds', 'note', 'words'] as const) if (after[name] !== before[name]) fields[name] = after[name]
  if (Object.keys(fields).length === 0) return
  library.database.run(
    'UPDATE marks SET seconds = ?, note = ?, words = ?, changed_at = ? WHERE id = ?',
    ...[after.seconds, after.note, after.words, library.clock.now(), before.id],
  )
  recordOperations(library, 'mark', before.id, fields)
  noteChange(library, 'item', before.itemId)
}

function markOf(row: Row): Mark {
  return {
    id: textOf(row, 'id') as MarkId,
    itemId: textOf(row, 'item_id') as ItemId,
    seconds: numberOf(row, 'seconds'),
    note: textOf(row, 'note'),
    words: textOf(row, 'words'),
    createdAt: numberOf(row, 'created_at'),
    changedAt: numberOf(row, 'changed_at'),
  }
}

// Marked passages: kept with the copy they were made in, so that they are found exactly. Looking through them is highlight-list.ts.
import { Failure } from '../../shared/failure.ts'
import type { Highlight, HighlightId, PassageAnchor } from '../../shared/highlight.ts'
import type { CopyId } from '../../shared/item.ts'
import { joinNotes, keptNote } from '../../shared/note-words.ts'
import { foldWords } from '../../shared/quote/fold-words.ts'
import { tagNames } from '../../shared/tag-name.ts'
import type { SqlValue } from '../platform/sqlite.ts'
import { noteChange } from './changes.ts'
import { numberOf, textOf } from './columns.ts'
import { copyRow } from './copy-row.ts'
import { listHighlights } from './highlight-list.ts'
import { highlightColumns, highlightOf } from './highlight-row.ts'
import type { HighlightChanges, HighlightShelf, NewHighlight } from './highlight-shelf.ts'
import type { Library } from './library.ts'
import { type FieldValue, recordDeletion, recordOperations } from './operations.ts'

/** Highlights a transaction when many go at once. */
const batch = 500

export function openHighlights(library: Library): HighlightShelf {
  const { database, clock, ids } = library

  function kept(id: HighlightId): Highlight {
    const row = database.get(`SELECT ${highlightColumns} FROM highlights WHERE id = ? AND removed_at IS NULL`, id)
    if (!row) throw new Failure('highlight.unknown', { id })
    return highlightOf(row)
  }

  function add({ copyId, anchor, seconds, colour, note: written, tags: typed }: NewHighlight): Highlight {
    const tags = tagNames(typed)
    const note = keptNote(written)
    const quote = seconds === null ? anchor : { ...anchor, seconds }
    return database.transaction(() => {
      const item = textOf(copyRow(library, copyId), 'item_id')
      const same = markedAlready(item, copyId, anchor)
      if (same) return change(same.id, { colour, note, noteWas: '', tags: [...same.tags, ...tags] })
      const id = ids.random() as HighlightId
      const now = clock.now()
      insert({
        id,
        item_id: item,
        copy_id: copyId,
        quote: JSON.stringify(quote),
        start: anchor.start,
        colour,
        note,
        noted: note === '' ? 0 : 1,
        tags: JSON.stringify(tags),
        folded: foldedOf(anchor.exact, note, tags),
        created_at: now,
        changed_at: now,
      })
      const said = { ...(note === '' ? {} : { note }), ...(tags.length === 0 ? {} : { tags }) }
      recordOperations(library, 'highlight', id, { item, copy: copyId, quote, colour, createdAt: now, ...said })
      noteChange(library, 'highlight', item)
      return kept(id)
    })
  }

  function markedAlready(item: string, copyId: CopyId, { start, end }: PassageAnchor): Highlight | undefined {
    return database
      .all(
        `SELECT ${highlightColumns} FROM highlights WHERE item_id = ? AND start = ? AND copy_id = ? AND removed_at IS NULL`,
        item,
        start,
        copyId,
      )
      .map(highlightOf)
      .find(({ anchor }) => anchor.end === end)
  }

  function insert(columns: Readonly<Record<string, SqlValue>>): void {
    const names = Object.keys(columns)
    database.run(`INSERT INTO highlights (${names.join(', ')}) VALUES (${names.map(() => '?').join(', ')})`, ...Object.values(columns))
  }

  function change(id: HighlightId, changes: HighlightChanges): Highlight {
    return database.transaction(() => {
      const before = kept(id)
      const after = {
        colour: changes.colour ?? before.colour,
        note: changes.note === undefined ? before.note : noteAfter(before.note, changes.note, changes.noteWas),
        tags: changes.tags ? tagNames(changes.tags) : before.tags,
      }
      const fields: Record<string, FieldValue> = {}
      if (after.colour !== before.colour) fields.colour = after.colour
      if (after.note !== before.note) fields.note = after.note
      if (JSON.stringify(after.tags) !== JSON.stringify(before.tags)) fields.tags = after.tags
      if (Object.keys(fields).length === 0) return before
      database.run(
        'UPDATE highlights SET colour = ?, note = ?, noted = ?, tags = ?, folded = ?, changed_at = ? WHERE id = ?',
        after.colour,
        after.note,
        after.note === '' ? 0 : 1,
        JSON.stringify(after.tags),
        foldedOf(before.anchor.exact, after.note, after.tags),
        clock.now(),
        id,
      )
      recordOperations(library, 'highlight', id, fields)
      noteChange(library, 'highlight', before.itemId)
      return kept(id)
    })
  }

  /** Sets or takes back `removed_at` of those that are not so yet. */
  function setRemoved(wanted: readonly HighlightId[], removedAt: number | null): number {
    return database.transaction(() => {
      let done = 0
      for (const id of new Set(wanted)) {
        const row = database.get(`SELECT item_id FROM highlights WHERE id = ? AND (removed_at IS NULL) = ?`, id, removedAt === null ? 0 : 1)
        if (!row) continue
        database.run('UPDATE highlights SET removed_at = ?, changed_at = ? WHERE id = ?', removedAt, clock.now(), id)
        recordOperations(library, 'highlight', id, { removedAt })
        noteChange(library, 'highlight', textOf(row, 'item_id'))
        done += 1
      }
      return done
    })
  }

  return {
    add,
    change,
    remove: (wanted) => setRemoved(wanted, clock.now()),
    restore: (wanted) => setRemoved(wanted, null),
    ofItem: (id) =>
      database
        .all(
          `SELECT ${highlightColumns} FROM highlights JOIN copies ON copies.id = copy_id JOIN items ON items.id = highlights.item_id
            WHERE highlights.item_id = ? AND removed_at IS NULL
            ORDER BY shown_copy IS NOT copy_id, copies.ordinal DESC, start, created_at, highlights.rowid`,
          id,
        )
        .map(highlightOf),
    list: (query) => listHighlights(library, query),
    count() {
      const all = database.get('SELECT count(*) AS n FROM highlights')
      const hidden = database.get(
        `SELECT count(*) AS n FROM highlights WHERE removed_at IS NOT NULL OR item_id IN (SELECT id FROM items WHERE trashed_at IS NOT NULL)`,
      )
      return all && hidden ? numberOf(all, 'n') - numberOf(hidden, 'n') : 0
    },
  }
}

/** Removed highlights that have rested since `before` become tombstones; answers how many. */
export function sweepRemovedHighlights(library: Library, before: number): number {
  const { database } = library
  let swept = 0
  for (;;) {
    const gone = database.transaction(() => {
      const rows = database.all('SELECT id FROM highlights WHERE removed_at IS NOT NULL AND removed_at <= ? LIMIT ?', before, batch)
      for (const row of rows) {
        const id = textOf(row, 'id')
        database.run('DELETE FROM highlights WHERE id = ?', id)
        recordDeletion(library, 'highlight', id)
      }
      return rows.length
    })
    swept += gone
    if (gone < batch) return swept
  }
}

function noteAfter(kept: string, written: string, was: string | undefined): string {
  return was === undefined ? keptNote(written) : joinNotes(was, kept, written)
}

function foldedOf(exact: string, note: string, tags: readonly string[]): string {
  return foldWords([exact, note, ...tags].join('\n'))
}

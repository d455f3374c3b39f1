// Reading lists: what was accepted from a text, in its order, and what the reader does with a list.
import { Failure } from '../../shared/failure.ts'
import type { ItemId } from '../../shared/item.ts'
import type { CutLink, ListId, ListSummary } from '../../shared/list.ts'
import { joinNotes } from '../../shared/note-words.ts'
import { harmlessLine } from '../../shared/text/harmless-signs.ts'
import type { Row, SqlValue } from '../platform/sqlite.ts'
import type { ItemShelf } from './cache.ts'
import { noteChange } from './changes.ts'
import { jsonOf, numberOf, textOf, textOrNull } from './columns.ts'
import { fillItem } from './fill-item.ts'
import { foundAs } from './found-things.ts'
import type { Library } from './library.ts'
import { appendEntries, dropEntries, entriesOf, headEntries, placeEntries } from './list-entries.ts'
import type { AcceptedList, ListShelf } from './list-shelf.ts'
import { markMoment } from './marks.ts'
import { recordOperations } from './operations.ts'
import { saveEntry } from './save-entry.ts'
import { keepSource, recommend, recommendationsOf, sourceIdOf, sourceOf, sweepSources } from './sources.ts'

const summaries = `SELECT lists.id, lists.title, lists.created_at, lists.changed_at, count(items.id) AS items,
    coalesce(sum(items.reading = 2), 0) AS read, coalesce(sum(items.state = 'complete'), 0) AS complete,
    coalesce(sum(items.words), 0) AS words, coalesce(sum(items.minutes), 0) AS minutes
  FROM lists LEFT JOIN list_entries ON list_id = lists.id LEFT JOIN items ON items.id = item_id AND items.place <> 'trash'`

export function openLists(library: Library, items: Pick<ItemShelf, 'save' | 'itemIdOf' | 'byComparisonKey' | 'summaries'>): ListShelf {
  const { database, clock } = library

  function summaryOf(id: ListId): ListSummary {
    const row = database.get(`${summaries} WHERE lists.id = ? AND removed_at IS NULL GROUP BY lists.id`, id)
    if (!row) throw new Failure('list.unknown', { id })
    return summaryFrom(row)
  }

  /** Inside the caller's transaction. */
  function touch(
    id: ListId,
    columns: Readonly<Record<string, SqlValue>> = {},
    fields: Readonly<Record<string, string | boolean>> = {},
  ): void {
    const names = Object.keys(columns)
    database.run(
      `UPDATE lists SET ${names.map((name) => `${name} = ?, `).join('')}changed_at = ? WHERE id = ?`,
      ...Object.values(columns),
      clock.now(),
      id,
    )
    recordOperations(library, 'list', id, fields)
    noteChange(library, 'list', id)
  }

  /** The list of `accepted`, made when it is a new one; the same text again joins the list it made before. */
  function listFor(accepted: AcceptedList, sourceId: string | null): ListId | null {
    const { list } = accepted
    if (list === null) return null
    if ('into' in list) return intoList(summaryOf(list.into), sourceId)
    const before = sourceId === null ? null : listOfSource(sourceId)
    if (before) return textOf(before, 'id') as ListId
    return newList(list.title, sourceId)
  }

  function listOfSource(sourceId: string): Row | null {
    const from = 'FROM lists WHERE source_id = ? AND removed_at IS NULL'
    return database.get(`SELECT id, title ${from} ORDER BY ordinal LIMIT 1`, sourceId) ?? null
  }

  /** A list that holds nothing yet becomes the list of the text that fills it. */
  function intoList({ id, items: held }: ListSummary, sourceId: string | null): ListId {
    const own = textOrNull(database.get('SELECT source_id FROM lists WHERE id = ?', id) ?? { source_id: null }, 'source_id')
    if (held === 0 && own === null && sourceId !== null) touch(id, { source_id: sourceId }, { source: sourceId })
    return id
  }

  /** Inside the caller's transaction. */
  function newList(named: string, sourceId: string | null): ListId {
    const id = library.ids.random() as ListId
    const title = harmlessLine(named)
    const now = clock.now()
    database.run('INSERT INTO lists (id, title, source_id, created_at, changed_at) VALUES (?, ?, ?, ?, ?)', id, title, sourceId, now, now)
    recordOperations(library, 'list', id, { title, source: sourceId, createdAt: now })
    return id
  }

  return {
    accept: (accepted, options) =>
      database.transaction(() => {
        const source = accepted.source === null ? null : keepSource(library, accepted.source)
        const saved = accepted.entries.map((entry) => saveEntry(library, items, entry, options))
        const list = listFor(accepted, source)
        const rows = accepted.entries.map((facts, at) => ({ facts, id: idAt(saved, at) }))
        if (list !== null) {
          appendEntries(library, list, rows)
          touch(list)
        }
        if (source !== null) for (const [id, said] of saidOf(rows)) recommend(library, id, source, said.words, said.cut)
        for (const { id, facts } of rows) for (const moment of facts.moments) markMoment(library, id, { ...moment, note: '' })
        return { list: list === null ? null : summaryOf(list), saved }
      }),
    make: (title) =>
      database.transaction(() => {
        const id = newList(title, null)
        touch(id)
        return summaryOf(id)
      }),
    list: () =>
      database
        .all(`${summaries} WHERE removed_at IS NULL GROUP BY lists.id ORDER BY lists.changed_at DESC, lists.ordinal DESC`)
        .map(summaryFrom),
    get(id) {
      const list = summaryOf(id)
      const source = textOrNull(database.get('SELECT source_id FROM lists WHERE id = ?', id) ?? { source_id: null }, 'source_id')
      return { list, source: source === null ? null : sourceOf(library, source) }
    },
    entries(id) {
      summaryOf(id)
      return entriesOf(library, id)
    },
    rename: (id, title) =>
      database.transaction(() => {
        summaryOf(id)
        const line = harmlessLine(title)
        touch(id, { title: line }, { title: line })
        return summaryOf(id)
      }),
    remove: (id) =>
      database.transaction(() => {
        if (!database.get('SELECT 1 FROM lists WHERE id = ? AND removed_at IS NULL', id)) return false
        touch(id, { removed_at: clock.now() }, { removed: true })
        return true
      }),
    restore: (id) =>
      database.transaction(() => {
        touch(id, { removed_at: null }, { removed: false })
        return summaryOf(id)
      }),
    place: (id, moved, before, headings) =>
      database.transaction(() => {
        summaryOf(id)
        placeEntries(library, id, moved, before)
        if (headings !== undefined) headEntries(library, id, moved, headings)
        touch(id)
      }),
    add: (id, added, before = null) =>
      database.transaction(() => {
        summaryOf(id)
        const gained = appendEntries(library, id, added)
        if (before !== null) placeEntries(library, id, gained, before)
        if (gained.length > 0) touch(id)
        return gained
      }),
    take: (id, taken) =>
      database.transaction(() => {
        summaryOf(id)
        const gone = dropEntries(library, id, taken)
        if (gone.length > 0) touch(id)
        return gone
      }),
    merge: (from, into) =>
      database.transaction(() => {
        summaryOf(from)
        summaryOf(into)
        const gained = appendEntries(
          library,
          into,
          entriesOf(library, from).map(({ item, ...facts }) => ({ id: item.id, facts })),
        )
        touch(from, { removed_at: clock.now() }, { removed: true })
        touch(into)
        return gained
      }),
    ofItem: (id) =>
      database
        .all(
          `SELECT lists.id, lists.title FROM list_entries JOIN lists ON lists.id = list_id
            WHERE item_id = ? AND removed_at IS NULL ORDER BY lists.ordinal`,
          id,
        )
        .map((row) => ({ id: textOf(row, 'id') as ListId, title: textOf(row, 'title') })),
    titleFor(text) {
      const list = listOfSource(sourceIdOf(text))
      return list ? textOf(list, 'title') : null
    },
    wanted(key) {
      const found = foundAs(library, items.itemIdOf(key))
      return (found === null ? null : items.summaries([found])[0]) ?? items.byComparisonKey(key)
    },
    recommendationsOf: (id) => recommendationsOf(library, id),
    alternatesOf: (id) =>
      database
        .all('SELECT alternates FROM list_entries WHERE item_id = ?', id)
        .flatMap((row) => jsonOf<readonly string[]>(row, 'alternates')),
    fill: (id, row, options) => fillItem(library, items, id, row, options),
  }
}

/** What a text says of each item: of one it names several times, everything. */
function saidOf(rows: readonly { readonly id: ItemId; readonly facts: AcceptedList['entries'][number] }[]) {
  const said = new Map<ItemId, { words: string; cut: CutLink | null }>()
  for (const { id, facts } of rows) {
    const before = said.get(id)
    said.set(id, { words: joinNotes('', before?.words ?? '', facts.recommendation ?? ''), cut: before?.cut ?? facts.cut })
  }
  return said
}

function idAt(saved: readonly { readonly item: { readonly id: ItemId } }[], at: number): ItemId {
  const one = saved[at]
  if (!one) throw new Error('the cache saved fewer rows than it was given')
  return one.item.id
}

function summaryFrom(row: Row): ListSummary {
  return {
    id: textOf(row, 'id') as ListId,
    title: textOf(row, 'title'),
    items: numberOf(row, 'items'),
    read: numberOf(row, 'read'),
    complete: numberOf(row, 'complete'),
    words: numberOf(row, 'words'),
    minutes: numberOf(row, 'minutes'),
    createdAt: numberOf(row, 'created_at'),
    changedAt: numberOf(row, 'changed_at'),
  }
}

/** Lists removed before a moment go for good, and the texts nobody points to with them. */
export function sweepLists(library: Library, before: number): void {
  library.database.transaction(() => {
    library.database.run('DELETE FROM lists WHERE removed_at IS NOT NULL AND removed_at <= ?', before)
    sweepSources(library)
  })
}

// The order of a list: an item stands in it once, between two numbers that leave room for another.
import type { ItemId } from '../../shared/item.ts'
import type { ListEntry, ListId } from '../../shared/list.ts'
import { jsonOf, numberOf, numberOrNull, textOf, textOrNull } from './columns.ts'
import { itemSummaries } from './item-row.ts'
import type { Library } from './library.ts'
import type { EntryFacts } from './list-shelf.ts'
import { recordOperations } from './operations.ts'

const step = 1_024
/** Below this two neighbours have no room between them, and the whole list is numbered anew. */
const leastRoom = 1e-6

const noFacts: EntryFacts = { headings: [], title: null, alternates: [] }

/** Appends those that are not in it; answers them. Inside the caller's transaction, as its neighbours are. */
export function appendEntries(
  library: Library,
  list: ListId,
  items: readonly { readonly id: ItemId; readonly facts?: EntryFacts }[],
): readonly ItemId[] {
  const { database } = library
  let position = numberOrNull(lastOf(library, list), 'last') ?? 0
  const gained: ItemId[] = []
  for (const { id, facts = noFacts } of items) {
    if (database.get('SELECT 1 FROM list_entries WHERE list_id = ? AND item_id = ?', list, id)) continue
    position += step
    database.run(
      'INSERT INTO list_entries (list_id, item_id, position, headings, title, alternates) VALUES (?, ?, ?, ?, ?, ?)',
      ...[list, id, position, JSON.stringify(facts.headings), facts.title, JSON.stringify(facts.alternates)],
    )
    recordOperations(library, 'list', list, { [`entry:${id}`]: { position, ...facts } })
    gained.push(id)
  }
  return gained
}

function lastOf({ database }: Library, list: ListId) {
  return database.get('SELECT max(position) AS last FROM list_entries WHERE list_id = ?', list) ?? { last: null }
}

/** Takes items out; answers those that were in it. */
export function dropEntries(library: Library, list: ListId, items: readonly ItemId[]): readonly ItemId[] {
  const gone = items.filter((id) => library.database.run('DELETE FROM list_entries WHERE list_id = ? AND item_id = ?', list, id) > 0)
  recordOperations(library, 'list', list, Object.fromEntries(gone.map((id) => [`entry:${id}`, null])))
  return gone
}

/** Puts items of the list before another one of its items, in the order given; `before` null, or not in the list: at its end. */
export function placeEntries(library: Library, list: ListId, items: readonly ItemId[], before: ItemId | null): void {
  const moving = new Set(items)
  const rows = positionsOf(library, list)
  const known = new Map(rows.map((row) => [row.id, row]))
  const moved = items.filter((id) => known.has(id))
  const staying = rows.filter(({ id }) => !moving.has(id))
  const at = before === null ? -1 : staying.findIndex(({ id }) => id === before)
  const upper = at < 0 ? null : (staying[at]?.position ?? null)
  const lower = (at < 0 ? staying.at(-1) : staying[at - 1])?.position ?? (upper === null ? 0 : upper - step * (moved.length + 1))
  const gap = upper === null ? step : (upper - lower) / (moved.length + 1)
  if (gap < leastRoom) {
    const order = [...staying.slice(0, at), ...moved.map((id) => ({ id })), ...staying.slice(at)]
    for (const [index, { id }] of order.entries()) setPosition(library, list, id, (index + 1) * step)
    return
  }
  for (const [index, id] of moved.entries()) setPosition(library, list, id, lower + gap * (index + 1))
}

function setPosition(library: Library, list: ListId, id: ItemId, position: number): void {
  if (library.database.run('UPDATE list_entries SET position = ? WHERE list_id = ? AND item_id = ?', position, list, id) > 0)
    recordOperations(library, 'list', list, { [`position:${id}`]: position })
}

/** Puts items under other headings, where they stand. */
export function headEntries(library: Library, list: ListId, items: readonly ItemId[], headings: readonly string[]): void {
  for (const id of items) {
    const changed = library.database.run(
      'UPDATE list_entries SET headings = ? WHERE list_id = ? AND item_id = ?',
      ...[JSON.stringify(headings), list, id],
    )
    if (changed > 0) recordOperations(library, 'list', list, { [`headings:${id}`]: [...headings] })
  }
}

function positionsOf({ database }: Library, list: ListId): readonly { readonly id: ItemId; readonly position: number }[] {
  return database
    .all('SELECT item_id, position FROM list_entries WHERE list_id = ? ORDER BY position, item_id', list)
    .map((row) => ({ id: textOf(row, 'item_id') as ItemId, position: numberOf(row, 'position') }))
}

/** In their order; what rests in the trash is left out. */
export function entriesOf(library: Library, list: ListId): readonly ListEntry[] {
  const rows = library.database.all(
    'SELECT item_id, headings, title, alternates FROM list_entries WHERE list_id = ? ORDER BY position, item_id',
    list,
  )
  const items = new Map(
    itemSummaries(
      library,
      rows.map((row) => textOf(row, 'item_id') as ItemId),
    ).map((item) => [item.id, item]),
  )
  return rows.flatMap((row) => {
    const item = items.get(textOf(row, 'item_id') as ItemId)
    if (item === undefined || item.place === 'trash') return []
    return [
      {
        item,
        headings: jsonOf<string[]>(row, 'headings'),
        title: textOrNull(row, 'title'),
        alternates: jsonOf<string[]>(row, 'alternates'),
        recommendation: item.recommendation,
      },
    ]
  })
}

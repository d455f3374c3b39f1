// The one way a row of items changes: what is really different is written, with its operations, the news and the index's line.
import { Failure } from '../../shared/failure.ts'
import type { ItemId } from '../../shared/item.ts'
import type { SqlValue } from '../platform/sqlite.ts'
import { noteChange } from './changes.ts'
import type { Library } from './library.ts'
import { type FieldValue, recordOperations, recordRevival } from './operations.ts'
import { noteForIndex } from './outbox.ts'
import { tellSeries } from './series.ts'

/** Columns that travel to other machines, with the name of their field there. */
const synced = {
  comparison_key: 'comparisonKey',
  url: 'url',
  original_link: 'originalLink',
  kind: 'kind',
  page_title: 'title',
  given_title: 'givenTitle',
  byline: 'byline',
  site_name: 'siteName',
  lang: 'lang',
  excerpt: 'excerpt',
  published_time: 'publishedTime',
  words: 'words',
  minutes: 'minutes',
  start_seconds: 'startSeconds',
  duration_seconds: 'durationSeconds',
  talk: 'talk',
  lead_image: 'leadImage',
  favicon: 'favicon',
  shown_copy: 'shownCopy',
  place: 'place',
  favourite: 'favourite',
  position: 'position',
  progress: 'progress',
  furthest: 'furthest',
  anchor: 'anchor',
  wanted: 'wanted',
  given_series: 'givenSeries',
  added_at: 'addedAt',
} as const satisfies Record<string, string>

type SyncedColumn = keyof typeof synced
type LocalColumn =
  | 'host'
  | 'site_key'
  | 'group_at'
  | 'typed'
  | 'state'
  | 'report'
  | 'remarks'
  | 'failure'
  | 'trashed_at'
  | 'bytes'
  | 'recommendation'
const localColumns: readonly LocalColumn[] = [
  'host',
  'site_key',
  'group_at',
  'typed',
  'state',
  'report',
  'remarks',
  'failure',
  'trashed_at',
  'recommendation',
]
/** Every column that is written as it is; what an item weighs is worked out. */
export const plainItemColumns: readonly (keyof ItemColumns)[] = [...(Object.keys(synced) as SyncedColumn[]), ...localColumns]
export type ItemColumns = { readonly [Column in SyncedColumn | LocalColumn]?: SqlValue }

/** What a new row holds when nothing else is said; such a field needs no operation. */
const defaults: Readonly<Record<string, SqlValue>> = { words: 0, minutes: 0, favourite: 0, position: 0, progress: 0, furthest: 0 }
/** What the search index or its choice of documents is made from. */
const indexed: ReadonlySet<string> = new Set([
  'page_title',
  'given_title',
  'byline',
  'site_name',
  'url',
  'lang',
  'place',
  'shown_copy',
  'talk',
])

/** Kept as JSON, told as what it says. */
const asJson: ReadonlySet<string> = new Set(['talk', 'anchor', 'wanted', 'given_series'])

/** What the series is told from. */
const telling: ReadonlySet<string> = new Set(['page_title', 'given_title', 'site_name', 'given_series'])

/** Writes what differs; false when nothing does, and then nothing at all is written. Throws item.unknown. */
export function changeItem(library: Library, id: ItemId, columns: ItemColumns): boolean {
  const { database, clock } = library
  return database.transaction(() => {
    const names = Object.keys(columns).sort()
    if (names.length === 0) return false
    const before = database.get(`SELECT ${names.join(', ')} FROM items WHERE id = ?`, id)
    if (!before) throw new Failure('item.unknown', { id })
    const changed = entriesOf(columns).filter(([name, value]) => before[name] !== value)
    if (changed.length === 0) return false
    const set = changed.map(([name]) => `${name} = ?`).join(', ')
    database.run(`UPDATE items SET ${set}, changed_at = ? WHERE id = ?`, ...changed.map(([, value]) => value), clock.now(), id)
    if (changed.some(([name]) => telling.has(name))) tellSeries(library, id)
    recordOperations(library, 'item', id, fieldsOf(changed))
    noteChange(library, 'item', id)
    if (changed.some(([name]) => indexed.has(name))) noteForIndex(library, id)
    return true
  })
}

/** Adds a row; one that was deleted forever comes to life again, and then says every field anew. */
export function addItem(library: Library, id: ItemId, columns: ItemColumns): void {
  const { database, clock } = library
  database.transaction(() => {
    const all = entriesOf(columns)
    database.run(
      `INSERT INTO items (id, changed_at, ${all.map(([name]) => name).join(', ')}) VALUES (?, ?${', ?'.repeat(all.length)})`,
      id,
      clock.now(),
      ...all.map(([, value]) => value),
    )
    tellSeries(library, id)
    if (recordRevival(library, 'item', id)) recordOperations(library, 'item', id, fieldsOf([...entriesOf(defaults), ...all]))
    else recordOperations(library, 'item', id, fieldsOf(all.filter(([name, value]) => value !== null && value !== defaults[name])))
    noteChange(library, 'item', id)
    noteForIndex(library, id)
  })
}

function entriesOf(columns: ItemColumns): readonly (readonly [string, SqlValue])[] {
  return Object.entries(columns)
    .flatMap(([name, value]) => (value === undefined ? [] : [[name, value] as const]))
    .sort(([one], [other]) => (one < other ? -1 : 1))
}

function fieldsOf(columns: readonly (readonly [string, SqlValue])[]): Record<string, FieldValue> {
  return Object.fromEntries(
    columns.flatMap(([name, value]) => (name in synced ? [[synced[name as SyncedColumn], fieldValue(name, value)] as const] : [])),
  )
}

function fieldValue(name: string, value: SqlValue): FieldValue {
  if (name === 'favourite') return value === 1
  if (asJson.has(name) && typeof value === 'string') return JSON.parse(value) as FieldValue
  return typeof value === 'string' || typeof value === 'number' ? value : null
}

// A row of the items table as the ItemSummary and ItemRecord the house speaks of.
import { Failure } from '../../shared/failure.ts'
import type { BlobHash, CopyId, ItemId, ItemKind, ItemPlace, ItemState, ItemSummary, SeriesPlace } from '../../shared/item.ts'
import type { Row } from '../platform/sqlite.ts'
import type { ItemRecord } from './cache.ts'
import { jsonOf, jsonOrNull, numberOf, numberOrNull, textOf, textOrNull } from './columns.ts'
import type { Library } from './library.ts'

/** Everything a summary needs, and none of the wide columns it does not. */
export const summaryColumns =
  'id, url, title, kind, state, place, favourite, byline, site_name, host, lang, excerpt, published_time, words, minutes, start_seconds, ' +
  'duration_seconds, lead_image, favicon, progress, added_at, changed_at, trashed_at, shown_copy, report, remarks, failure, tags, series_key, series_title, series_part, recommendation, wanted'

export function summaryOf(row: Row): ItemSummary {
  return {
    id: textOf(row, 'id') as ItemId,
    url: textOf(row, 'url'),
    title: textOf(row, 'title'),
    kind: textOf(row, 'kind') as ItemKind,
    state: textOf(row, 'state') as ItemState,
    place: textOf(row, 'place') as ItemPlace,
    favourite: numberOf(row, 'favourite') === 1,
    byline: textOrNull(row, 'byline'),
    siteName: textOrNull(row, 'site_name'),
    host: textOf(row, 'host'),
    lang: textOrNull(row, 'lang'),
    excerpt: textOrNull(row, 'excerpt'),
    publishedTime: textOrNull(row, 'published_time'),
    words: numberOf(row, 'words'),
    minutes: numberOf(row, 'minutes'),
    startSeconds: numberOrNull(row, 'start_seconds'),
    durationSeconds: numberOrNull(row, 'duration_seconds'),
    leadImage: textOrNull(row, 'lead_image') as BlobHash | null,
    favicon: textOrNull(row, 'favicon') as BlobHash | null,
    tags: jsonOf(row, 'tags'),
    series: seriesOf(row),
    recommendation: textOrNull(row, 'recommendation'),
    wanted: jsonOrNull(row, 'wanted'),
    progress: numberOf(row, 'progress'),
    addedAt: numberOf(row, 'added_at'),
    changedAt: numberOf(row, 'changed_at'),
    trashedAt: numberOrNull(row, 'trashed_at'),
    shownCopy: textOrNull(row, 'shown_copy') as CopyId | null,
    report: jsonOrNull(row, 'report'),
    remarks: jsonOf(row, 'remarks'),
    failure: jsonOrNull(row, 'failure'),
  }
}

function seriesOf(row: Row): SeriesPlace | null {
  const key = textOrNull(row, 'series_key')
  return key === null ? null : { key, title: textOf(row, 'series_title'), part: numberOrNull(row, 'series_part') }
}

/** Throws item.unknown. */
export function itemSummary(library: Library, id: ItemId): ItemSummary {
  const row = library.database.get(`SELECT ${summaryColumns} FROM items WHERE id = ?`, id)
  if (!row) throw new Failure('item.unknown', { id })
  return summaryOf(row)
}

/** In the order asked for; an id that is not there is left out. */
export function itemSummaries(library: Library, ids: readonly ItemId[]): readonly ItemSummary[] {
  const rows = library.database.all(`SELECT ${summaryColumns} FROM items WHERE id IN (SELECT value FROM json_each(?))`, JSON.stringify(ids))
  const known = new Map(rows.map((row) => [textOf(row, 'id'), row]))
  return ids.flatMap((id) => {
    const row = known.get(id)
    return row ? [summaryOf(row)] : []
  })
}

/** By their rowids, in the order asked for; one that is not there is left out. */
export function itemSummariesByOrdinal(library: Library, ordinals: readonly number[]): readonly ItemSummary[] {
  const rows = library.database.all(
    `SELECT ordinal, ${summaryColumns} FROM items WHERE ordinal IN (SELECT value FROM json_each(?))`,
    JSON.stringify(ordinals),
  )
  const known = new Map(rows.map((row) => [numberOf(row, 'ordinal'), row]))
  return ordinals.flatMap((ordinal) => {
    const row = known.get(ordinal)
    return row ? [summaryOf(row)] : []
  })
}

/** Throws item.unknown. */
export function itemRecord(library: Library, id: ItemId): ItemRecord {
  const row = library.database.get(
    `SELECT ${summaryColumns}, comparison_key, original_link, typed, talk, position, anchor FROM items WHERE id = ?`,
    id,
  )
  if (!row) throw new Failure('item.unknown', { id })
  return {
    item: summaryOf(row),
    comparisonKey: textOf(row, 'comparison_key'),
    originalLink: textOf(row, 'original_link'),
    typed: numberOf(row, 'typed') === 1,
    talk: jsonOrNull(row, 'talk'),
    position: numberOf(row, 'position'),
    anchor: jsonOrNull(row, 'anchor'),
  }
}

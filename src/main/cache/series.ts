// Series of the library: which items belong together by their titles, and where a series stands in a list.
import type { ItemId, ItemPlace, ItemState, SeriesPlace } from '../../shared/item.ts'
import { seriesPlaceOf } from '../../shared/series.ts'
import type { Row } from '../platform/sqlite.ts'
import { jsonOrNull, numberOf, numberOrNull, textOf, textOrNull } from './columns.ts'
import type { Library } from './library.ts'
import type { SeriesShelf, SeriesSummary } from './series-shelf.ts'

/**
 * Tells the series of a row anew, after its title or site changed or the row is new, and lets all parts of a series stand where the newest
 * one stands. Inside the caller's transaction. A part that leaves a series lets the others stand where they are.
 */
export function tellSeries(library: Library, id: ItemId): void {
  const { database } = library
  const row = database.get(
    'SELECT title, host, site_name, added_at, given_series, series_key, series_title, series_part FROM items WHERE id = ?',
    id,
  )
  if (!row) return
  const place =
    jsonOrNull<SeriesPlace>(row, 'given_series') ??
    seriesPlaceOf({ title: textOf(row, 'title'), host: textOf(row, 'host'), siteName: textOrNull(row, 'site_name') })
  const same =
    place?.key === (textOrNull(row, 'series_key') ?? undefined) && place?.title === (textOrNull(row, 'series_title') ?? undefined)
  if (same && (place?.part ?? null) === numberOrNull(row, 'series_part')) return
  const added = numberOf(row, 'added_at')
  const newest = place ? newestOf(library, place.key) : null
  const groupAt = Math.max(added, newest ?? added)
  database.run(
    'UPDATE items SET series_key = ?, series_title = ?, series_part = ?, group_at = ? WHERE id = ?',
    ...[place?.key ?? null, place?.title ?? null, place?.part ?? null, groupAt, id],
  )
  // Only the newest part moves the others; whoever comes later but was added earlier finds them where they are.
  if (place && newest !== null && newest < groupAt)
    database.run('UPDATE items SET group_at = ? WHERE series_key = ? AND group_at < ?', groupAt, place.key, groupAt)
}

function newestOf({ database }: Library, key: string): number | null {
  const row = database.get('SELECT group_at FROM items WHERE series_key = ? LIMIT 1', key)
  return row ? numberOf(row, 'group_at') : null
}

export function openSeries(library: Library): Pick<SeriesShelf, 'list'> {
  return {
    list() {
      const rows = library.database.all(
        `SELECT id, title, host, site_name, byline, series_key, series_title, series_part, minutes, progress, state, place
           FROM items JOIN (
             SELECT series_key AS key, max(added_at) AS newest FROM items INDEXED BY items_of_series
               WHERE series_key IS NOT NULL AND place <> 'trash' GROUP BY series_key HAVING count(*) > 1
           ) ON series_key = key
          WHERE place <> 'trash' ORDER BY newest DESC, series_key, series_part, ordinal`,
      )
      const parts = Map.groupBy(rows, (row) => textOf(row, 'series_key'))
      return [...parts].map(([key, of]) => summaryOf(key, of))
    },
  }
}

function summaryOf(key: string, rows: readonly Row[]): SeriesSummary {
  const told = (column: string) => rows.find((row) => row[column] !== null)
  const [first] = rows
  const byline = told('byline')
  const siteName = told('site_name')
  return {
    key,
    title: first ? textOf(first, 'series_title') : '',
    byline: byline ? textOf(byline, 'byline') : null,
    siteName: siteName ? textOf(siteName, 'site_name') : null,
    host: first ? textOf(first, 'host') : '',
    minutes: rows.reduce((sum, row) => sum + numberOf(row, 'minutes'), 0),
    parts: rows.map((row) => ({
      id: textOf(row, 'id') as ItemId,
      title: textOf(row, 'title'),
      part: numberOrNull(row, 'series_part'),
      minutes: numberOf(row, 'minutes'),
      progress: numberOf(row, 'progress'),
      state: textOf(row, 'state') as ItemState,
      place: textOf(row, 'place') as ItemPlace,
    })),
  }
}

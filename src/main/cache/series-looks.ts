// What looks at list pages and feeds found of a series: its parts, in the library or not. Kept on this machine, for the offer to take the rest.
import { comparisonKey } from '../../shared/address/canonical-url.ts'
import type { FailureValue } from '../../shared/failure.ts'
import type { ItemId } from '../../shared/item.ts'
import { jsonOrNull, numberOf, numberOrNull, textOf, textOrNull } from './columns.ts'
import { itemIdOf } from './items.ts'
import type { Library } from './library.ts'
import type { SeriesShelf } from './series-shelf.ts'

export function openSeriesLooks({ database, clock }: Library): Pick<SeriesShelf, 'members' | 'known' | 'noteLook'> {
  const members: SeriesShelf['members'] = (key) =>
    database
      .all(
        `SELECT id, title, url, typed, series_title, series_part FROM items
            WHERE series_key = ? AND place <> 'trash' AND url <> '' ORDER BY series_part IS NULL, series_part, ordinal`,
        key,
      )
      .map((row) => ({
        id: textOf(row, 'id') as ItemId,
        title: textOf(row, 'title'),
        url: textOf(row, 'url'),
        typed: numberOf(row, 'typed') === 1,
        series: textOf(row, 'series_title'),
        part: numberOrNull(row, 'series_part'),
      }))

  return {
    members,

    known(key) {
      const look = database.get('SELECT index_url, looked_at, failure FROM series_looks WHERE series_key = ?', key)
      if (!look) return { indexUrl: null, lookedAt: null, failure: null, parts: [] }
      // A part may have been saved under the address it was sent on to: then its number tells that it is here.
      const byNumber = new Map(members(key).flatMap(({ id, part }) => (part === null ? [] : [[part, id] as const])))
      const here = (id: ItemId) => database.get(`SELECT 1 FROM items WHERE id = ? AND place <> 'trash'`, id) !== undefined
      const parts = database.all('SELECT comparison_key, part, title, url FROM series_parts WHERE series_key = ? ORDER BY position', key)
      return {
        indexUrl: textOrNull(look, 'index_url'),
        lookedAt: numberOrNull(look, 'looked_at'),
        failure: jsonOrNull<FailureValue>(look, 'failure'),
        parts: parts.map((row) => {
          const id = itemIdOf(textOf(row, 'comparison_key'))
          const part = numberOrNull(row, 'part')
          return {
            part,
            title: textOf(row, 'title'),
            url: textOf(row, 'url'),
            item: here(id) ? id : part === null ? null : (byNumber.get(part) ?? null),
          }
        }),
      }
    },

    noteLook(key, { indexUrl, parts, failure }) {
      database.transaction(() => {
        database.run(
          `INSERT INTO series_looks (series_key, index_url, looked_at, failure) VALUES (?, ?, ?, ?)
            ON CONFLICT DO UPDATE SET index_url = coalesce(excluded.index_url, index_url), looked_at = excluded.looked_at, failure = excluded.failure`,
          key,
          indexUrl,
          clock.now(),
          failure === null ? null : JSON.stringify(failure),
        )
        // A look that found nothing takes nothing away of what an earlier one found.
        if (parts.length === 0) return
        database.run('DELETE FROM series_parts WHERE series_key = ?', key)
        for (const [at, { part, title, url }] of parts.entries())
          database.run('INSERT OR IGNORE INTO series_parts VALUES (?, ?, ?, ?, ?, ?)', key, comparisonKey(url), at, part, title, url)
      })
    },
  }
}

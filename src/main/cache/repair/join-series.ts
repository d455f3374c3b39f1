// What looks found of series, out of the damaged file: which parts there are that may not be in the library. Joined to what the backup holds;
// the parts themselves are items and are joined there.
import { z } from 'zod'
import { comparisonKey } from '../../../shared/address/canonical-url.ts'
import type { Row } from '../../platform/sqlite.ts'
import type { Library } from '../library.ts'
import type { Salvaged } from './salvage.ts'
import { isReadable, json, putRow, Whole } from './salvaged-row.ts'

/** Inside the caller's transaction. No count of them is told: they can be looked for again, which asks the network. */
export function joinSeries(library: Library, salvaged: Salvaged): void {
  for (const row of salvaged.seriesLooks) takeLook(library, row)
  for (const row of salvaged.seriesParts) takePart(library, row)
}

const LookRow = z.looseObject({
  series_key: z.string().min(1),
  index_url: z.url().nullable(),
  looked_at: Whole.nullable(),
  failure: json(z.object({ code: z.string() })).nullable(),
})

function takeLook(library: Library, row: Row): void {
  if (LookRow.safeParse(row).success && isReadable(row)) putRow(library, 'series_looks', ['series_key'], row)
}

const PartRow = z.looseObject({
  series_key: z.string().min(1),
  comparison_key: z.string(),
  position: Whole,
  part: z.number().nullable(),
  title: z.string(),
  url: z.url(),
})

/** Its key is told by its address, and its look must be there: it says when the part was found. */
function takePart(library: Library, row: Row): void {
  if (!PartRow.safeParse(row).success || !isReadable(row) || comparisonKey(String(row.url)) !== row.comparison_key) return
  if (!library.database.get('SELECT 1 FROM series_looks WHERE series_key = ?', row.series_key ?? null)) return
  putRow(library, 'series_parts', ['series_key', 'comparison_key'], row)
}

// The parts of a series that its list page has and the text does not name: rows of the preview like the others, in the order of their numbers. Pure.
import type { LookedUpPart, LookedUpSeries } from '../../shared/calls/look-up-calls.ts'
import type { ListRow } from './list-rows.ts'

/**
 * `rows` with the parts of `found` that none of them is. They stand with the parts the text names: between them where those go by their numbers,
 * else behind them. `wholeLinks`: what a look made of cut links, by row.
 */
export function withFoundParts(
  rows: readonly ListRow[],
  found: readonly LookedUpSeries[],
  wholeLinks: ReadonlyMap<string, string>,
): readonly ListRow[] {
  return found.reduce((all, series) => joined(all, series, wholeLinks), rows)
}

function joined(rows: readonly ListRow[], series: LookedUpSeries, wholeLinks: ReadonlyMap<string, string>): readonly ListRow[] {
  const linkOf = (row: ListRow) => plain(row.item.url ?? wholeLinks.get(row.key) ?? '')
  const urls = new Set(series.parts.map(({ url }) => plain(url)))
  const named = rows.filter((row) => urls.has(linkOf(row)))
  const here = new Set(named.map(linkOf))
  const isHead = (row: ListRow) => row.item.kind === 'series' && linkOf(row) === plain(series.indexUrl ?? '')
  const last = rows.findLastIndex(named.length > 0 ? (row) => named.includes(row) : isHead)
  // A page that lists another series than the text speaks of offers nothing.
  if (last < 0) return rows
  const label = rows[last]?.label.split('.')[0] ?? ''
  const rest = series.parts.filter(({ url }) => !here.has(plain(url))).map((part) => restRow(part, series, label))
  const numbers = named.map((row) => row.item.partNumber ?? Number.NaN)
  const counts = numbers.every((number, at) => at === 0 || (numbers[at - 1] ?? Number.NaN) < number)
  const first = rows.findIndex((row) => named.includes(row))
  const together = named.length > 0 && last - first + 1 === named.length
  if (!counts || !together) return [...rows.slice(0, last + 1), ...rest, ...rows.slice(last + 1)]
  const [begins] = named
  const among = [...named.map((row) => ({ ...row, heading: null, series: null })), ...rest].toSorted((a, b) => numberOf(a) - numberOf(b))
  // What stood over the first part stands over the one that is the first now.
  const headed = among.map((row, at) =>
    at === 0 && begins !== undefined ? { ...row, heading: begins.heading, series: begins.series } : row,
  )
  return [...rows.slice(0, first), ...headed, ...rows.slice(last + 1)]
}

function numberOf({ item }: ListRow): number {
  return item.partNumber ?? Number.MAX_SAFE_INTEGER
}

function restRow(part: LookedUpPart, series: LookedUpSeries, label: string): ListRow {
  const number = part.part === null ? '' : String(part.part)
  return {
    key: `found ${part.url}`,
    item: {
      url: part.url,
      originalLink: null,
      title: part.title === '' ? null : part.title,
      kind: 'article',
      by: null,
      startSeconds: null,
      durationSeconds: null,
      truncated: false,
      urlPrefix: null,
      resolveVia: series.indexUrl,
      partOf: series.title,
      partNumber: part.part,
      recommendation: null,
      group: [],
      alternates: [],
      duplicateOf: null,
      status: 'ready',
      at: 0,
      already: part.already,
      wantedKey: null,
      private: part.private,
      failure: null,
    },
    moments: [],
    number,
    label: `${label}.${number}`,
    isPart: true,
    heading: null,
    series: null,
    foundOn: series.indexUrl,
  }
}

function plain(url: string): string {
  return url
    .replace(/^https?:\/\/(?:www\.)?/i, '')
    .replace(/#.*$/, '')
    .replace(/\/$/, '')
}

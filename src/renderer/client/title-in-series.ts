// A part's title where its series is named beside it: without the series' name and the number, which stand there already. Pure.
import type { ItemSummary } from '../../shared/item.ts'

const number = String.raw`(?:#|no\.?|nr\.?|part|pt\.?|chapter|episode|lesson)?\s*[([]?(?:\d{1,4}|[ivxlc]{1,6})[)\]]?`
const sign = String.raw`[\s:.,;|\-–—/]`
const leading = new RegExp(`^${sign}*(?:${number}(?=${sign}|$))?${sign}*`, 'iu')
const trailing = new RegExp(`${sign}*[([]?\\s*(?:${number})?\\s*[)\\]]?$`, 'iu')

/**
 * "Python behind the scenes #2: how the CPython compiler works" becomes "How the CPython compiler works". A title that says
 * nothing else, or does not name its series at either end, stays as it is.
 */
export function titleInSeries(title: string, series: string): string {
  const name = series.trim()
  if (name === '') return title
  const low = title.toLowerCase()
  const at = low.indexOf(name.toLowerCase())
  // Lower case can change a text's length in a few scripts; then nothing is cut.
  if (at < 0 || low.length !== title.length) return title
  const before = title.slice(0, at)
  const behind = title.slice(at + name.length)
  const rest = /[\p{L}\p{N}]/u.test(before)
    ? saysNumber(behind)
      ? before.replace(/[\s:.,;|\-–—/([]+$/u, '')
      : title
    : behind.replace(leading, '')
  if (!/\p{L}/u.test(rest)) return title
  return `${rest.charAt(0).toLocaleUpperCase()}${rest.slice(1)}`
}

/**
 * A title where its series is not named beside it, cut in two as it stands: what names the series, which may give way first, and the rest.
 * `series` is empty when the title does not begin with it.
 */
export function splitTitle({ title, series }: Pick<ItemSummary, 'title' | 'series'>): { readonly series: string; readonly own: string } {
  const own = series === null ? title : titleInSeries(title, series.title)
  const from = title.length - own.length
  return title.slice(from).toLowerCase() === own.toLowerCase()
    ? { series: title.slice(0, from), own: title.slice(from) }
    : { series: '', own: title }
}

/** The title of an item where its series and number stand beside it. */
export function partTitle({ title, series }: Pick<ItemSummary, 'title' | 'series'>): string {
  return series === null || series.part === null ? title : titleInSeries(title, series.title)
}

function saysNumber(text: string): boolean {
  return text.replace(trailing, '').trim() === ''
}

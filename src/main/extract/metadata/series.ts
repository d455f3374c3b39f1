// The series a page says in JSON-LD that it is a part of (schema.org `isPartOf`). What its title says is told in shared/series.ts.
import { isType, type LinkedData, textOf } from './json-ld.ts'

/** Not a magazine, a website or a volume, of which every page is a part. */
const seriesTypes = /^(?:CreativeWork|Book|Movie|Podcast|Radio|TV|Video)?Series$/i
const longestName = 300

export type ToldSeries = { readonly title: string; readonly part: number | null }

/** `own`: what JSON-LD says of the article itself. Null when it names no series, or only the site. */
export function readSeries(own: readonly LinkedData[], siteName: string | null): ToldSeries | null {
  for (const thing of own) {
    for (const whole of [thing.isPartOf].flat()) {
      if (typeof whole !== 'object' || whole === null || !isType(whole as LinkedData, seriesTypes)) continue
      const title = textOf((whole as LinkedData).name)
      if (title === null || title.length > longestName || title === siteName) continue
      const part = Number(textOf(thing.partNumber ?? thing.episodeNumber ?? thing.position) ?? Number.NaN)
      return { title, part: Number.isSafeInteger(part) && part > 0 && part < 10_000 ? part : null }
    }
  }
  return null
}

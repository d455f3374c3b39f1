// Whether a changed item makes what is known of the series untrue: their answer is long, and most changes are none of theirs. Pure.
import type { OutputOf } from '../../shared/contract.ts'
import type { ItemSummary } from '../../shared/item.ts'

type Series = OutputOf<'series.list'>['series']

export function touchesSeries(known: Series, item: ItemSummary): boolean {
  for (const series of known) {
    const part = series.parts.find(({ id }) => id === item.id)
    if (part === undefined) continue
    return (
      item.series?.key !== series.key ||
      item.series.title !== series.title ||
      item.series.part !== part.part ||
      item.byline !== series.byline ||
      item.siteName !== series.siteName ||
      item.title !== part.title ||
      item.minutes !== part.minutes ||
      item.progress !== part.progress ||
      item.state !== part.state ||
      item.place !== part.place
    )
  }
  // Not a part so far: only what can become one, or brings a series about with another, has to be looked at.
  return item.series !== null && item.place !== 'trash'
}

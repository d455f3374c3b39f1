// In the details of a part that is the only one of its series here: which series that is, and the way to its other parts.
import type { ItemSummary } from '../../shared/item.ts'
import type { ItemActions } from '../client/item-actions.ts'
import { SeriesParts } from './series-parts.tsx'

/** Nothing for an item that tells of no series. */
export function LonePart({ item, actions }: { readonly item: ItemSummary; readonly actions: ItemActions }) {
  const { series } = item
  if (series === null || item.url === '') return null
  return (
    <section className="sect">
      <h3>Its series</h3>
      <p>
        {series.part === null ? 'A part' : `Part ${series.part}`} of <b dir="auto">{series.title}</b>, the only one here.
      </p>
      <SeriesParts key={series.key} series={{ ...series, parts: [{ part: series.part }] }} actions={actions} />
    </section>
  )
}

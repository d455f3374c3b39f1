// Where a part of a series is missing, among those that are here: its number, what is known of it, and the way to save it.
// biome-ignore-all lint/a11y/useSemanticElements: a table cannot be virtualised; the grid roles say what it is
// biome-ignore-all lint/a11y/useFocusableInteractive: what can be done in it is its own button
import type { SeriesGap } from './series-gaps.ts'

type Props = {
  readonly gap: SeriesGap
  /** Among all rows of the grid. */
  readonly index: number
  readonly top: number
  readonly height: number
  readonly onTake: (url: string) => void
}

export function GapRow({ gap, index, top, height, onTake }: Props) {
  const { first, last, found } = gap
  const name = first === last ? `Part ${first}` : `Parts ${first} ${last === first + 1 ? 'and' : 'to'} ${last}`
  return (
    <div role="row" aria-rowindex={index + 1} className="gap" style={{ top, height }}>
      <span role="gridcell" className="no num">
        {first === last ? first : `${first}–${last}`}
      </span>
      <span role="gridcell" className="cut" dir="auto">
        {found === null || found.title === '' ? name : found.title}
      </span>
      <span role="gridcell" className="end">
        not here
        {found === null ? null : (
          <button type="button" className="btn sm bare" aria-label={`Save part ${first}`} onClick={() => onTake(found.url)}>
            Save
          </button>
        )}
      </span>
    </div>
  )
}

// The heading over the parts of one series in a list: fold, title, whose it is, where to go on, and the shelf. 90 px, whatever it says.
// biome-ignore-all lint/a11y/useSemanticElements: a table cannot be virtualised; the grid roles say what it is
// biome-ignore-all lint/a11y/useFocusableInteractive: what can be done in it are its own buttons
import { ChevronDown, ChevronRight } from 'lucide-react'
import { memo } from 'react'
import { Icon } from '../design/icon.tsx'
import { seriesHref } from './library-place.ts'
import { goOnWords, nextPart, type Series, seriesFacts } from './series-facts.ts'
import { Shelf } from './shelf.tsx'

type Props = {
  /** Null while the series themselves are on their way: the room is kept. */
  readonly series: Series | null
  readonly folded: boolean
  /** Among all rows of the grid. */
  readonly index: number
  readonly top: number
  readonly height: number
  readonly currentId: string | null
  readonly onFold: (key: string) => void
}

export const SeriesHeading = memo(function SeriesHeading({ series, folded, index, top, height, currentId, onFold }: Props) {
  const next = series === null ? null : nextPart(series)
  return (
    <div role="row" aria-rowindex={index + 1} className="series" style={{ height, top }}>
      {series === null ? (
        <span role="gridcell" />
      ) : (
        <div role="gridcell">
          <button
            type="button"
            className="fold"
            aria-expanded={!folded}
            aria-label={folded ? `Unfold ${series.title}` : `Fold ${series.title}`}
            title={folded ? `Unfold ${series.title}` : `Fold ${series.title}`}
            onClick={() => onFold(series.key)}
          >
            <Icon of={folded ? ChevronRight : ChevronDown} />
          </button>
          <div className="line">
            <h2 dir="auto">
              <a href={seriesHref(series.key)}>{series.title}</a>
            </h2>
            <span className="by num">
              {seriesFacts(series)}
              <span className="more">, {series.siteName ?? series.host}</span>
            </span>
            {next === null ? null : (
              <a className="btn sm" href={`#/item/${next.id}`}>
                {goOnWords(series, next)}
              </a>
            )}
          </div>
          <Shelf series={series} currentId={currentId} onPart={(id) => location.assign(`#/item/${id}`)} />
        </div>
      )}
    </div>
  )
})

// Under the title of a series' own screen: whose it is, where to go on, its shelf, and what of it is not here.
import type { ItemId } from '../../shared/item.ts'
import type { ItemActions } from '../client/item-actions.ts'
import { finished } from '../client/item-words.ts'
import { goOnWords, nextPart, type Series, seriesFacts } from './series-facts.ts'
import { SeriesParts } from './series-parts.tsx'
import { Shelf } from './shelf.tsx'

type Props = { readonly series: Series; readonly actions: ItemActions; readonly onOpen: (id: ItemId) => void }

export function SeriesHead({ series, actions, onOpen }: Props) {
  const next = nextPart(series)
  return (
    <div className="series-head">
      <p className="num">
        {seriesFacts(series)}, {series.siteName ?? series.host}
      </p>
      {next === null ? (
        <span className="quiet">
          {series.parts.every(({ progress }) => progress >= finished) ? 'All of it is read' : 'Nothing of the rest is on this machine yet'}
        </span>
      ) : (
        <a className="btn primary" href={`#/item/${next.id}`}>
          {goOnWords(series, next)}
        </a>
      )}
      <Shelf series={series} currentId={next?.id ?? null} onPart={onOpen} />
      <SeriesParts series={series} actions={actions} />
    </div>
  )
}

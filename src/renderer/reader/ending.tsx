// What stands under the last line: the next part of the series, or the end; and what one does with what has been read.
import type { ItemSummary } from '../../shared/item.ts'
import type { ItemActions } from '../client/item-actions.ts'
import { hasOriginal } from '../client/item-words.ts'
import { minutesWords } from '../design/amounts.ts'
import { KeysShown } from '../design/keys-shown.tsx'
import { hashOf } from '../routes.ts'
import { goTo } from '../use-route.ts'
import { PartNotHere } from './part-not-here.tsx'
import type { SeriesHere } from './use-series.ts'

type Props = {
  readonly item: ItemSummary
  readonly series: SeriesHere | null
  readonly actions: ItemActions
  readonly onBack: () => void
}

export function Ending({ item, series, actions, onBack }: Props) {
  const archive =
    item.place === 'archive'
      ? null
      : () => {
          actions.move([item], 'archive')
          onBack()
        }
  if (series !== null) return <NextPart series={series} actions={actions} onArchive={archive} />
  return (
    <footer className="ending">
      <p className="quiet">The end</p>
      {archive === null ? null : (
        <button type="button" className="btn" onClick={archive}>
          Archive <KeysShown keys="e" />
        </button>
      )}
      {hasOriginal(item) ? (
        <button type="button" className="btn" onClick={() => actions.openOutside(item.url)}>
          Original <KeysShown keys="o" />
        </button>
      ) : null}
      <button type="button" className="btn bare" onClick={onBack}>
        Back to the library <KeysShown keys="Escape" />
      </button>
    </footer>
  )
}

type NextProps = { readonly series: SeriesHere; readonly actions: ItemActions; readonly onArchive: (() => void) | null }

function NextPart({ series, actions, onArchive }: NextProps) {
  const { next, previous, total, key, list } = series
  const along = list === null ? {} : { list }
  const word = list === null ? 'part' : 'number'
  return (
    <nav className="next-part" aria-label={series.list === null ? 'Next part' : 'Next in the list'}>
      {next === null ? (
        <p>
          {list === null ? 'The last part here of' : 'The last of'} {total}
          <b>{series.title}</b>
        </p>
      ) : (
        <>
          <p>
            Next, {word} {next.number} of {total}
            <b dir="auto">{next.title}</b>
            {next.minutes > 0 ? `${minutesWords(next.minutes)}, ` : ''}
            {next.complete ? 'complete on this machine' : 'not all of it is on this machine'}
          </p>
          <button type="button" className="btn primary" onClick={() => goTo({ screen: 'item', id: next.id, copy: null, ...along })}>
            {list === null ? `Read part ${next.number}` : 'Read the next'} <KeysShown keys="Shift+j" />
          </button>
        </>
      )}
      {list === null ? <PartNotHere series={series} actions={actions} /> : null}
      <p className="foot">
        {onArchive === null ? null : (
          <button type="button" className="link" onClick={onArchive}>
            {list === null ? 'Archive this part' : 'Archive this'}
          </button>
        )}
        {previous === null ? null : (
          <a className="link" dir="auto" href={hashOf({ screen: 'item', id: previous.id, copy: null, ...along })}>
            {list === null ? 'Part' : 'Before it,'} {previous.number}: {previous.title}
          </a>
        )}
        <a className="link" href={hashOf(list === null ? { screen: 'series', key } : { screen: 'list', id: list })}>
          {list === null ? `All ${total} parts` : `All ${total} of the list`}
        </a>
      </p>
    </nav>
  )
}

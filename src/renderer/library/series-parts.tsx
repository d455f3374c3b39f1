// What of a series is not here: found on its list page or only told by a gap in the numbers; taken, or looked for.
import { ListPlus, Search } from 'lucide-react'
import { useState } from 'react'
import { wordsFor } from '../../shared/failure-words.ts'
import type { ItemActions } from '../client/item-actions.ts'
import { takeParts } from '../client/take-parts.ts'
import { titleInSeries } from '../client/title-in-series.ts'
import { useAskAgain, useCall, useClient } from '../client/use-call.ts'
import { amount } from '../design/amounts.ts'
import { Icon } from '../design/icon.tsx'
import { foundWords, lookedWords, missingNumbers, numbersWords } from './missing-parts.ts'
import type { Part, Series } from './series-facts.ts'

type Props = {
  readonly series: Pick<Series, 'key' | 'title'> & { readonly parts: readonly Pick<Part, 'part'>[] }
  readonly actions: ItemActions
}

export function SeriesParts({ series, actions }: Props) {
  const client = useClient()
  const again = useAskAgain()
  const known = useCall('series.known', { key: series.key }).data
  const [looking, setLooking] = useState(false)
  const [shown, setShown] = useState(false)
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set())
  if (known === undefined) return null
  const missing = known.parts.filter(({ item }) => item === null)
  const chosen = missing.filter(({ url }) => !left.has(url))
  const gaps = missing.length > 0 ? [] : missingNumbers(series)

  const look = async () => {
    setLooking(true)
    try {
      const now = await client.call('series.look', { key: series.key })
      if (now.failure === null) actions.say(lookedWords(known, now))
    } finally {
      setLooking(false)
      again('series.known')
    }
  }
  return (
    <div className="series-parts">
      <p role="status">
        {missing.length > 0 ? foundWords(known.parts.length, missing.length) : gaps.length > 0 ? `${numbersWords(gaps)} not here.` : null}
      </p>
      {missing.length > 0 ? (
        <>
          <button
            type="button"
            className="btn sm"
            disabled={chosen.length === 0}
            onClick={() =>
              actions.attempt(async () => {
                await takeParts(client, actions, series, chosen)
                again('series.known')
              })
            }
          >
            <Icon of={ListPlus} small />
            {chosen.length === missing.length || chosen.length === 0
              ? `Take the ${missing.length > 1 ? `${missing.length} others` : 'other one'}`
              : `Take ${amount(chosen.length, 'part', 'parts')}`}
          </button>
          <button type="button" className="link" aria-expanded={shown} onClick={() => setShown(!shown)}>
            {shown ? 'Hide them' : 'Show them'}
          </button>
        </>
      ) : null}
      <button
        type="button"
        className="btn sm bare"
        disabled={looking}
        title="Asks the page that lists the series, its feed and its neighbours. Nothing is saved."
        onClick={() => actions.attempt(look)}
      >
        <Icon of={Search} small />
        {looking ? 'Looking…' : known.lookedAt === null ? 'Look for more parts' : 'Look for new parts'}
      </button>
      {known.failure === null ? null : <p className="warn">{wordsFor(known.failure).says}</p>}
      {shown && missing.length > 0 ? (
        <ul className="missing-parts" aria-label="Parts that are not here">
          {missing.map(({ url, title, part }) => (
            <li key={url}>
              <label>
                <input
                  type="checkbox"
                  className="box"
                  checked={!left.has(url)}
                  onChange={(event) => {
                    const next = new Set(left)
                    if (event.target.checked) next.delete(url)
                    else next.add(url)
                    setLeft(next)
                  }}
                />
                <span className="no num">{part ?? ''}</span>
                <b className="cut" dir="auto">
                  {title === '' ? url : titleInSeries(title, series.title)}
                </b>
              </label>
            </li>
          ))}
        </ul>
      ) : null}
    </div>
  )
}

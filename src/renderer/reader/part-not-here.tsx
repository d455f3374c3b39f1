// Under the last line of a part whose next one is not in the library: which one it is, and the way to have it.
import { useState } from 'react'
import type { ItemActions } from '../client/item-actions.ts'
import { takeParts } from '../client/take-parts.ts'
import { titleInSeries } from '../client/title-in-series.ts'
import { useAskAgain, useCall, useClient } from '../client/use-call.ts'
import type { SeriesHere } from './use-series.ts'

/** Nothing while the next part by number is here, and where no look has ever found it. */
export function PartNotHere({ series, actions }: { readonly series: SeriesHere; readonly actions: ItemActions }) {
  const client = useClient()
  const again = useAskAgain()
  const [taking, setTaking] = useState(false)
  const { key, title, here } = series
  const known = useCall('series.known', { key }, { enabled: series.list === null }).data
  const part = known?.parts.find((one) => one.part === here.number + 1 && one.item === null)
  if (part === undefined) return null
  const take = async () => {
    setTaking(true)
    try {
      await takeParts(client, actions, { key, title }, [part])
      again('series.known')
    } finally {
      setTaking(false)
    }
  }
  return (
    <p className="not-here">
      Part {part.part} is not in your library: <b dir="auto">{titleInSeries(part.title, title)}</b>
      <button type="button" className="btn sm" disabled={taking} onClick={() => actions.attempt(take)}>
        {taking ? 'Saving…' : `Save part ${part.part}`}
      </button>
    </p>
  )
}

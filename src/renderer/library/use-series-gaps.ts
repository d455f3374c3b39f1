// The gaps of the series whose parts are shown, and how one is filled.
import { useMemo } from 'react'
import type { ItemActions } from '../client/item-actions.ts'
import { takeParts } from '../client/take-parts.ts'
import { useAskAgain, useCall, useClient } from '../client/use-call.ts'
import type { Series } from './series-facts.ts'
import { type SeriesGap, seriesGaps } from './series-gaps.ts'

const none: readonly SeriesGap[] = []

/** `whole`: every part that is here has its row; otherwise nobody could say where a gap belongs, and none is shown. */
export function useSeriesGaps(series: Series | null, whole: boolean, actions: ItemActions) {
  const client = useClient()
  const again = useAskAgain()
  const known = useCall('series.known', { key: series?.key ?? '' }, { enabled: series !== null }).data
  const gaps = useMemo(
    () => (series === null || known === undefined || !whole ? none : seriesGaps(series, known.parts)),
    [series, known, whole],
  )
  const take = (url: string) =>
    actions.attempt(async () => {
      if (series !== null) await takeParts(client, actions, series, [{ url }])
      again('series.known')
    })
  return { gaps, take }
}

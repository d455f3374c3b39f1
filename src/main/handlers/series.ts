// Calls about series and sites: what the library falls into by itself.
import { lookForSeries, takeParts } from '../jobs/lists/look-for-series.ts'
import type { HandlersFor } from './handler.ts'
import type { Rooms } from './rooms.ts'

export function siteHandlers({ tools }: Rooms): HandlersFor<'site'> {
  return { 'site.list': () => ({ sites: [...tools.cache.items.sites(500)] }) }
}

/** The reader waits for it; a site is asked with pauses between its pages. */
const lookMs = 90_000

export function seriesHandlers({ tools, queue, role }: Rooms): HandlersFor<'series'> {
  const { cache } = tools
  return {
    'series.list': () => ({ series: cache.series.list() }),
    'series.known': ({ key }) => cache.series.known(key),
    'series.look': ({ key }) => lookForSeries(key, cache, { signal: AbortSignal.timeout(lookMs), tools }),
    'series.take': (input) => {
      const results = takeParts(input, cache, { lease: role === 'short' })
      queue.wake()
      return { results }
    },
  }
}

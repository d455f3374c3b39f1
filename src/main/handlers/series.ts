// Calls about series.
import type { HandlersFor } from './handler.ts'
import type { Rooms } from './rooms.ts'

export function seriesHandlers({ tools }: Rooms): HandlersFor<'series'> {
  return { 'series.list': () => ({ series: tools.cache.series.list() }) }
}

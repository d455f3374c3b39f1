// Calls about series and sites: what the library falls into by itself.
import type { HandlersFor } from './handler.ts'
import type { Rooms } from './rooms.ts'

export function siteHandlers({ tools }: Rooms): HandlersFor<'site'> {
  return { 'site.list': () => ({ sites: [...tools.cache.items.sites(500)] }) }
}

export function seriesHandlers({ tools }: Rooms): HandlersFor<'series'> {
  return { 'series.list': () => ({ series: tools.cache.series.list() }) }
}

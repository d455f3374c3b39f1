// The library's series by their key, for headings, the rail and the panel.
import { useMemo } from 'react'
import { useCall } from '../client/use-call.ts'
import type { Series } from './series-facts.ts'

export function useSeries(): ReadonlyMap<string, Series> {
  const all = useCall('series.list', {}).data?.series
  return useMemo(() => new Map((all ?? []).map((series) => [series.key, series])), [all])
}

// The series in the rail, those with the newest parts first; the rest stands behind one press.
import { useState } from 'react'
import { useCall } from '../client/use-call.ts'
import { seriesHref } from './library-place.ts'
import { RailEntry } from './rail-entry.tsx'

const shownFirst = 12

export function RailSeries({ here, stop }: { readonly here: string; readonly stop: string }) {
  const series = useCall('series.list', {}).data?.series ?? []
  const [all, setAll] = useState(false)
  if (series.length === 0) return null
  const shown = all ? series : series.filter(({ key }, at) => at < shownFirst || seriesHref(key) === here)
  return (
    <ul className="lists" aria-label="Series">
      {shown.map(({ key, title, parts }) => (
        <RailEntry key={key} href={seriesHref(key)} here={here} n={parts.length} tabStop={stop === seriesHref(key)}>
          <span className="cut" dir="auto" title={title}>
            {title}
          </span>
        </RailEntry>
      ))}
      {series.length > shownFirst ? (
        <li>
          <button type="button" className="all" aria-expanded={all} onClick={() => setAll(!all)}>
            {all ? 'Show fewer' : `Show all ${series.length} series`}
          </button>
        </li>
      ) : null}
    </ul>
  )
}

// The things of a text as a list: headings, series with their parts, and one row each.
import { Fragment } from 'react'
import type { ChosenRow, Correction } from './list-choice.ts'
import { PickedRow } from './picked-row.tsx'

type Props = {
  readonly rows: readonly ChosenRow[]
  readonly joins: boolean
  readonly onTick: (row: ChosenRow, ticked: boolean) => void
  readonly onCorrect: (row: ChosenRow, correction: Correction) => void
}

export function ListPicks({ rows, joins, onTick, onCorrect }: Props) {
  return rows.map((row) => (
    <Fragment key={row.key}>
      {row.heading === null ? null : (
        <li className="pick-heading">
          <h3 dir="auto">{row.heading}</h3>
        </li>
      )}
      {row.series === null ? null : (
        <li className="pick-series">
          <span className="no num">{row.label.split('.')[0]}</span>
          <b className="cut" dir="auto">
            {row.series}
          </b>
          <span className="k">series</span>
        </li>
      )}
      <PickedRow row={row} joins={joins} onTick={(ticked) => onTick(row, ticked)} onCorrect={(correction) => onCorrect(row, correction)} />
    </Fragment>
  ))
}

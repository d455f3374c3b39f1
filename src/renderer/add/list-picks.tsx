// The things of a text as a list: headings, series with their parts, and one row each.
import { Fragment, useState } from 'react'
import { FoundPartsRow } from './found-parts-row.tsx'
import type { ChosenRow, Correction } from './list-choice.ts'
import { PickedRow } from './picked-row.tsx'

type Props = {
  readonly rows: readonly ChosenRow[]
  readonly joins: boolean
  readonly onTick: (row: ChosenRow, ticked: boolean) => void
  readonly onTickAll: (rows: readonly ChosenRow[], ticked: boolean) => void
  readonly onCorrect: (row: ChosenRow, correction: Correction) => void
}

export function ListPicks({ rows, joins, onTick, onTickAll, onCorrect }: Props) {
  /** Pages whose found parts are shown each by itself. */
  const [unfolded, setUnfolded] = useState<ReadonlySet<string>>(new Set())
  const show = (page: string) => setUnfolded((now) => new Set(now.has(page) ? [...now].filter((one) => one !== page) : [...now, page]))
  return blocksOf(rows).map((block) => {
    const page = block.find(({ foundOn }) => foundOn !== null)?.foundOn ?? null
    const found = block.filter(({ foundOn }) => foundOn !== null)
    const shown = page === null || unfolded.has(page) ? block : block.filter(({ foundOn }) => foundOn === null)
    const [first] = block
    return (
      <Fragment key={first?.key}>
        {first === undefined || first.heading === null ? null : (
          <li className="pick-heading">
            <h3 dir="auto">{first.heading}</h3>
          </li>
        )}
        {first === undefined || first.series === null ? null : (
          <li className="pick-series">
            <span className="no num">{first.label.split('.')[0]}</span>
            <b className="cut" dir="auto">
              {first.series}
            </b>
            <span className="k">series</span>
          </li>
        )}
        {shown.map((row) => (
          <PickedRow
            key={row.key}
            row={row}
            joins={joins}
            onTick={(ticked) => onTick(row, ticked)}
            onCorrect={(correction) => onCorrect(row, correction)}
          />
        ))}
        {page === null ? null : (
          <FoundPartsRow
            rows={found}
            named={block.length - found.length}
            shown={unfolded.has(page)}
            onShow={() => show(page)}
            onTick={(ticked) => onTickAll(found, ticked)}
          />
        )}
      </Fragment>
    )
  })
}

/** The parts of one series are one block; everything else stands by itself. A heading, or the name of a series, begins a block. */
function blocksOf(rows: readonly ChosenRow[]): readonly (readonly ChosenRow[])[] {
  const blocks: ChosenRow[][] = []
  for (const row of rows) {
    const last = blocks.at(-1)
    if (row.isPart && row.series === null && row.heading === null && last?.[0]?.isPart) last.push(row)
    else blocks.push([row])
  }
  return blocks
}

// The parts of a series that only its list page names: one line with one box, until they are shown each by itself.
import { useEffect, useRef } from 'react'
import { amount } from '../design/amounts.ts'
import type { ChosenRow } from './list-choice.ts'

type Props = {
  /** Those the text does not name, and how many of the series' parts it does. */
  readonly rows: readonly ChosenRow[]
  readonly named: number
  readonly shown: boolean
  readonly onShow: () => void
  readonly onTick: (ticked: boolean) => void
}

export function FoundPartsRow({ rows, named, shown, onShow, onTick }: Props) {
  const box = useRef<HTMLInputElement>(null)
  const ticked = rows.filter((row) => row.ticked).length
  const some = ticked > 0 && ticked < rows.length
  useEffect(() => {
    // There is no attribute for it.
    if (box.current !== null) box.current.indeterminate = some
  }, [some])
  const words =
    named === 0 ? `${amount(rows.length, 'part', 'parts')} on the list page` : `The other ${amount(rows.length, 'part', 'parts')}`
  return (
    <li className="pick is-part found-parts">
      <div className="line">
        <input
          ref={box}
          type="checkbox"
          className="box"
          aria-label={words}
          checked={ticked === rows.length}
          onChange={() => onTick(ticked === 0)}
        />
        <span className="no num" />
        <span className="t">{words}</span>
        <span className="k">
          {named === 0 ? '' : `${rows.length + named} found, ${named} named. `}
          <button type="button" className="link" aria-expanded={shown} onClick={onShow}>
            {shown ? 'Hide' : 'Show'}
          </button>
        </span>
        <span />
      </div>
    </li>
  )
}

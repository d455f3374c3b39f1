// The parts of a series that only its list page names: one line with one box, until they are shown each by itself.
import { amount } from '../design/amounts.ts'
import { AllBox } from './all-box.tsx'
import { type ChosenRow, isTickedByAll } from './list-choice.ts'

type Props = {
  /** Those the text does not name, and how many of the series' parts it does. */
  readonly rows: readonly ChosenRow[]
  readonly named: number
  readonly shown: boolean
  readonly onShow: () => void
  readonly onTick: (ticked: boolean) => void
}

export function FoundPartsRow({ rows, named, shown, onShow, onTick }: Props) {
  const words =
    named === 0 ? `${amount(rows.length, 'part', 'parts')} on the list page` : `The other ${amount(rows.length, 'part', 'parts')}`
  return (
    <li className="pick is-part found-parts">
      <div className="line">
        <AllBox
          label={words}
          some={rows.some((row) => row.ticked)}
          all={rows.filter(isTickedByAll).every((row) => row.ticked)}
          onTick={onTick}
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

// The controls of how articles are set: five faces, four dials, three switches. The Aa panel and the settings show the same ones.
import { useId } from 'react'
import type { Reading } from '../../shared/settings.ts'
import { faces } from './reading-variables.ts'
import './type.css'

type Props = {
  readonly reading: Reading
  readonly onChange: (changes: Partial<Reading>) => void
  /** False: the article says no language, so nothing can be hyphenated. */
  readonly canHyphenate: boolean
}

export function TypeControls({ reading, onChange, canHyphenate }: Props) {
  const name = useId()
  return (
    <div className="type-controls">
      <div className="faces" role="radiogroup" aria-label="Face">
        {faces.map((face) => (
          <label key={face.value} style={{ fontFamily: face.family }}>
            <input
              type="radio"
              className="sr"
              name={name}
              value={face.value}
              aria-label={face.label}
              checked={reading.font === face.value}
              onChange={() => onChange({ font: face.value })}
            />
            <span aria-hidden="true">Aa</span>
            <small aria-hidden="true">{face.label}</small>
          </label>
        ))}
      </div>
      <Dial
        name="Size"
        value={reading.size}
        min={12}
        max={24}
        step={1}
        shown={`${reading.size} px`}
        onTurn={(size) => onChange({ size })}
      />
      <Dial
        name="Line height"
        value={reading.leading}
        min={1.2}
        max={2.5}
        step={0.02}
        shown={reading.leading.toFixed(2)}
        onTurn={(leading) => onChange({ leading })}
      />
      <Dial
        name="Width"
        value={reading.measure}
        min={28}
        max={52}
        step={1}
        shown={`${reading.measure} em`}
        onTurn={(measure) => onChange({ measure })}
      />
      <Dial
        name="Code size"
        value={reading.codeSize}
        min={0.7}
        max={1.1}
        step={0.02}
        shown={`${Math.round(reading.codeSize * 100)} %`}
        onTurn={(codeSize) => onChange({ codeSize })}
      />
      <hr />
      <Flip name="Justify" on={reading.justify} onFlip={(justify) => onChange({ justify })} />
      <Flip
        name="Hyphenate"
        on={reading.hyphenate}
        onFlip={(hyphenate) => onChange({ hyphenate })}
        {...(canHyphenate ? {} : { says: 'This page does not say its language' })}
      />
      <Flip name="Wrap code" on={reading.wrapCode} onFlip={(wrapCode) => onChange({ wrapCode })} />
    </div>
  )
}

type DialProps = {
  readonly name: string
  readonly value: number
  readonly min: number
  readonly max: number
  readonly step: number
  /** The value with its unit, also for a screen reader. */
  readonly shown: string
  readonly onTurn: (value: number) => void
}

function Dial({ name, value, min, max, step, shown, onTurn }: DialProps) {
  return (
    <label className="dial">
      <span>{name}</span>
      <input
        type="range"
        aria-label={name}
        aria-valuetext={shown}
        {...{ min, max, step, value }}
        style={{ '--turned': (100 * (value - min)) / (max - min) }}
        onChange={(event) => onTurn(Number(event.target.value))}
      />
      <output aria-hidden="true">{shown}</output>
    </label>
  )
}

type FlipProps = { readonly name: string; readonly on: boolean; readonly onFlip: (on: boolean) => void; readonly says?: string }

function Flip({ name, on, onFlip, says }: FlipProps) {
  const note = useId()
  return (
    <label className="flip">
      <span>
        {name}
        {says === undefined ? null : <small id={note}>{says}</small>}
      </span>
      <input
        type="checkbox"
        className="switch"
        aria-label={name}
        aria-describedby={says === undefined ? undefined : note}
        checked={on}
        onChange={(event) => onFlip(event.target.checked)}
      />
    </label>
  )
}

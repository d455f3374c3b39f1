// The text as it came, with the links that were understood numbered as in the list beside it.
import { Fragment } from 'react'
import type { TextMark } from './text-marks.ts'

type Props = { readonly text: string; readonly marks: readonly TextMark[] }

export function MarkedText({ text, marks }: Props) {
  const ends = [0, ...marks.map(({ at, length }) => at + length)]
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, so it must be reached by keyboard
    <section className="text marked scrolls" aria-label="The text" tabIndex={0} dir="auto">
      {marks.map(({ at, length, label, cut }, index) => (
        <Fragment key={at}>
          {text.slice(ends[index], at)}
          <u className={cut ? 'is-cut' : undefined}>{text.slice(at, at + length)}</u>
          <sup className={cut ? 'c' : undefined}>{label}</sup>
        </Fragment>
      ))}
      {text.slice(ends.at(-1))}
    </section>
  )
}

// The text as it came, with the links that were understood numbered as in the list beside it.
import { Fragment } from 'react'
import type { Understood } from './understood.ts'

type Props = {
  readonly text: string
  readonly links: readonly Understood[]
}

export function MarkedText({ text, links }: Props) {
  const marks = links.map((link, index) => ({ link, number: index + 1 })).toSorted((a, b) => a.link.at - b.link.at)
  const ends = [0, ...marks.map(({ link }) => link.at + link.length)]
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, so it must be reached by keyboard
    <section className="text marked scrolls" aria-label="The text" tabIndex={0} dir="auto">
      {marks.map(({ link, number }, index) => {
        const cut = link.failure !== null
        return (
          <Fragment key={link.link}>
            {text.slice(ends[index], link.at)}
            <u className={cut ? 'is-cut' : undefined}>{text.slice(link.at, link.at + link.length)}</u>
            <sup className={cut ? 'c' : undefined}>{number}</sup>
          </Fragment>
        )
      })}
      {text.slice(ends.at(-1))}
    </section>
  )
}

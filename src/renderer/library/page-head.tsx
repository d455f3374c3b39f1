// The head of a screen of the library: its title, a sentence of truth about it, quiet tools, and what stands below them.
import type { ReactNode } from 'react'

type Props = {
  readonly title: string
  /** What stands in the heading instead of the title: a field while it is renamed. */
  readonly heading?: ReactNode
  readonly sub: ReactNode
  readonly tools: ReactNode
  /** Below the head and above the rows, at the text's edge. */
  readonly under?: ReactNode
}

export function PageHead({ title, heading, sub, tools, under }: Props) {
  return (
    <>
      <div className="head">
        <div className="words">
          <h1 dir="auto">{heading ?? title}</h1>
          <div className="sub">{sub}</div>
        </div>
        <div className="tools">{tools}</div>
      </div>
      {under === undefined || under === null ? null : <div className="under">{under}</div>}
    </>
  )
}

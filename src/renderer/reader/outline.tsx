// The outline beside the article: what was passed, where one is, what is left; and beneath it the series, when it is in one.
import { hashOf } from '../routes.ts'
import type { Heading } from './headings.ts'
import type { SeriesHere } from './use-series.ts'

type Props = {
  readonly headings: readonly Heading[]
  /** Each section's share of the longest one, 0 to 1: its mark is as long. */
  readonly lengths: readonly number[]
  readonly current: number
  readonly series: SeriesHere | null
  /** What stands over the headings; null: in this article, or part. */
  readonly name: string | null
  readonly onGo: (element: Element) => void
}

export function Outline({ headings, lengths, current, series, name, onGo }: Props) {
  return (
    <nav
      className={`outline scrolls${headings.some(({ time }) => time !== undefined) ? ' chapters num' : ''}`}
      aria-label={name ?? 'Outline'}
    >
      {headings.length > 1 ? (
        <>
          <h2>{name ?? (series === null || series.list !== null ? 'In this article' : 'In this part')}</h2>
          <ol>
            {headings.map((heading, at) => (
              <li
                // biome-ignore lint/suspicious/noArrayIndexKey: two headings may have the same words; their place is who they are
                key={at}
                className={`${heading.level === 1 ? '' : 'sub '}${at < current ? 'done' : at === current ? 'now' : ''}`}
                style={{ '--long': lengths[at] ?? 0.5, '--min': 20 * (lengths[at] ?? 0.5) }}
              >
                <button
                  type="button"
                  aria-current={at === current ? 'location' : undefined}
                  dir="auto"
                  onClick={() => onGo(heading.element)}
                >
                  <span>{heading.text}</span>
                  {heading.time === undefined ? null : <time>{heading.time}</time>}
                </button>
              </li>
            ))}
          </ol>
        </>
      ) : null}
      {series === null ? null : (
        <>
          <h2>{series.list === null ? 'The series' : 'The reading list'}</h2>
          <ol className="parts">
            {series.parts.map((part) => (
              <li key={part.id} className={part.id === series.here.id ? 'now' : ''}>
                <a
                  href={hashOf({ screen: 'item', id: part.id, copy: null, ...(series.list === null ? {} : { list: series.list }) })}
                  aria-current={part.id === series.here.id ? 'page' : undefined}
                  dir="auto"
                >
                  <span className="num">{part.number}</span>
                  <span>{part.title}</span>
                </a>
              </li>
            ))}
          </ol>
        </>
      )}
    </nav>
  )
}

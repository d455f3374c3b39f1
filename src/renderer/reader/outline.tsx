// The outline beside the article: what was passed, where one is, what is left.
import type { Heading } from './headings.ts'

type Props = { readonly headings: readonly Heading[]; readonly current: number; readonly onGo: (element: Element) => void }

export function Outline({ headings, current, onGo }: Props) {
  return (
    <nav className="outline scrolls" aria-label="Outline">
      <h2>In this article</h2>
      <ol>
        {headings.map((heading, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: two headings may have the same words; their place is who they are
          <li key={at} className={`${heading.level === 1 ? '' : 'sub '}${at < current ? 'done' : at === current ? 'now' : ''}`}>
            <button type="button" aria-current={at === current ? 'location' : undefined} dir="auto" onClick={() => onGo(heading.element)}>
              <span>{heading.text}</span>
            </button>
          </li>
        ))}
      </ol>
    </nav>
  )
}

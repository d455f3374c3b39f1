// Where a reading list came from: who wrote the text, when and where, and the text itself behind a disclosure.
import type { ListSource as Source } from '../../../shared/list.ts'
import { sourceWords } from './source-words.ts'

type Props = { readonly source: Source & { readonly text: string }; readonly onOutside: (url: string) => void }

export function ListSource({ source, onOutside }: Props) {
  const { address } = source
  return (
    <details className="list-source">
      <summary>
        {sourceWords(source)}
        <span className="show">, show it</span>
      </summary>
      {address === null ? null : (
        <p>
          <button type="button" className="link" title="Open it in the browser" onClick={() => onOutside(address)}>
            {address}
          </button>
        </p>
      )}
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls is reached by the keyboard */}
      <section className="scrolls" tabIndex={0} aria-label="The text it came from">
        <pre dir="auto">{source.text}</pre>
      </section>
    </details>
  )
}

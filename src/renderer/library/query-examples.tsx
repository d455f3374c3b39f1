// What can be asked, as examples to press: the empty screen of the search.
import { Search } from 'lucide-react'
import { Fragment } from 'react'
import { Icon } from '../design/icon.tsx'

const examples: readonly { readonly query: string; readonly says: string }[] = [
  { query: '"exact phrase"', says: 'these words, one after the other' },
  { query: 'cache -browser', says: 'the first word, and not the second' },
  { query: 'is:unread', says: 'not read to the end; also is:begun, is:favourite, is:archived' },
  { query: 'tag:python', says: 'what you tagged so' },
  { query: 'site:example.org', says: 'from one site' },
  { query: 'kind:talk', says: 'talks alone; also article, paper, book, document' },
  { query: 'after:2024-03', says: 'added since then, by day, month or year; also before:, added:' },
  { query: 'minutes:<10', says: 'short ones' },
  { query: 'has:highlight', says: 'with something you marked; also has:note, has:code' },
]

export function QueryExamples({ onExample }: { readonly onExample: (query: string) => void }) {
  return (
    <div className="empty">
      <Icon of={Search} />
      <p>
        <b>Search everything on this machine.</b> Words are found in titles and texts; filters narrow them, and both may stand together.
      </p>
      <dl className="examples">
        {examples.map(({ query, says }) => (
          <Fragment key={query}>
            <dt>
              <button type="button" onClick={() => onExample(query)}>
                {query}
              </button>
            </dt>
            <dd>{says}</dd>
          </Fragment>
        ))}
      </dl>
    </div>
  )
}

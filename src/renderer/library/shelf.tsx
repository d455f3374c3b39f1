// A series as a shelf: one spine a part, as wide as the part is long, filled as far as read, and an empty place where parts are missing. A picture;
// the rows are the way to the parts.
import { stateSentence } from '../client/item-words.ts'
import { minutesWords } from '../design/amounts.ts'
import { numbersWords } from './missing-parts.ts'
import { partNumber, type Series, shelfWords } from './series-facts.ts'
import { seriesGaps } from './series-gaps.ts'
import './series.css'

type Props = { readonly series: Series; readonly currentId: string | null; readonly onPart: (id: Series['parts'][number]['id']) => void }

/** More numbers than this stand too close; then every fifth is said. */
const allNumbered = 24

export function Shelf({ series, currentId, onPart }: Props) {
  const { parts } = series
  const gaps = Map.groupBy(seriesGaps(series, []), ({ beforeRow }) => beforeRow)
  return (
    <div className="shelf num" role="img" aria-label={shelfWords(series)}>
      {parts.map((part, row) => {
        const number = partNumber(series, part.id)
        const said = parts.length <= allNumbered || number % 5 === 0 || number === 1
        const missing = (gaps.get(row) ?? []).flatMap(({ first, last }) => Array.from({ length: last - first + 1 }, (_, at) => first + at))
        return [
          missing.length === 0 ? null : <span key={`before ${part.id}`} className="missing" title={`${numbersWords(missing)} not here`} />,
          // biome-ignore lint/a11y/noStaticElementInteractions: a shortcut for the pointer inside a picture; the rows below are the same parts
          // biome-ignore lint/a11y/useKeyWithClickEvents: the same
          <span
            key={part.id}
            className={part.id === currentId ? `${part.state} sel` : part.state}
            style={{ '--min': Math.max(1, part.minutes), '--read': Math.round(part.progress * 100) }}
            title={[`${number}. ${part.title}`, minutesWords(part.minutes), part.state === 'complete' ? '' : stateWords(part.state)]
              .filter((words) => words !== '')
              .join(', ')}
            onClick={() => onPart(part.id)}
          >
            {said ? number : '\u00a0'}
          </span>,
        ]
      })}
    </div>
  )
}

function stateWords(state: Series['parts'][number]['state']): string {
  const sentence = stateSentence({ state, report: null, failure: null, kind: 'article', remarks: [] }).replace(/\.$/, '')
  return `${sentence.charAt(0).toLowerCase()}${sentence.slice(1)}`
}

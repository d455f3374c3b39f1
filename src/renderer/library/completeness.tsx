// How complete an item is: each thing counted on the page and in the copy, and in sentences what is missing and why.

import type { Counts, ItemSummary, Remark } from '../../shared/item.ts'
import { lackWords, missingWords } from '../client/item-words.ts'
import { reasons, remarkSentences } from '../client/remark-sentences.ts'
import { Leaders } from '../design/leaders.tsx'
import { Say } from '../design/say.tsx'

const counted: readonly (readonly [keyof Counts, string])[] = [
  ['images', 'Pictures'],
  ['codeBlocks', 'Code blocks'],
  ['tables', 'Tables'],
  ['formulas', 'Formulas'],
  ['footnotes', 'Footnotes'],
  ['headings', 'Headings'],
  ['embeds', 'Embedded players'],
]

type Props = { readonly item: ItemSummary; readonly onFetchMissing: () => void; readonly onArchive: () => void }

export function Completeness({ item, onFetchMissing, onArchive }: Props) {
  const { report } = item
  const rows = report === null ? [] : counted.filter(([what]) => report.counts[what].source > 0)
  // A remark of the item often stands in the report too; it is said once.
  const sentences = remarkSentences(report?.missing ?? [], item.remarks)
  const summary = missingWords(report)
  const gone = [...(report?.missing ?? []), ...item.remarks].some(
    (remark: Remark) => remark.what === 'page.gone' || remark.what === 'soft-404',
  )
  return (
    <>
      {item.state === 'partial' ? (
        <Say state="partial" bold={lackWords(item)} plain={(summary === null ? sentences : reasons(sentences)).join(' ')}>
          <button type="button" className="btn sm" onClick={onFetchMissing}>
            Fetch it again
          </button>
          {gone ? (
            <button type="button" className="btn sm" onClick={onArchive}>
              Look in the web archive
            </button>
          ) : null}
        </Say>
      ) : sentences.length > 0 ? (
        <ul className="remarks">
          {sentences.map((sentence) => (
            <li key={sentence}>{sentence}</li>
          ))}
        </ul>
      ) : null}
      {item.state === 'complete' && item.kind !== 'talk' && sentences.length === 0 ? (
        <Say state="complete" bold="Everything of it is on this machine." />
      ) : null}
      {report === null || rows.length === 0 ? null : (
        <Leaders
          rows={rows.map(([what, term]) => {
            const { source, copy } = report.counts[what]
            const here = Math.min(copy, source)
            return { term, fact: `${here} of ${source}`, bad: here < source }
          })}
        />
      )}
    </>
  )
}

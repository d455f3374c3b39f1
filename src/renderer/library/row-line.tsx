// The line under a row's title: trouble first (in the trash: how long it rests there), then who wrote it, then the first words or where a search found it, then its tags.
import type { CallName } from '../../shared/contract.ts'
import { wordsFor } from '../../shared/failure-words.ts'
import type { ItemSummary } from '../../shared/item.ts'
import { lackWords, toFindWords, whoAndWhere } from '../client/item-words.ts'
import { tagHref } from './library-place.ts'
import { Snippet } from './snippet.tsx'
import { TrashLine } from './trash-line.tsx'

type Props = {
  readonly item: ItemSummary
  /** Under its series' heading site and author stand already. */
  readonly inSeries: boolean
  readonly snippet: string | null
  readonly doing: string | null
  /** Where it opens: there a thing that is to find is given its link. */
  readonly href: string
  readonly tabIndex: number
  readonly onRemedy: (call: CallName) => void
  readonly onPutBack: () => void
}

/** More would push the first words out of the line. */
const tagsShown = 3

export function RowLine({ item, inSeries, snippet, doing, href, tabIndex, onRemedy, onPutBack }: Props) {
  if (item.place === 'trash') return <TrashLine item={item} tabIndex={tabIndex} onPutBack={onPutBack} />
  const name = item.wanted?.by ?? whoAndWhere(item)
  const who = inSeries || name === '' ? null : <span className="who">{name}</span>
  if (item.state === 'failed' && item.failure !== null) {
    const { says, action } = wordsFor(item.failure)
    return (
      <div className="m failed">
        <span className="failed why">{doing === null ? says : `${says} ${doing}`}</span>
        {doing === null && action !== undefined ? (
          <button type="button" className="fix failed" tabIndex={tabIndex} onClick={() => onRemedy(action.call)}>
            {action.label}
          </button>
        ) : null}
        {inSeries ? null : <span className="first">{whoAndWhere(item)}</span>}
      </div>
    )
  }
  const trouble =
    doing !== null || item.state === 'waiting' ? (
      <span className="waiting why">{doing ?? 'On its way'}</span>
    ) : item.state === 'partial' ? (
      <span className="partial why">{lackWords(item)}</span>
    ) : null
  const first =
    snippet !== null ? <Snippet text={snippet} /> : item.recommendation ? <q className="voice">{item.recommendation}</q> : item.excerpt
  return (
    <div className="m">
      {trouble}
      {who}
      {item.state === 'to-find' ? (
        <>
          <span className="to-find">{toFindWords(item)}.</span>
          <a className="fix" href={href} tabIndex={tabIndex} draggable={false}>
            Give it a link
          </a>
        </>
      ) : null}
      {first === null || first === '' ? null : (
        <span className="first" dir="auto">
          {first}
        </span>
      )}
      {item.tags.slice(0, tagsShown).map((tag) => (
        <a key={tag} className="tag" href={tagHref(tag)} tabIndex={tabIndex} title={`Everything tagged #${tag}`} draggable={false}>
          {tag}
        </a>
      ))}
      {item.tags.length > tagsShown ? <span className="tag-more">and {item.tags.length - tagsShown} more</span> : null}
    </div>
  )
}

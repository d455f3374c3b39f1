// What stands under the title of a previewed thing: who made it, what was said of it, its link and how it became whole, and what is missing.
import { wordsFor } from '../../shared/failure-words.ts'
import { stateSentence } from '../client/item-words.ts'
import type { ChosenRow, Correction } from './list-choice.ts'
import { Said } from './said.tsx'
import { saidBeside } from './said-beside.ts'

type Props = {
  readonly row: ChosenRow
  /** As it stands above. */
  readonly title: string
  readonly joins: boolean
  readonly onGiveLink: () => void
  readonly onCorrect: (correction: Correction) => void
}

export function RowFacts({ row, title, joins, onGiveLink, onCorrect }: Props) {
  const { item, url, cut } = row
  const said = saidBeside(title, item.recommendation)
  const giveLink = (
    <button type="button" className="link" onClick={onGiveLink}>
      Give it a link
    </button>
  )
  return (
    <>
      {item.by === null ? null : <span className="by">{item.by}. </span>}
      {said === null ? null : <Said words={said} />}
      <Here row={row} joins={joins} />
      {row.refused && item.failure !== null ? (
        <span className="warn">
          {wordsFor(item.failure).says} {giveLink}
        </span>
      ) : null}
      {url === null && !item.truncated ? (
        <span>
          {row.here ? '' : 'No link in the text: it waits under To find. '}
          {giveLink}
        </span>
      ) : null}
      {url === null && item.truncated ? (
        <div className="fixup">
          <i className="lab">was</i>
          <span>{item.urlPrefix}…</span>
          <i className="lab">why</i>
          <span className="why">
            {openWords(row)} {giveLink}
            {row.completion?.candidates.map((candidate) => (
              <button
                key={candidate.url}
                type="button"
                className="link candidate"
                onClick={() => onCorrect({ title: row.title, kind: row.kind, url: candidate.url })}
              >
                {candidate.title === '' ? candidate.url : candidate.title}
              </button>
            ))}
          </span>
        </div>
      ) : null}
      {cut !== null && url !== null ? (
        <div className="fixup">
          <i className="lab">was</i>
          <span>{cut.was}</span>
          <i className="lab">now</i>
          <span className="now">{url}</span>
          <i className="lab">why</i>
          <span className="why">{cut.why}</span>
        </div>
      ) : null}
      {item.private && row.strange && !row.ticked && !row.byReader && !row.here ? (
        <span className="warn">
          Not ticked: it leads into your own machine or network, and you did not type it. Tick it if you mean it.{' '}
        </span>
      ) : null}
      {url !== null && cut === null ? <span className="address cut">{url}</span> : null}
    </>
  )
}

function Here({ row, joins }: { readonly row: ChosenRow; readonly joins: boolean }) {
  const { already } = row.item
  if (already === null || row.byReader) return null
  if (!row.here) return <span>It lies in the trash; saving brings it back. </span>
  return (
    <span>
      In {placeWords[already.place]}. {stateSentence(already).replace(/\.$/, '')}
      {joins && row.ticked ? '; it joins the list, nothing is fetched. ' : '; nothing is fetched. '}
      <a className="link" href={`#/item/${already.id}`}>
        View
      </a>{' '}
    </span>
  )
}

const placeWords = { inbox: 'the inbox', later: 'Later', archive: 'the archive', trash: 'the trash' } as const

/** Hacker News shows the first sixty letters of a link. */
const shownOnHackerNews = 60

function openWords({ completion, item }: ChosenRow): string {
  if (completion === null && item.resolveVia === null && item.urlPrefix?.length === shownOnHackerNews)
    return 'The text shows only its beginning, as Hacker News does: the whole link can be asked for when the address of the comment stands in the text.'
  if (completion === null) return 'The text shows only its beginning. It waits under To find until it has a whole link.'
  if (completion.failure !== null) return wordsFor(completion.failure).says
  if (completion.candidates.length > 1) return 'More than one link begins so. Choose one:'
  return 'No link that was found begins so.'
}

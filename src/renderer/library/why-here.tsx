// Why an item is here: the words of those who recommended it and where they stood, how a cut link was completed, and the lists it is in.
import type { ItemSummary } from '../../shared/item.ts'
import type { ListSource, Recommendation } from '../../shared/list.ts'
import { useCall } from '../client/use-call.ts'
import { dayAndTime } from '../design/amounts.ts'
import { listHref } from './library-place.ts'
import { sourceWords } from './reading-lists/source-words.ts'

type Props = { readonly item: ItemSummary; readonly onOutside: (url: string) => void }

export function WhyHere({ item, onOutside }: Props) {
  const { data } = useCall('list.ofItem', { id: item.id })
  if (data === undefined || (data.lists.length === 0 && data.recommendations.length === 0)) return null
  return (
    <section className="sect why-here">
      <h3>Why it is here</h3>
      {data.recommendations.map((recommendation) => (
        <Recommended key={`${recommendation.addedAt} ${recommendation.words}`} {...{ item, recommendation, onOutside }} />
      ))}
      {data.lists.length === 0 ? null : (
        <p className="in-lists">
          {'In '}
          {data.lists.map(({ id, title }, at) => (
            <span key={id}>
              {at === 0 ? '' : ', '}
              <a href={listHref(id)} dir="auto">
                {title}
              </a>
            </span>
          ))}
        </p>
      )}
    </section>
  )
}

function Recommended({ item, recommendation, onOutside }: Props & { readonly recommendation: Recommendation }) {
  const { words, cut, source, addedAt } = recommendation
  return (
    <div className="recommended">
      {words === '' ? null : (
        <blockquote className="voice" dir="auto">
          {words}
        </blockquote>
      )}
      <p className="from">
        <From source={source} addedAt={addedAt} onOutside={onOutside} />
      </p>
      {cut === null ? null : (
        <dl className="cut-link">
          <div>
            <dt>was</dt>
            <dd>{cut.was}</dd>
          </div>
          {item.url === '' ? null : (
            <div>
              <dt>now</dt>
              <dd>{item.url}</dd>
            </div>
          )}
          {cut.why === '' ? null : (
            <div>
              <dt>why</dt>
              <dd className="plain">{cut.why}</dd>
            </div>
          )}
        </dl>
      )}
    </div>
  )
}

type FromProps = { readonly source: ListSource; readonly addedAt: number; readonly onOutside: (url: string) => void }

function From({ source, addedAt, onOutside }: FromProps) {
  const { address } = source
  return (
    <>
      {`${sourceWords(source)}, added ${dayAndTime(addedAt, Date.now())}`}
      {address === null ? null : (
        <>
          {', '}
          <button type="button" className="link" title={address} onClick={() => onOutside(address)}>
            open where it stood
          </button>
        </>
      )}
    </>
  )
}

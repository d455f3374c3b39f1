// In the panel: who recommended an item and with which words, how its cut link was completed, and the lists it stands in.
import type { ItemId } from '../../shared/item.ts'
import type { Recommendation } from '../../shared/list.ts'
import { useCall } from '../client/use-call.ts'
import { dayAndTime } from '../design/amounts.ts'
import { listHref } from './library-place.ts'

export function WhyHere({ id }: { readonly id: ItemId }) {
  const answer = useCall('list.ofItem', { id }).data
  if (answer === undefined || (answer.lists.length === 0 && answer.recommendations.length === 0)) return null
  return (
    <section className="sect why-here">
      <h3>Why it is here</h3>
      {answer.recommendations.map((recommendation) => (
        <figure key={`${recommendation.addedAt} ${recommendation.words}`}>
          {recommendation.words === '' ? null : (
            <blockquote dir="auto">
              <q>{recommendation.words}</q>
            </blockquote>
          )}
          <figcaption>{sourceWords(recommendation, Date.now())}</figcaption>
        </figure>
      ))}
      {answer.lists.length === 0 ? null : (
        <p>
          <span className="quiet">In </span>
          {answer.lists.map((list, at) => (
            <span key={list.id}>
              {at === 0 ? '' : ', '}
              <a className="link" href={listHref(list.id)}>
                {list.title}
              </a>
            </span>
          ))}
        </p>
      )}
    </section>
  )
}

/** "From a text by Ada, given 3 May 2024, 09:12. The link was cut off (https://…): …" */
function sourceWords({ source, cut, addedAt }: Recommendation, now: number): string {
  const from = `From a text${source.author === null ? '' : ` by ${source.author}`}, given ${dayAndTime(addedAt, now)}.`
  return cut === null ? from : `${from} The link was cut off; ${cut.why}.`
}

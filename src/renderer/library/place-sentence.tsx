// One sentence of truth about a place: how much of it is on this machine, and what is not.
import type { ItemState } from '../../shared/item.ts'
import { useCall } from '../client/use-call.ts'
import { amount, count } from '../design/amounts.ts'
import type { PlaceQuery } from './library-place.ts'

const nothing: Readonly<Record<ItemState, number>> = { complete: 0, partial: 0, waiting: 0, failed: 0, 'to-find': 0 }

export function PlaceSentence({ query, inTrash }: { readonly query: PlaceQuery; readonly inTrash: boolean }) {
  const { complete, partial, waiting, failed, 'to-find': toFind } = useCall('item.states', query, { keep: true }).data?.states ?? nothing
  const all = complete + partial + waiting + failed + toFind
  if (all === 0) return '\u00a0'
  if (inTrash)
    return (
      <span className="second">
        {all === 1 ? 'It rests here for 30 days.' : `${amount(all, 'item', 'items')} rest here, each for 30 days.`}
      </span>
    )
  if (query.state === 'to-find') return <span className="second">{amount(all, 'thing waits', 'things wait')} for a link.</span>
  // A place of one state says how many there are; of the others none can be there.
  if (query.state !== undefined) return <span className="second">{amount(all, 'item', 'items')}.</span>
  const rest = restWords({ partial, waiting, failed, toFind })
  return (
    <>
      <span className="second">
        {complete === all
          ? all === 1
            ? 'It is complete on this machine.'
            : `All ${count(all)} are complete on this machine.`
          : `${count(complete)} of ${count(all)} ${complete === 1 ? 'is' : 'are'} complete on this machine.`}
      </span>
      {rest === '' ? null : ` ${rest}`}
    </>
  )
}

/** "Two on their way, one lacks something, one failed." */
export function restWords({
  partial,
  waiting,
  failed,
  toFind,
}: Readonly<Record<'partial' | 'waiting' | 'failed' | 'toFind', number>>): string {
  const parts = [
    waiting > 0 ? `${number(waiting)} on ${waiting === 1 ? 'its' : 'their'} way` : '',
    partial > 0 ? `${number(partial)} ${partial === 1 ? 'lacks' : 'lack'} something` : '',
    failed > 0 ? `${number(failed)} failed` : '',
    toFind > 0 ? `${number(toFind)} to find` : '',
  ].filter((part) => part !== '')
  const sentence = parts.join(', ')
  return sentence === '' ? '' : `${sentence.charAt(0).toUpperCase()}${sentence.slice(1)}.`
}

function number(n: number): string {
  return ['none', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten'][n] ?? count(n)
}

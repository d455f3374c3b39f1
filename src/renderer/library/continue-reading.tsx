// One quiet line in the inbox's head: what was last read and is not finished.
import { progressWords } from '../client/item-words.ts'
import { useCall } from '../client/use-call.ts'
import { minutesWords } from '../design/amounts.ts'

export function ContinueReading() {
  const last = useCall('item.list', { begun: true, sort: 'opened', limit: 1 }, { keep: true }).data?.items[0]
  if (last === undefined) return null
  const left = minutesWords(Math.max(1, Math.round(last.minutes * (1 - last.progress))))
  return (
    <p className="go-on">
      <span>Continue</span>
      <a className="cut" href={`#/item/${last.id}`} dir="auto" lang={last.lang ?? undefined}>
        {last.title}
      </a>
      <span className="num">
        {progressWords(last.progress)}
        {last.minutes > 0 ? `, ${left} left` : ''}
      </span>
    </p>
  )
}

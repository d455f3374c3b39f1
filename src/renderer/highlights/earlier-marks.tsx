// Says that some highlights are in another copy than the one shown, and leads there. They stay with their copy: placing them again is another matter.
import type { CopyId, ItemSummary } from '../../shared/item.ts'
import { useCall } from '../client/use-call.ts'
import { amount, dayAndTime } from '../design/amounts.ts'
import { hashOf } from '../routes.ts'

export function EarlierMarks({ item, copyId }: { readonly item: ItemSummary; readonly copyId: CopyId }) {
  const highlights = useCall('highlight.ofItem', { id: item.id }).data?.highlights ?? []
  const copies = useCall('item.get', { id: item.id }).data?.copies ?? []
  const others = Map.groupBy(
    highlights.filter((one) => one.copyId !== copyId),
    (one) => one.copyId,
  )
  const shownAt = copies.find(({ id }) => id === copyId)?.fetchedAt ?? 0
  return [...others].map(([other, marks]) => {
    const copy = copies.find(({ id }) => id === other)
    if (copy === undefined) return null
    const when = dayAndTime(copy.fetchedAt, Date.now()).replace(/,[^,]*$/, '')
    return (
      <p key={other} className="earlier-marks">
        {amount(marks.length, 'highlight is', 'highlights are')} in {copy.fetchedAt < shownAt ? 'an earlier' : 'a later'} copy, of {when}.{' '}
        <a className="link" href={hashOf({ screen: 'item', id: item.id, copy: other })}>
          Show that copy
        </a>
      </p>
    )
  })
}

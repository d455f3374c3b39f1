// What can be done to several marked rows at once.
import { X } from 'lucide-react'
import type { ItemPlace } from '../../shared/item.ts'
import { amount, count } from '../design/amounts.ts'
import { Icon } from '../design/icon.tsx'

type Props = {
  readonly marked: number
  /** Marks everything the list has; null when it is marked or too much for one go. */
  readonly all: { readonly total: number; readonly mark: () => void } | null
  readonly inTrash: boolean
  readonly onMove: (place: ItemPlace) => void
  readonly onTag: () => void
  readonly onPutInList: () => void
  /** Out of the reading list that is shown; null: none is. */
  readonly onTakeOut: (() => void) | null
  readonly onFavourite: () => void
  readonly onRemove: () => void
  readonly onRefresh: () => void
  readonly onClear: () => void
}

export function BulkBar({ marked, all, inTrash, onMove, onTag, onPutInList, onTakeOut, onFavourite, onRemove, onRefresh, onClear }: Props) {
  const button = (label: string, run: () => void, bad = false) => (
    <button type="button" className={`btn bare sm${bad ? ' bad' : ''}`} onClick={run}>
      {label}
    </button>
  )
  return (
    <div className="pop bulk num" role="toolbar" aria-label="Marked items">
      <b role="status">{amount(marked, 'marked', 'marked')}</b>
      {all === null ? null : (
        <button type="button" className="link" onClick={all.mark}>
          all {count(all.total)}
        </button>
      )}
      {inTrash ? (
        button('Put back', () => onMove('inbox'))
      ) : (
        <>
          {button('Archive', () => onMove('archive'))}
          {button('Later', () => onMove('later'))}
          {button('Inbox', () => onMove('inbox'))}
          {button('Tag', onTag)}
          {button('List', onPutInList)}
          {onTakeOut === null ? null : button('Take out', onTakeOut)}
          {button('Favourite', onFavourite)}
          {button('Refresh', onRefresh)}
        </>
      )}
      {button(inTrash ? 'Delete for good' : 'Delete', onRemove, true)}
      <button type="button" className="tool" aria-label="Forget the marks" title="Forget the marks (Esc)" onClick={onClear}>
        <Icon of={X} small />
      </button>
    </div>
  )
}

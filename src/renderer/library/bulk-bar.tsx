// What can be done to several marked rows at once.
import { X } from 'lucide-react'
import type { ItemPlace } from '../../shared/item.ts'
import { Icon } from '../design/icon.tsx'

type Props = {
  readonly count: number
  readonly inTrash: boolean
  readonly onMove: (place: ItemPlace) => void
  readonly onRemove: () => void
  readonly onRefresh: () => void
  readonly onClear: () => void
}

export function BulkBar({ count, inTrash, onMove, onRemove, onRefresh, onClear }: Props) {
  return (
    <div className="pop bulk num" role="toolbar" aria-label="Marked items">
      <b>{count} marked</b>
      {inTrash ? (
        <button type="button" className="btn bare sm" onClick={() => onMove('inbox')}>
          Put back
        </button>
      ) : (
        <>
          <button type="button" className="btn bare sm" onClick={() => onMove('archive')}>
            Archive
          </button>
          <button type="button" className="btn bare sm" onClick={() => onMove('later')}>
            Later
          </button>
          <button type="button" className="btn bare sm" onClick={() => onMove('inbox')}>
            Inbox
          </button>
          <button type="button" className="btn bare sm" onClick={onRefresh}>
            Refresh
          </button>
        </>
      )}
      <button type="button" className="btn bare sm bad" onClick={onRemove}>
        {inTrash ? 'Delete for good' : 'Delete'}
      </button>
      <button type="button" className="tool" aria-label="Forget the marks" title="Forget the marks (Esc)" onClick={onClear}>
        <Icon of={X} small />
      </button>
    </div>
  )
}

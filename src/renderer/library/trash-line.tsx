// The line under a row's title in the trash: how long it rests there yet, the way back, and who wrote it.
import type { ItemSummary } from '../../shared/item.ts'
import { whoAndWhere } from '../client/item-words.ts'
import { dayAndTime } from '../design/amounts.ts'
import { trashWords } from './trash-words.ts'

type Props = { readonly item: ItemSummary; readonly tabIndex: number; readonly onPutBack: () => void }

export function TrashLine({ item, tabIndex, onPutBack }: Props) {
  const { trashedAt } = item
  const now = Date.now()
  const words = trashedAt === null ? null : trashWords(trashedAt, now)
  return (
    <div className="m in-trash">
      {trashedAt === null || words === null ? null : (
        <span className="resting" title={`Deleted on ${dayAndTime(trashedAt, now)}`}>
          {words.left}
          <span className="since">, {words.since}</span>
        </span>
      )}
      <button type="button" className="fix" tabIndex={tabIndex} aria-label={`Put back ${item.title}`} onClick={onPutBack}>
        Put back
      </button>
      <span className="who">{whoAndWhere(item)}</span>
    </div>
  )
}

// In the place of an article whose copy has no file any more: what happened, and the way to have it again.
import type { ItemSummary } from '../../shared/item.ts'
import type { ItemActions } from '../client/item-actions.ts'
import { Say } from '../design/say.tsx'

export function MissingCopy({ item, actions }: { readonly item: ItemSummary; readonly actions: ItemActions }) {
  return (
    <Say state="failed" bold="The file of this copy is missing or damaged on the disk." plain="Refresh the item to fetch it again.">
      <button type="button" className="btn sm" onClick={() => actions.refresh([item], false)}>
        Fetch it again
      </button>
    </Say>
  )
}

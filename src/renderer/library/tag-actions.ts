// Renaming a tag and taking it off everything, each with the way back: which items had it is asked before it is gone.
import type { ItemSummary } from '../../shared/item.ts'
import type { Client } from '../client/client.ts'
import type { ItemActions } from '../client/item-actions.ts'
import { tagsBack } from '../client/tag-changes.ts'

const most = 10_000

export function renameTag(client: Client, actions: ItemActions, from: string, to: string): void {
  let before: readonly ItemSummary[] = []
  actions.undoable(
    `Renamed #${from} to #${to}`,
    async () => {
      before = await itemsWith(client, from)
      await client.call('tag.rename', { from, to })
    },
    // Onto another tag it joined it, so the items are told one by one which of the two they had.
    () => putBack(client, before, [to], [from]),
  )
}

export function removeTag(client: Client, actions: ItemActions, tag: string): void {
  let before: readonly ItemSummary[] = []
  actions.undoable(
    `Took #${tag} off everything`,
    async () => {
      before = await itemsWith(client, tag)
      await client.call('tag.remove', { tag })
    },
    () => putBack(client, before, [], [tag]),
  )
}

async function putBack(client: Client, before: readonly ItemSummary[], add: readonly string[], remove: readonly string[]): Promise<void> {
  for (const change of tagsBack(before, add, remove)) await client.call('item.tag', change)
}

/** Those in the trash have it, too. */
async function itemsWith(client: Client, tag: string): Promise<readonly ItemSummary[]> {
  const [kept, away] = await Promise.all([
    client.call('item.list', { tag, limit: most }),
    client.call('item.list', { tag, place: 'trash', limit: most }),
  ])
  return [...kept.items, ...away.items]
}

// Renaming a tag and taking it off everything, each with the way back: which items had it is asked before it is gone.
import type { InputOf } from '../../shared/contract.ts'
import type { ItemSummary } from '../../shared/item.ts'
import type { Client } from '../client/client.ts'
import type { ItemActions } from '../client/item-actions.ts'
import { tagsBack } from '../client/tag-changes.ts'

/** As many items as one call answers, and as many as one takes. */
const most = 10_000

/** `done` is called once it has the other name, not when the library refused. */
export function renameTag(client: Client, actions: ItemActions, from: string, to: string, done: () => void): void {
  let before: readonly ItemSummary[] = []
  actions.undoable(
    `Renamed #${from} to #${to}`,
    async () => {
      before = await itemsWith(client, from)
      await client.call('tag.rename', { from, to })
      done()
    },
    // Onto another tag it joined it, so the items are told one by one which of the two they had.
    () => putBack(client, before, [to], [from]),
  )
}

/** `done` is called once nothing has it any more. */
export function removeTag(client: Client, actions: ItemActions, tag: string, done: () => void): void {
  let before: readonly ItemSummary[] = []
  actions.undoable(
    `Took #${tag} off everything`,
    async () => {
      before = await itemsWith(client, tag)
      await client.call('tag.remove', { tag })
      done()
    },
    () => putBack(client, before, [], [tag]),
  )
}

async function putBack(client: Client, before: readonly ItemSummary[], add: readonly string[], remove: readonly string[]): Promise<void> {
  for (const { ids, ...change } of tagsBack(before, add, remove)) {
    for (let at = 0; at < ids.length; at += most) await client.call('item.tag', { ids: ids.slice(at, at + most), ...change })
  }
}

/** Those in the trash have it, too. */
async function itemsWith(client: Client, tag: string): Promise<readonly ItemSummary[]> {
  return [...(await allOf(client, { tag })), ...(await allOf(client, { tag, place: 'trash' }))]
}

async function allOf(client: Client, query: InputOf<'item.list'>): Promise<readonly ItemSummary[]> {
  const all: ItemSummary[] = []
  for (;;) {
    const { items, total } = await client.call('item.list', { ...query, offset: all.length, limit: most })
    all.push(...items)
    if (items.length === 0 || all.length >= total) return all
  }
}

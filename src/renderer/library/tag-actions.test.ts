import { expect, test } from 'vitest'
import type { CallName, InputOf, OutputOf } from '../../shared/contract.ts'
import { Failure } from '../../shared/failure.ts'
import { ItemId } from '../../shared/item.ts'
import type { Client } from '../client/client.ts'
import { createItemActions } from '../client/item-actions.ts'
import { removeTag, renameTag } from './tag-actions.ts'

/** A library of tagged items that answers at most 10,000 of them at once, and takes no more. */
function libraryOf(size: number, refuses: readonly CallName[] = []) {
  const tagged = new Set(Array.from({ length: size }, (_, n) => ItemId.parse(n.toString(16).padStart(32, '0'))))
  const all = [...tagged]
  const said: string[] = []
  const call = async (name: CallName, input: unknown): Promise<unknown> => {
    if (refuses.includes(name)) throw new Failure('cache.busy', {})
    if (name === 'item.list') {
      const { place, offset = 0, limit = 50 } = input as InputOf<'item.list'>
      const these = place === 'trash' ? [] : all
      return { items: these.slice(offset, offset + Math.min(limit, 10_000)).map((id) => ({ id, tags: ['a'] })), total: these.length }
    }
    if (name === 'item.tag') {
      const { ids } = input as { ids: ItemId[] }
      expect(ids.length).toBeLessThanOrEqual(10_000)
      for (const id of ids) tagged.add(id)
    } else tagged.clear()
    return { done: 0 }
  }
  const client: Client = {
    call: (name, input) => call(name, input) as Promise<OutputOf<typeof name>>,
    listen: () => () => undefined,
    watch: () => () => undefined,
  }
  const actions = createItemActions(client, {
    say: (words) => said.push(words),
    sayError: () => said.push('refused'),
    editTags: () => undefined,
  })
  return { client, actions, tagged, said }
}

test('a tag taken off more items than one call answers comes back to all of them', async () => {
  const { client, actions, tagged, said } = libraryOf(25_000)
  removeTag(client, actions, 'a', () => said.push('along'))
  actions.undo()
  await expect.poll(() => said.length).toBe(3)
  expect(said.slice(0, 2)).toEqual(['along', 'Took #a off everything'])
  expect(tagged.size).toBe(25_000)
})

test('nobody goes along with a tag that kept its name', async () => {
  const { client, actions, said } = libraryOf(1, ['tag.rename'])
  renameTag(client, actions, 'a', 'b', () => said.push('along'))
  await expect.poll(() => said).toEqual(['refused'])
})

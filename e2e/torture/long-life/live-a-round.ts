// One round of a reader's life with some links: saved, refreshed, tagged, read, marked, moved, deleted, restored, and in the end gone.

import type { ItemId } from '../../../src/shared/item.ts'
import type { LivingSite } from './living-site.ts'
import type { LivingCore } from './open-living-core.ts'

/** Nothing of what it saves is left in the library afterwards. */
export async function liveARound(library: LivingCore, site: LivingSite, from: number, count: number): Promise<void> {
  const { call, core } = library
  const links = Array.from({ length: count }, (_, at) => site.address(from + at))
  const { results } = await call('item.save', { links, typed: true })
  await core.settled()
  const ids = results.flatMap((result) => (result.ok ? [result.item.id] : []))
  if (ids.length !== count) throw new Error(`${count - ids.length} of ${count} links were not taken`)
  const half = ids.slice(0, Math.ceil(count / 2))

  site.change()
  await call('item.refresh', { ids: half })
  await core.settled()
  await call('item.tag', { ids, add: ['tea', `round-${from}`] })
  await call('item.favourite', { ids: half, favourite: true })
  for (const id of ids.slice(0, 5)) await read(library, id)
  await call('search.find', { words: `kettle${from}` })
  await call('item.list', { query: 'tag:tea', sort: 'title' })
  await call('storage.dropEarlierCopies', {})

  await call('item.move', { ids, place: 'archive' })
  await call('item.tag', { ids, remove: ['tea'] })
  await call('item.move', { ids, place: 'trash' })
  await call('item.move', { ids: half, place: 'inbox' })
  await core.settled()
  await call('item.move', { ids: half, place: 'trash' })
  await call('item.deleteForever', { ids: half })
  await call('item.emptyTrash', {})
  await core.settled()
}

async function read({ call, core }: LivingCore, id: ItemId): Promise<void> {
  const { framePath } = await call('item.open', { id })
  if (framePath === null) throw new Error(`nothing to read of ${id}`)
  const { status } = await core.respond({ path: framePath, method: 'GET' })
  if (status !== 200) throw new Error(`the page of ${id} answers ${status}`)
  for (let line = 1; line <= 10; line += 1) await call('item.setReading', { id, position: line * 40, progress: line / 20 })
  await call('item.rename', { id, title: 'Under another name' })
  await call('item.read', { id, as: 'markdown' })
}

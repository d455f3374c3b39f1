// What one door does while the others do the same: saves pages of its own and pages they all want, marks, moves and throws away. Everything that
// was answered is written down.
import type { LocalSite } from '../../../src/main/testing/local-site.ts'
import type { CopyId, ItemId } from '../../../src/shared/item.ts'
import { anchorOf } from '../../../src/shared/quote/describe-passage.ts'
import { idOfLink } from '../kills/deeds.ts'
import { putArticle } from '../kills/pages.ts'
import type { Chance } from '../random.ts'
import type { Door } from './doors.ts'

export type Promised = {
  /** Pages that were answered as saved, by their address. */
  readonly saved: Map<string, ItemId>
  readonly deleted: Set<ItemId>
  readonly tags: Map<ItemId, Set<string>>
  readonly places: Map<ItemId, string>
  readonly highlights: Set<string>
  calls: number
}

export type Work = {
  readonly door: Door
  readonly site: LocalSite
  readonly chance: Chance
  /** Rows that only this door changes. */
  readonly rows: readonly ItemId[]
  /** A saved article that all doors mark, and which of them this is. */
  readonly common: { readonly copyId: CopyId; readonly text: string }
  readonly number: number
  readonly doors: number
}

export const noPromises = (): Promised => ({
  saved: new Map(),
  deleted: new Set(),
  tags: new Map(),
  places: new Map(),
  highlights: new Set(),
  calls: 0,
})

/** Every fourth page is thrown away again; its pictures are those of the others. */
const thrownAway = 4

/** One round of a door's work; `round` counts from 0. */
export async function doRound(work: Work, round: number, promised: Promised): Promise<void> {
  const { door, site, chance, rows, common, number, doors } = work
  const call: Door['call'] = (name, input) => {
    promised.calls += 1
    return door.call(name, input)
  }
  const own = putArticle(site, 10_000 * (number + 1) + round, 0)
  const wanted = putArticle(site, 100_000 + round, 0)
  for (const links of [[own], [wanted]]) {
    await call('item.save', { links, typed: true })
    for (const link of links) promised.saved.set(link, idOfLink(link))
  }
  const row = chance.pick(rows)
  const tag = `${door.name}-${round}`
  await call('item.tag', { ids: [row], add: [tag], remove: [] })
  promised.tags.set(row, (promised.tags.get(row) ?? new Set()).add(tag))
  const place = chance.pick(['inbox', 'later', 'archive'] as const)
  await call('item.move', { ids: [row], place })
  promised.places.set(row, place)
  // No two doors mark the same passage, so each answer is one highlight more.
  const start = (round * doors + number) * 3
  if (start + 20 < common.text.length) {
    const anchor = anchorOf(common.text, start, start + 20, null)
    const { id } = await call('highlight.add', { copyId: common.copyId, anchor, note: tag })
    promised.highlights.add(id)
  }
  if (round % thrownAway === thrownAway - 1) {
    const link = putArticle(site, 10_000 * (number + 1) + round - 1, 0)
    const ids = [idOfLink(link)]
    await call('item.move', { ids, place: 'trash' })
    await call('item.deleteForever', { ids })
    for (const id of ids) promised.deleted.add(id)
    promised.saved.delete(link)
  }
}

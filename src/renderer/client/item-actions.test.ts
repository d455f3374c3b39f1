import { expect, test } from 'vitest'
import type { CallName, OutputOf } from '../../shared/contract.ts'
import { Failure } from '../../shared/failure.ts'
import { ItemId, type ItemPlace, type ItemSummary } from '../../shared/item.ts'
import type { Client } from './client.ts'
import { createItemActions } from './item-actions.ts'

const idOf = (n: number) => ItemId.parse(n.toString(16).padStart(32, '0'))
const item = (n: number): ItemSummary => ({
  id: idOf(n),
  url: `https://shelf.example/${n}`,
  title: `Part ${n}`,
  kind: 'article',
  state: 'complete',
  place: 'inbox',
  favourite: false,
  byline: null,
  siteName: null,
  host: 'shelf.example',
  lang: null,
  excerpt: null,
  publishedTime: null,
  words: 0,
  minutes: 0,
  startSeconds: null,
  durationSeconds: null,
  leadImage: null,
  tags: [],
  series: null,
  recommendation: null,
  wanted: null,
  favicon: null,
  progress: 0,
  addedAt: n,
  changedAt: n,
  trashedAt: null,
  shownCopy: null,
  report: null,
  remarks: [],
  failure: null,
})

/** A library of three that answers later, the first call latest of all: a slow disk, an impatient reader. */
function slowLibrary() {
  const places = new Map<ItemId, ItemPlace>([1, 2, 3].map((n) => [idOf(n), 'inbox']))
  const favourites = new Set<ItemId>()
  let refuses = false
  let pause = 12
  const call = async (name: CallName, input: unknown) => {
    pause = Math.max(0, pause - 3)
    await new Promise((done) => setTimeout(done, pause))
    if (refuses) throw new Failure('cache.busy', {})
    if (name === 'item.move') {
      const { ids, place } = input as { ids: ItemId[]; place: ItemPlace }
      for (const id of ids) places.set(id, place)
    } else {
      const { ids, favourite } = input as { ids: ItemId[]; favourite: boolean }
      for (const id of ids) favourite ? favourites.add(id) : favourites.delete(id)
    }
  }
  const client: Client = {
    call: (name, input) => call(name, input) as Promise<OutputOf<typeof name>>,
    listen: () => () => undefined,
    watch: () => () => undefined,
  }
  const said: string[] = []
  const actions = createItemActions(client, {
    say: (words) => said.push(words),
    sayError: () => said.push('refused'),
    editTags: () => undefined,
  })
  return { actions, places, favourites, said, refuse: (now: boolean) => (refuses = now) }
}

test('keys pressed before the library has answered undo what they mean, in their order', async () => {
  const { actions, places, favourites, said } = slowLibrary()
  actions.setFavourite([item(3)], true)
  for (let n = 0; n < 10; n += 1) {
    // The row shows what it showed before: no news has come.
    actions.move([item(1)], 'archive')
    actions.undo()
  }
  await expect.poll(() => said.filter((words) => words.endsWith('put back')).length).toBe(10)
  expect([...places.values()]).toEqual(['inbox', 'inbox', 'inbox'])
  expect([...favourites]).toEqual([idOf(3)])
  actions.undo()
  await expect.poll(() => favourites.size).toBe(0)
})

test('what was moved twice goes back the way it came', async () => {
  const { actions, places, said } = slowLibrary()
  actions.move([item(1)], 'later')
  actions.move([item(1)], 'archive')
  actions.undo()
  await expect.poll(() => said.length).toBe(3)
  expect(places.get(idOf(1))).toBe('later')
})

test('what failed is not there to be undone', async () => {
  const { actions, places, said, refuse } = slowLibrary()
  actions.move([item(1)], 'later')
  await expect.poll(() => said.length).toBe(1)
  refuse(true)
  actions.move([item(2)], 'archive')
  await expect.poll(() => said.at(-1)).toBe('refused')
  refuse(false)
  actions.undo()
  await expect.poll(() => said.at(-1)).toBe('“Part 1” put back')
  expect([...places.values()]).toEqual(['inbox', 'inbox', 'inbox'])
})

test('an undo asked for before its action failed puts nothing anywhere', async () => {
  const { actions, places, said, refuse } = slowLibrary()
  refuse(true)
  actions.move([item(2)], 'archive')
  actions.undo()
  await expect.poll(() => said).toEqual(['refused'])
  refuse(false)
  actions.move([item(1)], 'later')
  await expect.poll(() => said.length).toBe(2)
  expect(said).toEqual(['refused', 'Kept for later “Part 1”'])
  expect(places.get(idOf(2))).toBe('inbox')
})

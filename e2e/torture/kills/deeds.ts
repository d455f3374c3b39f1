// What the core is doing when it is killed: each deed asks, and writes down what was acknowledged. It is done over and over until the process is gone.
import { itemIdOf } from '../../../src/main/cache/items.ts'
import { parseLink } from '../../../src/shared/address/parse-link.ts'
import type { ItemId } from '../../../src/shared/item.ts'
import { anchorOf } from '../../../src/shared/quote/describe-passage.ts'
import { textOf } from './look.ts'
import { bareLinks, putArticle } from './pages.ts'
import { heard, type Scene } from './scene.ts'

export type Deed = (scene: Scene) => Promise<void>

const twoDaysMs = 2 * 86_400_000
/** Articles of even numbers are marked and refreshed; those of odd ones may be thrown away. */
const keptOnes = ({ articles, ledger }: Scene): readonly ItemId[] =>
  [...articles].flatMap(([id, { n }]) => (n % 2 === 0 && ledger.sure(id, 'saved') === 'yes' ? [id] : []))

export const idOfLink = (link: string): ItemId => itemIdOf(parseLink(link).comparisonKey)

const saving: Deed = async (scene) => {
  const { victim, ledger, site, articles } = scene
  const n = scene.nextNumber()
  const link = putArticle(site, n, 0)
  const id = idOfLink(link)
  const since = victim.events.length
  ledger.begin([id], 'here', 'yes')
  await victim.call('item.save', { links: [link], typed: true })
  ledger.done([id], 'here', 'yes')
  ledger.done([id], 'place', 'inbox')
  articles.set(id, { n, edition: 0 })
  ledger.begin([id], 'saved', 'yes')
  const complete = await heard(
    scene,
    since,
    (event) => event.name === 'item.changed' && event.value.id === id && event.value.state === 'complete',
  )
  if (!complete) return
  ledger.done([id], 'saved', 'yes')
  scene.warm()
}

const refreshing: Deed = async (scene) => {
  const { victim, site, articles, chance } = scene
  const kept = keptOnes(scene)
  if (kept.length === 0) return saving(scene)
  const id = chance.pick(kept)
  const article = articles.get(id)
  if (!article) return
  article.edition += 1
  putArticle(site, article.n, article.edition)
  const since = victim.events.length
  const { jobs } = await victim.call('item.refresh', { ids: [id] })
  const done = await heard(
    scene,
    since,
    (event) => event.name === 'job.progressed' && event.value.id === jobs[0] && event.value.state === 'done',
  )
  if (done) scene.warm()
}

const importing: Deed = async (scene) => {
  const { victim, ledger, site, bare } = scene
  const links = bareLinks(site, `import-${scene.nextNumber()}`, 150)
  const ids = links.map(idOfLink)
  ledger.begin(ids, 'here', 'yes')
  const { results } = await victim.call('item.save', { links: [...links], typed: true, place: 'later' })
  if (results.length !== links.length || results.some((one) => !one.ok)) throw new Error('an import lost links')
  ledger.done(ids, 'here', 'yes')
  ledger.done(ids, 'place', 'later')
  for (const id of ids) bare.add(id)
}

const deleting: Deed = async (scene) => {
  const { victim, ledger, articles, bare, chance } = scene
  const odd = [...articles].flatMap(([id, { n }]) => (n % 2 === 1 && ledger.sure(id, 'here') === 'yes' ? [id] : []))
  const there = [...bare].filter((id) => ledger.sure(id, 'here') === 'yes')
  if (there.length < 100) await importing(scene)
  const ids = [...there.slice(0, 150), ...odd.slice(0, 2)]
  if (ids.length === 0) return
  ledger.begin(ids, 'place', 'trash')
  await victim.call('item.move', { ids, place: 'trash' })
  ledger.done(ids, 'place', 'trash')
  ledger.begin(ids, 'here', 'no')
  if (chance.next() < 0.5) await victim.call('item.deleteForever', { ids })
  else {
    // Whatever an earlier process moved there, and had no time to answer or to delete, goes with them.
    ledger.begin(
      ledger.items().filter((id) => ledger.may(id, 'place', 'trash')),
      'here',
      'no',
    )
    await victim.call('item.emptyTrash', {})
    ledger.done(
      ledger.items().filter((id) => ledger.sure(id, 'place') === 'trash'),
      'here',
      'no',
    )
  }
  ledger.done(ids, 'here', 'no')
}

/** Every row that is moved to the trash and back is told to the index twice. */
const indexing: Deed = async (scene) => {
  const { victim, ledger, bare, articles } = scene
  const ids = [...bare].filter((id) => ledger.sure(id, 'here') === 'yes').slice(0, 200)
  if (ids.length < 100) await importing(scene)
  const odd = [...articles].flatMap(([id, { n }]) => (n % 2 === 1 && ledger.sure(id, 'here') === 'yes' ? [id] : []))
  const all = [...ids, ...odd]
  for (const place of ['trash', 'archive'] as const) {
    if (all.length === 0) return
    ledger.begin(all, 'place', place)
    await victim.call('item.move', { ids: all, place })
    ledger.done(all, 'place', place)
    await victim.call('search.find', { words: 'lamp' })
  }
}

const marking: Deed = async (scene) => {
  const { victim, ledger, chance, library } = scene
  const kept = keptOnes(scene)
  if (kept.length === 0) return saving(scene)
  const id = chance.pick(kept)
  const said = `note ${chance.between(1, 1_000_000)}`
  const one = async (field: 'place' | 'favourite' | 'tags' | 'title', value: string, ask: () => Promise<unknown>): Promise<void> => {
    ledger.begin([id], field, value)
    await ask()
    ledger.done([id], field, value)
  }
  const place = chance.pick(['inbox', 'later', 'archive'] as const)
  await one('place', place, () => victim.call('item.move', { ids: [id], place }))
  const favourite = chance.next() < 0.5
  await one('favourite', favourite ? '1' : '', () => victim.call('item.favourite', { ids: [id], favourite }))
  await one('title', said, () => victim.call('item.rename', { id, title: said }))
  const tags = [...new Set([chance.pick(['sea', 'light', 'shore']), 'marked'])].sort()
  const others = ['sea', 'light', 'shore'].filter((tag) => !tags.includes(tag))
  await one('tags', JSON.stringify(tags), () => victim.call('item.tag', { ids: [id], add: tags, remove: others }))
  const { copy } = await victim.call('item.open', { id })
  if (!copy) throw new Error('a complete article shows no copy')
  const content = await textOf(library, copy.id)
  const start = chance.between(0, content.length - 120)
  const anchor = anchorOf(content, start, start + chance.between(10, 110), null)
  const { id: mark, note } = await victim.call('highlight.add', { copyId: copy.id, anchor, note: said })
  ledger.done([id], `mark ${mark}`, note)
  const next = chance.next() < 0.3 ? 'removed' : `${said}, and more`
  ledger.begin([id], `mark ${mark}`, next)
  await (next === 'removed' ? victim.call('highlight.remove', { ids: [mark] }) : victim.call('highlight.change', { id: mark, note: next }))
  ledger.done([id], `mark ${mark}`, next)
}

const backingUp: Deed = async ({ victim }) => void (await victim.call('storage.backUp', {}))

const sweeping: Deed = async (scene) => {
  await scene.victim.keepHouse(twoDaysMs)
}

/** Every deed there is; a new kind of work of the core (a restore, a sync) takes its place here. */
export const deeds = { saving, refreshing, importing, deleting, indexing, marking, 'backing up': backingUp, sweeping } as const
export type DeedName = keyof typeof deeds

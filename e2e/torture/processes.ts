// Two and three processes on one library, writing at once while one of them sweeps by a clock two days ahead: every write lands once, no job runs
// twice, no blob in use is swept, each hears of what the others did.
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type LocalSite, openLocalSite } from '../../src/main/testing/local-site.ts'
import type { ItemId } from '../../src/shared/item.ts'
import type { Attack, Given, Outcome } from './attack.ts'
import { idOfLink } from './kills/deeds.ts'
import { faultsOf, leftoversIn, lookAt, textOf } from './kills/look.ts'
import { bareLinks, putLongArticle } from './kills/pages.ts'
import { within } from './kills/within.ts'
import { type Door, openCommandDoor, openServerDoor, openWindowDoor, type WindowDoor } from './processes/doors.ts'
import { doRound, noPromises, type Promised, type Work } from './processes/hand.ts'
import { chanceFrom } from './random.ts'

const twoDaysMs = 2 * 86_400_000
const patienceMs = 120_000
const rowsEach = 30

export const processes: Attack = {
  name: 'processes',
  async run(given) {
    const outcomes: Outcome[] = []
    for (const names of [['window', 'command'] as const, ['window', 'server', 'command'] as const]) {
      const site = await openLocalSite()
      try {
        outcomes.push(await together(given, site, names))
      } finally {
        await site.close()
      }
    }
    return outcomes
  },
}

async function together(given: Given, site: LocalSite, names: readonly Door['name'][]): Promise<Outcome> {
  const lengthMs = given.length === 'full' ? 60_000 : 4_000
  const library = await mkdtemp(join(tmpdir(), 'carrel-several-'))
  const window = await openWindowDoor(library)
  const doors: Door[] = [window]
  try {
    const common = await firstThings(window, site, library)
    if (names.includes('server')) doors.push(await openServerDoor(library))
    doors.push(openCommandDoor(library))
    const until = Date.now() + lengthMs
    const broken: string[] = []
    const works = doors.map((door, number): Work => {
      const rows = bareLinks(site, door.name, rowsEach).map(idOfLink)
      return { door, site, chance: chanceFrom(given.seed + number), rows, common, number, doors: doors.length }
    })
    const [promises] = await Promise.all([Promise.all(works.map((work) => workUntil(until, work, broken))), sweepUntil(until, window)])
    broken.push(...(await holdsAll(library, site, window, doors, promises)))
    const calls = promises.reduce((sum, { calls: made }) => sum + made, 0)
    const pages = new Set(promises.flatMap(({ saved }) => [...saved.keys()])).size
    return { name: `${names.length} processes at once`, cases: calls, broken, figure: `${names.join(', ')}; ${pages} pages` }
  } finally {
    for (const door of doors.reverse()) await door.close()
    await rm(library, { recursive: true, force: true, maxRetries: 5 })
  }
}

/** The article that everybody marks, and the rows of each door. */
async function firstThings(window: Door, site: LocalSite, library: string): Promise<Work['common']> {
  const link = putLongArticle(site, 1)
  await window.call('item.save', { links: [link], typed: true })
  for (const name of ['window', 'server', 'command']) {
    await window.call('item.save', { links: [...bareLinks(site, name, rowsEach)], typed: true, place: 'later' })
  }
  const opened = () => window.call('item.open', { id: idOfLink(link) })
  await within(patienceMs, async () => (await opened()).copy !== null)
  const { copy } = await opened()
  if (!copy) throw new Error('the first article was not saved')
  return { copyId: copy.id, text: await textOf(library, copy.id) }
}

async function workUntil(until: number, work: Work, broken: string[]): Promise<Promised> {
  const promised = noPromises()
  try {
    for (let round = 0; Date.now() < until; round++) {
      await doRound(work, round, promised)
      // A reader is no machine gun; a command takes long enough to start.
      if (work.door.name !== 'command') await pause(300)
    }
  } catch (error) {
    broken.push(`${work.door.name}: ${error}`)
  }
  return promised
}

async function sweepUntil(until: number, window: WindowDoor): Promise<void> {
  while (Date.now() < until) {
    await window.keepHouse(twoDaysMs)
    await pause(250)
  }
}

async function holdsAll(
  library: string,
  site: LocalSite,
  window: WindowDoor,
  doors: readonly Door[],
  promises: readonly Promised[],
): Promise<readonly string[]> {
  const path = join(library, 'library.db')
  const broken: string[] = []
  const left = () =>
    lookAt(path, (database) =>
      database.all(
        `SELECT 'a ' || jobs.kind || ' job' AS what, jobs.state, begun, not_before, jobs.failure, url FROM jobs JOIN items ON items.id = item_id
           WHERE jobs.state IN ('queued', 'running')
         UNION ALL SELECT 'a line for the index', '', seq, NULL, NULL, item_id FROM outbox`,
      ),
    )
  if (!(await within(patienceMs, () => left().length === 0)))
    broken.push(...left().map((row) => `is left over: ${Object.values(row).join(' ')}`))
  await window.keepHouse(twoDaysMs)

  const saved = new Map(promises.flatMap((promised) => [...promised.saved]))
  const rows = new Map(
    lookAt(path, (database) => database.all('SELECT id, state, failure, place, tags FROM items')).map((row) => [
      String(row.id) as ItemId,
      row,
    ]),
  )
  for (const [link, id] of saved) {
    const asked = site.requests().filter((request) => link.endsWith(request.path)).length
    if (rows.get(id)?.state !== 'complete')
      broken.push(`${link.replace(site.url, '')} is ${rows.get(id)?.state ?? 'gone'}: ${rows.get(id)?.failure}`)
    if (asked !== 1) broken.push(`${link.replace(site.url, '')} was asked for ${asked} times`)
  }
  for (const { deleted, tags, places } of promises) {
    for (const id of deleted) if (rows.has(id)) broken.push(`${id} was deleted and is there`)
    for (const [id, place] of places)
      if (rows.get(id)?.place !== place) broken.push(`a row is in ${rows.get(id)?.place} and not in ${place}`)
    for (const [id, names] of tags) {
      if (String(rows.get(id)?.tags) !== JSON.stringify([...names].sort())) broken.push(`a row has the tags ${rows.get(id)?.tags}`)
    }
  }
  const marks = promises.reduce((sum, { highlights }) => sum + highlights.size, 0)
  const kept = lookAt(path, (database) => database.get('SELECT count(*) AS n FROM highlights'))?.n
  if (kept !== marks) broken.push(`${kept} highlights of ${marks}`)

  const heardOf = (door: Door) => new Set(door.heard().flatMap((event) => (event.name === 'item.changed' ? [event.value.id] : [])))
  for (const door of doors.filter(({ name }) => name !== 'command')) {
    const unheard = () => [...saved.values()].filter((id) => !heardOf(door).has(id)).length
    const toldAll = () => door.heard().some((event) => event.name === 'library.changed')
    if (!(await within(10_000, () => unheard() === 0 || toldAll()))) broken.push(`the ${door.name} never heard of ${unheard()} pages`)
  }
  for (const door of doors) {
    const { total } = await door.call('item.list', { limit: 1 })
    if (total !== rows.size) broken.push(`the ${door.name} lists ${total} items of ${rows.size}`)
  }
  broken.push(...lookAt(path, (database) => faultsOf(database, library, 'deep', new Set())))
  // The first backup of the day may be under way.
  const lying = () => lookAt(path, (database) => leftoversIn(library, database))
  if (!(await within(10_000, () => lying().length === 0))) broken.push(`${lying().length} files lie about, such as ${lying()[0]}`)
  const docs = lookAt(join(library, 'index.db'), (database) => database.get('SELECT count(*) AS n FROM doc'))?.n
  if (docs !== rows.size) broken.push(`the index holds ${docs} items of ${rows.size}`)
  return broken
}

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms))
}

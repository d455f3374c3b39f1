// One core whose helpers are killed at every stage of their work: the page is cleaned by the next process and asked for no second time, the
// search answers or says why not, the index ends with what the library has, the backup is made by the next try.
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type CoreProcess, prepareCoreProcess } from '../../../src/main/testing/core-process.ts'
import type { LocalSite } from '../../../src/main/testing/local-site.ts'
import { Failure } from '../../../src/shared/failure.ts'
import type { Given, Outcome } from '../attack.ts'
import { type Chance, chanceFrom } from '../random.ts'
import { childrenOf } from './children-of.ts'
import { idOfLink } from './deeds.ts'
import { lookAt } from './look.ts'
import { bareLinks, putArticle, putLongArticle } from './pages.ts'
import { within } from './within.ts'

type Helper = 'extract-process' | 'index-worker' | 'backup-process'
type Scene = {
  readonly core: CoreProcess
  readonly library: string
  readonly site: LocalSite
  readonly chance: Chance
  /** A number that was never given. */
  next(): number
  /** Kills every helper of that name once there is one; answers how many. */
  kill(helper: Helper, afterMs?: number): Promise<number>
}
/** What is done and killed; answers what did not hold. */
type Stage = (scene: Scene) => Promise<readonly string[]>

const patienceMs = 60_000

const stages: Readonly<Record<string, Stage>> = {
  'extract, idle': async (scene) => {
    await saved(scene, putArticle(scene.site, scene.next(), 0))
    await scene.kill('extract-process')
    return saved(scene, putArticle(scene.site, scene.next(), 0))
  },
  'extract, starting': async (scene) => {
    await scene.kill('extract-process')
    const asked = saved(scene, putArticle(scene.site, scene.next(), 0))
    await scene.kill('extract-process', scene.chance.between(1, 150))
    return asked
  },
  'extract, cleaning': async (scene) => {
    const since = scene.core.events.length
    const asked = saved(scene, putLongArticle(scene.site, scene.next()))
    await within(patienceMs, () =>
      scene.core.events.slice(since).some((event) => event.name === 'job.progressed' && event.value.stage === 'extracting'),
    )
    await scene.kill('extract-process', scene.chance.between(0, 300))
    return asked
  },
  'index, idle': async (scene) => {
    await scene.core.call('search.find', { words: 'lamp' })
    await scene.kill('index-worker')
    return answers(scene)
  },
  'index, starting': async (scene) => {
    await scene.kill('index-worker')
    const asked = answers(scene)
    await scene.kill('index-worker', scene.chance.between(1, 60))
    return asked
  },
  'index, being fed': async (scene) => {
    const ids = bareLinks(scene.site, 'fed', 400).map(idOfLink)
    await scene.core.call('item.move', { ids, place: 'trash' })
    await scene.core.call('item.move', { ids, place: 'later' })
    await scene.kill('index-worker', scene.chance.between(0, 80))
    return [...(await fed(scene)), ...(await answers(scene))]
  },
  'index, answering': async (scene) => {
    const asked = Promise.all(['lamp', 'keeper', 'shore boats', 'not here'].map((words) => answers(scene, words)))
    await scene.kill('index-worker', scene.chance.between(0, 10))
    return (await asked).flat()
  },
  'backup, writing': async (scene) => {
    const asked = scene.core.call('storage.backUp', {}).then(() => [], toldWell)
    await scene.kill('backup-process', scene.chance.between(1, 120))
    const lines = await asked
    await scene.core.call('storage.backUp', {})
    return lines
  },
}

export async function killChildren(given: Given, site: LocalSite, times: number): Promise<Outcome> {
  const chance = chanceFrom(given.seed)
  const library = await mkdtemp(join(tmpdir(), 'carrel-children-'))
  const broken: string[] = []
  const killed = new Map<string, number>()
  let numbers = 1_000
  const core = await prepareCoreProcess().open(library, { hurried: true })
  const scene: Scene = {
    core,
    library,
    site,
    chance,
    next: () => numbers++,
    async kill(helper, afterMs = 0) {
      const helpers = () => childrenOf(core.pid).filter(({ words }) => words.includes(helper))
      if (afterMs > 0) await within(5_000, () => helpers().length > 0)
      await new Promise((resolve) => setTimeout(resolve, afterMs))
      const there = helpers()
      for (const { pid } of there) killQuietly(pid)
      // Until their parent knows: one page loses one process, not two.
      await within(patienceMs, () => !childrenOf(core.pid).some(({ pid }) => there.some((one) => one.pid === pid)))
      return there.length
    },
  }
  try {
    await core.call('item.save', { links: [...bareLinks(site, 'fed', 400)], typed: true, place: 'later' })
    for (let time = 0; time < times; time++) {
      for (const [name, stage] of Object.entries(stages)) {
        let hit = 0
        const counted: Scene = {
          ...scene,
          kill: async (...how) => {
            const count = await scene.kill(...how)
            hit += count
            return count
          },
        }
        const lines = await stage(counted).catch((error: unknown) => [String(error)])
        for (const line of lines) broken.push(`${name}, time ${time + 1}: ${line}`)
        killed.set(name, (killed.get(name) ?? 0) + hit)
      }
    }
    for (const line of await fed(scene)) broken.push(`at the end: ${line}`)
  } finally {
    await core.close()
    await rm(library, { recursive: true, force: true, maxRetries: 5 })
  }
  const figure = [...killed].map(([name, count]) => `${name}: ${count} killed`).join('; ')
  return { name: 'kill -9 of each helper at each stage', cases: times * Object.keys(stages).length, broken, figure }
}

/** Saves one page and waits until it is here, asked for once. */
async function saved({ core, site }: Scene, link: string): Promise<readonly string[]> {
  await core.call('item.save', { links: [link], typed: true })
  const row = async () => (await core.call('item.get', { id: idOfLink(link) })).item
  await within(patienceMs, async () => (await row()).state !== 'waiting')
  const item = await row()
  const asked = site.requests().filter((request) => link.endsWith(request.path)).length
  return [
    ...(item.state === 'complete' ? [] : [`the page ended ${item.state}: ${JSON.stringify(item.failure)}`]),
    ...(asked === 1 ? [] : [`the page was asked for ${asked} times`]),
  ]
}

/** Asks the search; that it broke off is an answer once, and then it answers. */
async function answers({ core }: Scene, words = 'lamp'): Promise<readonly string[]> {
  const lines = await core.call('search.find', { words }).then(() => [], toldWell)
  await core.call('search.find', { words })
  return lines
}

/** A listed failure is fine, one that nobody thought of is not. */
function toldWell(error: unknown): readonly string[] {
  return error instanceof Failure && error.code !== 'internal' ? [] : [String(error)]
}

/** Everything is told to the index in the end. */
async function fed({ library }: Scene): Promise<readonly string[]> {
  const waiting = () => Number(lookAt(join(library, 'library.db'), (database) => database.get('SELECT count(*) AS n FROM outbox'))?.n)
  if (!(await within(patienceMs, () => waiting() === 0))) return [`${waiting()} lines for the index are left over`]
  const [items, docs] = [
    lookAt(join(library, 'library.db'), (database) => database.get(`SELECT count(*) AS n FROM items WHERE place <> 'trash'`))?.n,
    lookAt(join(library, 'index.db'), (database) => database.get('SELECT count(*) AS n FROM doc'))?.n,
  ]
  return items === docs ? [] : [`the index holds ${docs} of ${items} items`]
}

/** It may have ended by itself in this very moment. */
function killQuietly(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL')
  } catch {}
}

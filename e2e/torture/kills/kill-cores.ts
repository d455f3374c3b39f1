// One library, one core after another, each killed in the middle of something. After every kill the library is looked at as it lies there; now
// and then the next core is left to finish everything first.
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type CoreProcess, type PreparedCore, prepareCoreProcess } from '../../../src/main/testing/core-process.ts'
import type { LocalSite } from '../../../src/main/testing/local-site.ts'
import { Failure } from '../../../src/shared/failure.ts'
import type { Given, Outcome } from '../attack.ts'
import { type Chance, chanceFrom } from '../random.ts'
import { type Child, childrenOf, livingOf } from './children-of.ts'
import { type DeedName, deeds } from './deeds.ts'
import { openLedger } from './ledger.ts'
import { actualOf, faultsOf, leftoversIn, lookAt } from './look.ts'
import type { Scene, World } from './scene.ts'
import { spreadOf } from './spread-of.ts'
import { within } from './within.ts'

/** How many of a hundred kills fall into each deed. */
const shares: Readonly<Record<DeedName, number>> = {
  saving: 15,
  refreshing: 11,
  importing: 12,
  deleting: 16,
  indexing: 14,
  marking: 14,
  'backing up': 10,
  sweeping: 8,
}
const deepEvery = 25
const twoDaysMs = 2 * 86_400_000
/** A first library to do harm to. */
const firstArticles = 8

export async function killCores(given: Given, site: LocalSite, kills: number): Promise<readonly Outcome[]> {
  const chance = chanceFrom(given.seed)
  const library = await mkdtemp(join(tmpdir(), 'carrel-kills-'))
  let numbers = 0
  const world: World = { library, site, ledger: openLedger(), chance, articles: new Map(), bare: new Set(), nextNumber: () => numbers++ }
  const proved = new Set<string>()
  const broken: string[] = []
  const orphans: string[] = []
  const fell = new Map<DeedName, number>()
  let left: readonly Child[] = []
  let spare = prepareCoreProcess()
  try {
    await firstLibrary(world, await spare.open(library, { hurried: true }))
    spare = prepareCoreProcess()
    for (const [n, name] of deckOf(chance, kills).entries()) {
      const before = left
      const core: PreparedCore = spare
      spare = prepareCoreProcess()
      const victim = await core.open(library, { hurried: true })
      const failed = await killWithin(name, world, victim, (children) => {
        left = children
      })
      fell.set(name, (fell.get(name) ?? 0) + 1)
      const depth = (n + 1) % deepEvery === 0 || n + 1 === kills ? 'deep' : 'light'
      const found = lookAt(join(library, 'library.db'), (database) => [
        ...world.ledger.settle(actualOf(database)),
        ...faultsOf(database, library, depth, proved),
      ])
      for (const line of [...failed, ...found]) broken.push(`kill ${n + 1}, ${name}: ${line}`)
      // A whole round has passed since their parent died.
      if (!(await within(20_000, () => livingOf(before).length === 0)))
        orphans.push(`kill ${n + 1}: ${livingOf(before).map(({ words }) => words)}`)
      if (depth === 'deep') {
        const core = spare
        spare = prepareCoreProcess()
        for (const line of await finishAll(library, await core.open(library, { hurried: true })))
          broken.push(`after kill ${n + 1}: ${line}`)
        given.say(`${n + 1} kills, ${broken.length} promises broken`)
      }
    }
    if (!(await within(20_000, () => livingOf(left).length === 0))) orphans.push('after the last kill')
  } finally {
    await spare.kill()
    await rm(library, { recursive: true, force: true, maxRetries: 5 })
  }
  return [
    { name: 'kill -9 of a core', cases: kills, broken, figure: `${spreadOf(fell)}; ${world.ledger.items().length} items at the end` },
    { name: 'children of a killed core end too', cases: kills, broken: orphans },
  ]
}

async function firstLibrary(world: World, victim: CoreProcess): Promise<void> {
  const scene: Scene = { ...world, victim, living: () => true, warm: () => undefined }
  for (let n = 0; n < firstArticles; n++) await deeds.saving(scene)
  await deeds.importing(scene)
  await victim.close()
}

/** Does a deed over and over, kills the core at a moment nobody chose, and answers what a call said that it should not have. */
async function killWithin(
  name: DeedName,
  world: World,
  victim: CoreProcess,
  tell: (children: readonly Child[]) => void,
): Promise<readonly string[]> {
  const { chance } = world
  const failed: string[] = []
  let living = true
  const warmed = Promise.withResolvers<void>()
  const scene: Scene = {
    ...world,
    victim,
    living: () => living,
    warm: () => warmed.resolve(),
  }
  const hand = async (deed: (typeof deeds)[DeedName]): Promise<void> => {
    try {
      while (living) await deed(scene)
    } catch (error) {
      // What is cut off by the kill is told by an error of the process, not of the program.
      if (error instanceof Failure && !isExpected(error)) failed.push(`${error.code} ${JSON.stringify(error.facts)}`)
      else if (living && !(error instanceof Failure)) failed.push(String(error))
    }
  }
  const hands = [hand(deeds[name])]
  if (name !== 'marking') hands.push(hand(deeds.marking))
  // Half of the pages are caught with an extract process that is only starting, half with one that has cleaned a page already.
  const needsPages = name === 'saving' || name === 'refreshing'
  if (needsPages && chance.next() < 0.5) await Promise.race([warmed.promise, Promise.allSettled(hands)])
  await new Promise((resolve) => setTimeout(resolve, chance.between(5, needsPages ? 400 : 300)))
  tell(childrenOf(victim.pid))
  living = false
  await victim.kill()
  await Promise.allSettled(hands)
  return failed
}

/** A killed core's backup may still be finishing its own: that is said, and as good as another. */
function isExpected({ code }: Failure): boolean {
  return code === 'cache.busy'
}

/** A core that is left alone: every job ends, the index holds what the library holds, and nothing lies about that nobody needs. */
async function finishAll(library: string, core: CoreProcess): Promise<readonly string[]> {
  const path = join(library, 'library.db')
  const broken: string[] = []
  const atRest = () =>
    lookAt(path, (database) =>
      Object.values(
        database.get(
          `SELECT (SELECT count(*) FROM jobs JOIN items ON items.id = item_id WHERE jobs.state IN ('queued', 'running') AND place <> 'trash') + (SELECT count(*) FROM outbox)`,
        ) ?? {},
      ),
    ).every((count) => count === 0)
  if (!(await within(60_000, atRest))) broken.push('jobs or lines for the index are left over')
  await core.keepHouse(twoDaysMs)
  const inLibrary = lookAt(path, (database) => database.all(`SELECT id FROM items WHERE place <> 'trash' ORDER BY id`).map((row) => row.id))
  const inIndex = lookAt(join(library, 'index.db'), (database) =>
    database.all('SELECT item_id FROM doc ORDER BY item_id').map((row) => row.item_id),
  )
  if (JSON.stringify(inLibrary) !== JSON.stringify(inIndex)) broken.push(`the index holds ${inIndex.length} items of ${inLibrary.length}`)
  await core.close()
  const lying = lookAt(path, (database) => leftoversIn(library, database))
  if (lying.length > 0) broken.push(`${lying.length} files lie about, such as ${lying[0]}`)
  return broken
}

/** The deeds in their shares, shuffled: every one of them gets its kills, whatever the seed. */
function deckOf(chance: Chance, kills: number): readonly DeedName[] {
  const names = (Object.keys(shares) as DeedName[]).flatMap((name) => Array.from({ length: shares[name] }, () => name))
  const deck = Array.from({ length: kills }, (_, n) => names[Math.floor((n * names.length) / kills)] ?? 'saving')
  for (let at = deck.length - 1; at > 0; at--) {
    const other = chance.between(0, at)
    ;[deck[at], deck[other]] = [deck[other] ?? 'saving', deck[at] ?? 'saving']
  }
  return deck
}

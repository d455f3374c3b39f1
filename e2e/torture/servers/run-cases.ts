// Saves hostile links through a core and holds what became of each against what should.
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { Limits } from '../../../src/main/network/limits.ts'
import { Failure } from '../../../src/shared/failure.ts'
import type { ItemId, ItemSummary } from '../../../src/shared/item.ts'
import type { Outcome } from '../attack.ts'
import { type Case, pageBytes, pictureBytes } from './case.ts'
import { type CoreUnderAttack, startCoreUnderAttack } from './core-under-attack.ts'
import type { World } from './world.ts'

export type Run = {
  readonly world: World
  readonly limits: Partial<Limits>
  readonly say: (line: string) => void
  readonly proxy?: string
  readonly env?: Readonly<Record<string, string>>
  /** The program's own limits of bytes and of jobs at once instead of small ones. */
  readonly asShipped?: boolean
  /** Megabytes the core may take; sixteen pages at once, each with all its bytes, are less than what is said here otherwise. */
  readonly mostMb?: number
}

/** Opens a core in the world, does `work` with it, and says beside it what its sockets tried and how much memory it took. */
export async function withCore(
  run: Run,
  name: string,
  work: (core: CoreUnderAttack) => Promise<readonly Outcome[]>,
): Promise<readonly Outcome[]> {
  const library = await mkdtemp(path.join(tmpdir(), 'carrel-servers-'))
  const { world, limits, proxy, env } = run
  const core = await startCoreUnderAttack({ library, wires: world.wires(), limits, ...(proxy ? { proxy } : {}), ...(env ? { env } : {}) })
  try {
    if (!run.asShipped) await core.call('settings.change', { jobsAtOnce: 16, maxPageBytes: pageBytes, maxAssetBytes: pictureBytes })
    const outcomes = await work(core)
    const strayed = await core.strayed()
    const peaks = await core.peaks()
    return [
      ...outcomes,
      { name: `${name}: nothing inside was reached`, cases: sum(outcomes), broken: inward(strayed, world) },
      {
        name: `${name}: memory`,
        cases: 1,
        broken: tooMuch(peaks.core, run.mostMb ?? mostCoreMb),
        figure: `core ${peaks.core} MB, extract process ${peaks.extract} MB`,
      },
    ]
  } finally {
    await core.close()
    await rm(library, { recursive: true, force: true })
  }
}

/** Sixteen pages at once, each with all its bytes, would be less than this; one endless body kept whole would be more within seconds. */
const mostCoreMb = 1_500

function tooMuch(core: number, most: number): readonly string[] {
  return core > most ? [`the core took ${core} MB`] : []
}

/** Saves all cases at once, in their order, and waits until each has ended. */
export async function runCases(core: CoreUnderAttack, cases: readonly Case[], say: Run['say']): Promise<readonly Outcome[]> {
  const broken = new Map<Case, string>()
  const saved = new Map<Case, ItemId>()
  for (const typed of [false, true]) {
    const some = cases.filter((one) => (one.typed ?? false) === typed)
    if (some.length === 0) continue
    const { results } = await core.call('item.save', { links: some.map(({ link }) => link), typed })
    results.forEach((result, n) => {
      const one = some[n]
      if (one === undefined) return
      if (result.ok) saved.set(one, result.item.id)
      else if (!mayEnd(one, result.failure.code)) broken.set(one, `${told(one)} was refused as ${result.failure.code}`)
    })
  }
  await settle(core, say)
  for (const [one, id] of saved) {
    const { item } = await core.call('item.get', { id })
    const wrong = judged(one, item)
    if (wrong !== null) broken.set(one, wrong)
  }
  return outcomesOf(cases, broken)
}

/** Saves pages that are gone, then fetches each from the web archive: `ends` is how that must end. */
export async function runLost(core: CoreUnderAttack, cases: readonly Case[], say: Run['say']): Promise<readonly Outcome[]> {
  const { results } = await core.call('item.save', { links: cases.map(({ link }) => link), typed: false })
  await settle(core, say)
  for (const result of results) if (result.ok) await core.call('item.fetchFromArchive', { id: result.item.id })
  await settle(core, say)
  const broken = new Map<Case, string>()
  for (const [n, one] of cases.entries()) {
    const result = results[n]
    if (!result?.ok) throw new Failure('internal', { reason: `${one.link} was not saved` })
    const wrong = judged(one, (await core.call('item.get', { id: result.item.id })).item)
    if (wrong !== null) broken.set(one, wrong)
  }
  return outcomesOf(cases, broken)
}

async function settle(core: CoreUnderAttack, say: Run['say']): Promise<void> {
  const begun = performance.now()
  const tell = async () => {
    const { states } = await core.call('item.counts', {})
    say(`${states.waiting} waiting after ${((performance.now() - begun) / 1_000).toFixed(0)} s`)
  }
  const watch = setInterval(() => void tell().catch(() => undefined), 10_000)
  await core.settled().finally(() => clearInterval(watch))
}

function judged(one: Case, item: ItemSummary): string | null {
  const ended = item.failure?.code ?? item.state
  const wrong = mayEnd(one, ended) ? (one.holds?.(item) ?? null) : `ended as ${ended} ${JSON.stringify(item.failure?.facts ?? {})}`
  return wrong === null ? null : `${told(one)}: ${wrong}`
}

function mayEnd(one: Case, ended: string): boolean {
  return (one.ends as readonly string[]).includes(ended)
}

function told(one: Case): string {
  return `${one.name} (${one.link.slice(0, 200)})`
}

function outcomesOf(cases: readonly Case[], broken: ReadonlyMap<Case, string>): readonly Outcome[] {
  return [...new Set(cases.map(({ group }) => group))].map((group) => {
    const some = cases.filter((one) => one.group === group)
    return { name: `servers: ${group}`, cases: some.length, broken: some.flatMap((one) => broken.get(one) ?? []) }
  })
}

/** What came to 127.0.0.1, and every socket that was opened to a place inside; a public number nobody answers at is no harm. */
function inward(strayed: readonly string[], world: World): readonly string[] {
  const places = strayed.filter((place) => !/^93\.184\./.test(place)).map((place) => `a socket was opened to ${place}`)
  return [...places, ...world.hits('secret').map((line) => `the inner server was asked: ${line}`)]
}

function sum(outcomes: readonly Outcome[]): number {
  return outcomes.reduce((cases, outcome) => cases + outcome.cases, 0)
}

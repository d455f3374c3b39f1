// Hostile servers against a whole core: each link of one must end in its listed failure, every good page beside them must be whole,
// no socket may ever leave for the private network, and memory stays bounded.
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { Attack, Given, Outcome } from './attack.ts'
import { type Chance, chanceFrom } from './random.ts'
import { answer, article, byPath, picture, png } from './servers/answers.ts'
import { type Case, type CaseMaker, pageBytes, pictureBytes, shortLimits } from './servers/case.ts'
import { type CoreUnderAttack, startCoreUnderAttack } from './servers/core-under-attack.ts'
import { innerCases, rebindingCases } from './servers/inside.ts'
import { largeCases } from './servers/large.ts'
import { pictureCases } from './servers/pictures.ts'
import { certificateCases, redirectCases } from './servers/redirects.ts'
import { slowCases } from './servers/slow.ts'
import { speechCases } from './servers/speech.ts'
import { typeCases } from './servers/types.ts'
import { openWorld, type World } from './servers/world.ts'

const makers: readonly CaseMaker[] = [
  slowCases,
  largeCases,
  speechCases,
  typeCases,
  redirectCases,
  certificateCases,
  innerCases,
  rebindingCases,
  pictureCases,
]

export const servers: Attack = {
  name: 'servers',
  async run(given) {
    const chance = chanceFrom(given.seed)
    const world = openWorld()
    try {
      const made = (await Promise.all(makers.map((make) => make(world, { length: given.length, chance })))).flat()
      const cases = shuffled([...made, ...(await goodPages(world, given.length === 'full' ? 200 : 40))], chance)
      return await attack(world, cases, given)
    } finally {
      await world.close()
    }
  },
}

async function attack(world: World, cases: readonly Case[], { say }: Given): Promise<readonly Outcome[]> {
  const library = await mkdtemp(path.join(tmpdir(), 'carrel-servers-'))
  const core = await startCoreUnderAttack({ library, wires: world.wires(), limits: shortLimits })
  try {
    await core.call('settings.change', { jobsAtOnce: 16, maxPageBytes: pageBytes, maxAssetBytes: pictureBytes })
    const broken = await endings(core, cases, say)
    const strayed = await core.strayed()
    const peaks = await core.peaks()
    const groups = [...new Set(cases.map(({ group }) => group))]
    return [
      ...groups.map((group) => ({
        name: `servers: ${group}`,
        cases: cases.filter((one) => one.group === group).length,
        broken: cases.filter((one) => one.group === group).flatMap((one) => broken.get(one) ?? []),
      })),
      { name: 'servers: sockets that left for elsewhere', cases: cases.length, broken: inward(strayed) },
      { name: 'servers: memory', cases: 1, broken: [], figure: `core ${peaks.core} MB, extract process ${peaks.extract} MB` },
    ]
  } finally {
    await core.close()
    await rm(library, { recursive: true, force: true })
  }
}

/** Saves all of them at once and says of each what is not as it should be. */
async function endings(core: CoreUnderAttack, cases: readonly Case[], say: Given['say']): Promise<ReadonlyMap<Case, string>> {
  const broken = new Map<Case, string>()
  const saved = new Map<Case, string>()
  for (const typed of [false, true]) {
    const some = cases.filter((one) => (one.typed ?? false) === typed)
    const { results } = await core.call('item.save', { links: some.map(({ link }) => link), typed })
    results.forEach((result, n) => {
      const one = some[n]
      if (one === undefined) return
      if (result.ok) saved.set(one, result.item.id)
      else if (!(one.ends as readonly string[]).includes(result.failure.code))
        broken.set(one, `${one.name} (${one.link}) was refused as ${result.failure.code}`)
    })
  }
  const begun = performance.now()
  const watch = setInterval(
    () =>
      void core
        .call('item.counts', {})
        .then(({ states }) => say(`${states.waiting} waiting, ${((performance.now() - begun) / 1_000).toFixed(0)} s`)),
    10_000,
  )
  await core.settled()
  clearInterval(watch)
  for (const [one, id] of saved) {
    const { item } = await core.call('item.get', { id })
    const ended = item.failure?.code ?? item.state
    const wrong = (one.ends as readonly string[]).includes(ended) ? (one.holds?.(item) ?? null) : `ended as ${ended}`
    if (wrong !== null) broken.set(one, `${one.name} (${one.link}): ${wrong} ${JSON.stringify(item.failure?.facts ?? {})}`)
  }
  return broken
}

/** A number of the private network, or a name, that a socket was opened to; a public number nobody answers at is no harm. */
function inward(strayed: readonly string[]): readonly string[] {
  return strayed.filter((place) => !/^93\.184\./.test(place)).map((place) => `a socket was opened to ${place}`)
}

async function goodPages(world: World, count: number): Promise<readonly Case[]> {
  return Promise.all(
    Array.from({ length: count }, async (_, n) => {
      const origin = await world.host(
        `good-${n}.example`,
        byPath({ '/': answer(article(`A good page, number ${n}`, picture('/one.png') + picture('/two.png'))), '*': png }),
      )
      return {
        group: 'good pages beside',
        name: `number ${n}`,
        link: `${origin}/`,
        ends: ['complete'] as const,
        holds: (item: { readonly title: string }) => (item.title === `A good page, number ${n}` ? null : `its title is ${item.title}`),
      }
    }),
  )
}

function shuffled<T>(list: readonly T[], chance: Chance): readonly T[] {
  return list
    .map((one) => ({ one, at: chance.next() }))
    .toSorted((a, b) => a.at - b.at)
    .map(({ one }) => one)
}

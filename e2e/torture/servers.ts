// Hostile servers against a whole core: each link of one must end in its listed failure, every good page beside them must be whole,
// no socket may ever leave for the private network, and memory stays bounded. The servers are servers/; what they meet is the program.
import type { Attack, Given, Outcome } from './attack.ts'
import { type Chance, chanceFrom } from './random.ts'
import { answer, article, byPath, picture, png } from './servers/answers.ts'
import { type Case, type CaseMaker, shortLimits } from './servers/case.ts'
import { heavyCases, mostHeavyMb } from './servers/heavy.ts'
import { innerCases } from './servers/inside.ts'
import { largeCases } from './servers/large.ts'
import { lostPages } from './servers/later.ts'
import { pictureCases } from './servers/pictures.ts'
import { openProxy, sparing } from './servers/proxy.ts'
import { rebindingCases } from './servers/rebinding.ts'
import { certificateCases, redirectCases } from './servers/redirects.ts'
import { runCases, runLost, withCore } from './servers/run-cases.ts'
import { slowCases } from './servers/slow.ts'
import { speechCases } from './servers/speech.ts'
import { talkCases } from './servers/talks.ts'
import { typeCases } from './servers/types.ts'
import { openWorld, type World } from './servers/world.ts'

/** Every class of hostile servers, by name. */
export const hostileServers: Readonly<Record<string, CaseMaker>> = {
  slow: slowCases,
  large: largeCases,
  speech: speechCases,
  types: typeCases,
  redirects: redirectCases,
  certificates: certificateCases,
  inside: innerCases,
  rebinding: rebindingCases,
  pictures: pictureCases,
  talks: talkCases,
}

export const servers: Attack = {
  name: 'servers',
  async run(given) {
    const many = given.length === 'full'
    return [
      ...(await amongGoodPages(Object.values(hostileServers), given)),
      ...(await underHeavyPages(given)),
      ...(await behindProxies(given, many ? sparing : [])),
      ...(many ? await withRealLimits(given) : []),
    ]
  },
}

/** All of them in one queue, in any order, with good pages between them; then the web archive. */
export async function amongGoodPages(makers: readonly CaseMaker[], given: Given): Promise<readonly Outcome[]> {
  const chance = chanceFrom(given.seed)
  return inWorld(async (world) => {
    const made = (await Promise.all(makers.map((make) => make(world, { length: given.length, chance })))).flat()
    const cases = shuffled([...made, ...(await goodPages(world, given.length === 'full' ? 200 : 15))], chance)
    const lost = await lostPages(world)
    return withCore({ world, limits: shortLimits, say: given.say }, 'servers', async (core) => [
      ...(await runCases(core, cases, given.say)),
      ...(await runLost(core, lost, given.say)),
    ])
  })
}

/** What is kept of many pages at once is written as it comes: memory alone would not hold it. */
export async function underHeavyPages({ length, say }: Given): Promise<readonly Outcome[]> {
  return inWorld(async (world) => {
    const cases = await heavyCases(world, length)
    return withCore({ world, limits: {}, say, mostMb: mostHeavyMb }, 'servers, heavy pages', (core) => runCases(core, cases, say))
  })
}

/** Behind a proxy, and past it with each word of NO_PROXY. */
async function behindProxies({ length, say }: Given, words: readonly string[]): Promise<readonly Outcome[]> {
  const outcomes: Outcome[] = []
  for (const word of [null, ...words]) {
    const name = word === null ? 'servers: behind a proxy' : `servers: past a proxy, NO_PROXY=${word}`
    const more = await inWorld(async (world) => {
      // Every address without NO_PROXY and past everything; with the other forms one in four.
      const { proxy, cases, asked } = await openProxy(world, word === null || word === '*' ? length : 'short')
      const env = { HTTP_PROXY: proxy, HTTPS_PROXY: proxy, ...(word === null ? {} : { NO_PROXY: word }) }
      const asIs =
        word === null ? cases : cases.map((one) => ({ ...one, ends: [...one.ends, 'page.unreachable', 'page.timeout'] as const }))
      const told = await withCore({ world, limits: shortLimits, say, env }, name, (core) => runCases(core, asIs, say))
      return told.map((outcome) => ({
        ...outcome,
        name: outcome.name.replace(/^servers: behind a proxy$/, name),
        broken:
          outcome.name === `${name}: nothing inside was reached`
            ? [...outcome.broken, ...asked().map((target) => `the proxy was asked for ${target}`)]
            : outcome.broken,
      }))
    })
    outcomes.push(...more)
  }
  return outcomes
}

/** The slow ones once more, with the limits that are shipped: about a minute. */
async function withRealLimits(given: Given): Promise<readonly Outcome[]> {
  const chance = chanceFrom(given.seed)
  return inWorld(async (world) => {
    const cases = await slowCases(world, { length: given.length, chance })
    const told = await withCore({ world, limits: {}, say: given.say }, 'servers, real limits', (core) => runCases(core, cases, given.say))
    return told.map((outcome) => ({ ...outcome, name: outcome.name.replace(/^servers: /, 'servers, real limits: ') }))
  })
}

async function inWorld(work: (world: World) => Promise<readonly Outcome[]>): Promise<readonly Outcome[]> {
  const world = openWorld()
  try {
    return await work(world)
  } finally {
    await world.close()
  }
}

async function goodPages(world: World, count: number): Promise<readonly Case[]> {
  const title = (n: number) => `A good page, number ${n}`
  return Promise.all(
    Array.from({ length: count }, async (_, n): Promise<Case> => {
      const page = answer(article(title(n), picture('/one.png') + picture('/two.png')))
      const origin = await world.host(`good-${n}.example`, byPath({ '/': page, '*': png }))
      return {
        group: 'good pages beside',
        name: `number ${n}`,
        link: `${origin}/`,
        ends: ['complete'],
        holds: (item) => (item.title === title(n) ? null : `its title is ${item.title}`),
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

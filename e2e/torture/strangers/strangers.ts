// Attack: whoever can reach the loopback door without being its owner, and whoever has its token and means harm.
import type { Attack, Given, Outcome } from '../attack.ts'
import { withBadBodies } from './bodies.ts'
import { underOtherNames } from './other-names.ts'
import { fromOtherSites } from './other-sites.ts'
import { alongOddPaths } from './paths.ts'
import { isKeptSecret } from './secrets.ts'
import { type Served, serveToStrangers } from './served.ts'
import { inOddShapes } from './shapes.ts'
import { inGreatNumbers, slowly } from './slow.ts'
import { withWrongTokens } from './tokens.ts'

const classes: readonly ((given: Given, served: Served) => Promise<Outcome>)[] = [
  underOtherNames,
  fromOtherSites,
  withWrongTokens,
  withBadBodies,
  alongOddPaths,
  inOddShapes,
  slowly,
  inGreatNumbers,
  isKeptSecret,
]

/** How much a process may have grown by all of it: V8 keeps what large bodies once took. */
const mostGrownBytes = 250_000_000

export const strangers: Attack = {
  name: 'strangers',
  async run(given) {
    const served = await serveToStrangers()
    try {
      // So that what is loaded on first use is not taken for growth.
      await served.call('item.list', {})
      const handles = served.handles()
      const bytes = served.bytes()
      const outcomes: Outcome[] = []
      for (const attack of classes) {
        outcomes.push(await attack(given, served))
        given.say(`${outcomes.at(-1)?.name}: ${outcomes.at(-1)?.cases}`)
      }
      return [...outcomes, await afterwards(served, handles, bytes)]
    } finally {
      await served.remove()
    }
  },
}

/** Nothing is left of it all, and the process ends in order. */
async function afterwards(served: Served, handles: number | null, bytes: number | null): Promise<Outcome> {
  const broken: string[] = []
  let left = served.handles()
  for (let tries = 0; handles !== null && left !== null && left > handles + 8 && tries < 60; tries++) {
    await new Promise((resolve) => setTimeout(resolve, 250))
    left = served.handles()
  }
  if (handles !== null && (left === null || left > handles + 8)) broken.push(`${left} sockets and files are open, ${handles} at the start`)
  const now = served.bytes()
  const grown = now === null || bytes === null ? null : now - bytes
  if (grown !== null && grown > mostGrownBytes) broken.push(`the process has grown by ${Math.round(grown / 1e6)} MB`)
  const ended = await served.stop()
  if (!['0', '143'].includes(ended)) broken.push(`it ended with ${ended}`)
  const figure = grown === null ? {} : { figure: `${Math.round(grown / 1e6)} MB more, ${left} handles (${handles} before)` }
  return { name: 'alive afterwards, nothing left open', cases: 3, broken, ...figure }
}

// Somebody who uses the window while pages come in: a call every tenth of a second, timed from outside.
import { setTimeout as pause } from 'node:timers/promises'
import type { ItemId } from '../../src/shared/item.ts'
import type { BenchCore } from '../programs/core-client.ts'

export type CallTimes = ReadonlyMap<string, readonly number[]>

const everyMs = 100
const asked = ['p', 'py', 'pyt', 'pyth', 'memory', 'the re']

/** Lists, searches as one types and opens items in turn, until stopped; answers the milliseconds of each call by its name. */
export function callThroughTheDoor(core: BenchCore): { stop(): Promise<CallTimes> } {
  const times = new Map<string, number[]>()
  let stopped = false
  let newest: ItemId | null = null

  async function timed<T>(name: string, call: () => Promise<T>): Promise<T> {
    const begun = performance.now()
    const answered = await call()
    times.set(name, [...(times.get(name) ?? []), performance.now() - begun])
    return answered
  }

  const going = (async () => {
    for (let n = 0; !stopped; n += 1) {
      await pause(everyMs)
      if (n % 3 === 0) {
        const { items } = await timed('item.list', () => core.call('item.list', { limit: 200 }))
        newest = items.find((item) => item.shownCopy !== null)?.id ?? newest
      } else if (n % 3 === 1) {
        await timed('search.find', () => core.call('search.find', { words: asked[n % asked.length] ?? 'p', limit: 50, order: 'newest' }))
      } else if (newest) {
        const id = newest
        await timed('item.open', () => core.call('item.open', { id }))
      }
    }
  })()
  return {
    async stop() {
      stopped = true
      await going
      return times
    },
  }
}

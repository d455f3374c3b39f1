// A limit of time for a piece of work that never gives way: it is broken off by a thread of the engine, so even an endless loop ends.
import { Script } from 'node:vm'

/** The engine's watch stands over a script, so the work is called from one. */
const key = Symbol.for('carrel.work-within-time')
const callWork = new Script('globalThis[Symbol.for("carrel.work-within-time")]()')

/** Does `work` and answers what it answers; after `maxMs` it is broken off with an Error. Only what it does before its first await is watched. */
export function withinTime<T>(maxMs: number, work: () => T): T {
  const place = globalThis as { [key]?: () => T }
  place[key] = work
  try {
    return callWork.runInThisContext({ timeout: maxMs }) as T
  } finally {
    delete place[key]
  }
}

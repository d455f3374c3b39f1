// Another try where it helps: for requests that may be repeated, after faults that pass.
import { setTimeout as sleep } from 'node:timers/promises'
import { cancelReason } from './cancel-reason.ts'
import { Fault } from './faults.ts'
import type { Limits } from './limits.ts'

export type RetryOptions = {
  readonly tries: number
  readonly limits: Limits
  /** A number from 0 to 1: half of every pause is left to chance, so that many who failed together do not return together. */
  readonly chance: () => number
  /** Told when the server named its own pause, before it is waited for by whoever gives out turns. */
  readonly holdHost: (forMs: number) => void
  readonly signal: AbortSignal
}

/**
 * Runs `attempt` until it succeeds, `tries` are used up, or its Fault says that another try is of no use.
 * `attempt` is told whether it may ask for compression. Throws the last Fault; a pause the server asks for
 * that is longer than `limits.waitForBusyMs` ends the tries at once.
 */
export async function withRetries<T>(attempt: (compressed: boolean) => Promise<T>, options: RetryOptions): Promise<T> {
  const { limits, signal } = options
  let compressed = true
  let wentStale = false
  for (let tried = 1; ; tried += 1) {
    try {
      return await attempt(compressed)
    } catch (error) {
      if (signal.aborted) throw cancelReason(signal)
      if (!(error instanceof Fault)) throw error
      if (error.retryAfterMs !== null && error.retryAfterMs > 0) options.holdHost(Math.min(error.retryAfterMs, limits.holdHostMs))
      if (error.again === 'never' || tried >= options.tries || (error.retryAfterMs ?? 0) > limits.waitForBusyMs) throw error
      if (error.again === 'uncompressed') {
        if (!compressed) throw error
        compressed = false
        continue
      }
      // A connection kept alive may have been closed by the other side just now: the first time that is no reason to wait.
      if (error.again === 'at-once' && !wentStale) {
        wentStale = true
        continue
      }
      // The host is on hold: taking the next turn waits for exactly as long as it asked.
      if (error.retryAfterMs) continue
      await pause(limits.backOffMs * 2 ** (tried - 1) * (0.5 + options.chance() / 2), signal)
    }
  }
}

async function pause(ms: number, signal: AbortSignal): Promise<void> {
  try {
    await sleep(ms, undefined, { signal })
  } catch {
    throw cancelReason(signal)
  }
}

// Watches over the time one exchange takes: connect, headers, body. What a lapse means is said by the caller.
import type { Phase } from './faults.ts'
import type { Limits } from './limits.ts'

export type Patience = {
  /** The exchange has come to its next phase. */
  enter(phase: Phase): void
  /** Bytes of the body arrived. */
  progress(bytes: number): void
  stop(): void
}

/** Starts with the connect phase; calls `lapsed` once, with the phase that took too long and how long that was. */
export function startPatience(limits: Limits, lapsed: (phase: Phase, waitedMs: number) => void): Patience {
  let timer: NodeJS.Timeout | undefined
  let bytes = 0
  let bytesAtLastTick = 0

  const stop = () => clearTimeout(timer)
  const allow = (phase: Phase, ms: number) => {
    stop()
    timer = setTimeout(() => lapsed(phase, ms), ms)
  }
  // Counted in ticks and not by the clock: a machine that slept has not been kept waiting.
  const watchBody = (tickMs: number) => {
    let waitedMs = 0
    let idleMs = 0
    stop()
    timer = setInterval(() => {
      waitedMs += tickMs
      idleMs = bytes === bytesAtLastTick ? idleMs + tickMs : 0
      bytesAtLastTick = bytes
      const tooSlow = waitedMs >= limits.bodyMs && bytes < (waitedMs / 1000) * limits.minBytesPerSecond
      if (idleMs < limits.idleMs && !tooSlow && waitedMs < limits.wholeBodyMs) return
      stop()
      lapsed('body', waitedMs)
    }, tickMs)
  }

  allow('connect', limits.connectMs)
  return {
    enter(phase) {
      if (phase === 'headers') allow('headers', limits.headersMs)
      if (phase === 'body') watchBody(Math.min(1000, Math.max(20, Math.floor(Math.min(limits.idleMs, limits.bodyMs) / 5))))
    },
    progress(more) {
      bytes += more
    },
    stop,
  }
}

// Who may ask next: a few requests at once for each host, a pause between pages of one host, a limit over all,
// pages before details before pictures. A host that asked to be left alone is left alone by everybody.
import { Failure } from '../../shared/failure.ts'
import type { Clock } from '../platform/clock.ts'
import { cancelReason } from './cancel-reason.ts'
import type { NetworkRequest } from './network.ts'

type Purpose = NetworkRequest['purpose']

export type TurnOptions = {
  readonly clock: Clock
  /** Pages (and details) of one host at once, and the pause between their starts. Pictures: three times as many, no pause. */
  readonly perHost: { readonly atOnce: number; readonly pauseMs: number }
  /** Requests over all hosts at once. */
  readonly atOnce: number
  /** A wait longer than this is answered with `page.busy` instead. */
  readonly waitForBusyMs: number
}

export type Turns = {
  /**
   * Waits for a turn; the function it gives hands the turn back. Rejects with the signal's reason when cancelled,
   * with `page.busy` (fact `retryAfterMs`) when the host is to be left alone for long.
   * `goesOn`: the next step of something begun (a redirect), which need not rest again.
   */
  take(host: string, purpose: Purpose, signal: AbortSignal, goesOn?: boolean): Promise<() => void>
  /** Nobody asks this host for so long. A shorter wish never shortens a longer one. */
  hold(host: string, forMs: number): void
  close(): void
}

type Host = { readonly busy: Record<Lane, number>; resting: boolean; heldUntil: number; timers: Set<NodeJS.Timeout> }
type Lane = 'pages' | 'pictures'
type Waiter = {
  readonly host: string
  readonly purpose: Purpose
  readonly goesOn: boolean
  readonly begin: () => void
  readonly refuse: (why: Error) => void
}

const order: readonly Purpose[] = ['page', 'details', 'asset']

export function takeTurns({ clock, perHost, atOnce, waitForBusyMs }: TurnOptions): Turns {
  const hosts = new Map<string, Host>()
  let waiting: readonly Waiter[] = []
  let running = 0

  const hostOf = (name: string): Host => {
    let host = hosts.get(name)
    if (host === undefined) {
      host = { busy: { pages: 0, pictures: 0 }, resting: false, heldUntil: 0, timers: new Set() }
      hosts.set(name, host)
    }
    return host
  }
  const forget = (name: string, host: Host) => {
    const idle = host.busy.pages + host.busy.pictures === 0 && !host.resting && host.heldUntil <= clock.now()
    if (idle && host.timers.size === 0) hosts.delete(name)
  }
  const later = (name: string, ms: number, act: (host: Host) => void) => {
    const host = hostOf(name)
    const timer = setTimeout(() => {
      host.timers.delete(timer)
      act(host)
      serve()
      forget(name, host)
    }, ms)
    host.timers.add(timer)
  }

  const mayBegin = ({ host: name, purpose, goesOn }: Waiter): boolean => {
    const host = hostOf(name)
    if (host.heldUntil > clock.now()) return false
    const lane = laneOf(purpose)
    return lane === 'pages' ? (goesOn || !host.resting) && host.busy.pages < perHost.atOnce : host.busy.pictures < perHost.atOnce * 3
  }
  const serve = () => {
    for (const purpose of order) {
      for (const waiter of waiting.filter((one) => one.purpose === purpose)) {
        if (running >= atOnce) return
        if (mayBegin(waiter)) begin(waiter)
      }
    }
  }
  const begin = (waiter: Waiter) => {
    waiting = waiting.filter((one) => one !== waiter)
    const host = hostOf(waiter.host)
    const lane = laneOf(waiter.purpose)
    running += 1
    host.busy[lane] += 1
    if (lane === 'pages' && perHost.pauseMs > 0 && !waiter.goesOn) {
      host.resting = true
      later(waiter.host, perHost.pauseMs, (rested) => {
        rested.resting = false
      })
    }
    waiter.begin()
  }
  const handBack = (name: string, purpose: Purpose) => {
    const host = hostOf(name)
    running -= 1
    host.busy[laneOf(purpose)] -= 1
    serve()
    forget(name, host)
  }

  return {
    take(host, purpose, signal, goesOn = false) {
      const { promise, resolve, reject } = Promise.withResolvers<() => void>()
      if (signal.aborted) return Promise.reject(cancelReason(signal))
      const heldMs = (hosts.get(host)?.heldUntil ?? 0) - clock.now()
      if (heldMs > waitForBusyMs) return Promise.reject(new Failure('page.busy', { host, retryAfterMs: heldMs }))
      const cancel = () => waiter.refuse(cancelReason(signal))
      const waiter: Waiter = {
        host,
        purpose,
        goesOn,
        begin() {
          signal.removeEventListener('abort', cancel)
          resolve(once(() => handBack(host, purpose)))
        },
        refuse(why) {
          waiting = waiting.filter((one) => one !== waiter)
          signal.removeEventListener('abort', cancel)
          reject(why)
        },
      }
      signal.addEventListener('abort', cancel, { once: true })
      waiting = [...waiting, waiter]
      serve()
      return promise
    },
    hold(name, forMs) {
      const host = hostOf(name)
      const until = clock.now() + forMs
      if (until <= host.heldUntil) return
      host.heldUntil = until
      if (forMs <= waitForBusyMs) {
        // The timer decides and not the clock, which may be a tick behind it; a longer hold since then has its own timer.
        return later(name, forMs, (held) => {
          if (held.heldUntil === until) held.heldUntil = 0
        })
      }
      const held = waiting.filter((waiter) => waiter.host === name)
      for (const waiter of held) waiter.refuse(new Failure('page.busy', { host: name, retryAfterMs: forMs }))
    },
    close() {
      for (const host of hosts.values()) for (const timer of host.timers) clearTimeout(timer)
      for (const waiter of waiting) waiter.refuse(new DOMException('closed', 'AbortError'))
      hosts.clear()
    },
  }
}

function laneOf(purpose: Purpose): Lane {
  return purpose === 'asset' ? 'pictures' : 'pages'
}

function once(act: () => void): () => void {
  let done = false
  return () => {
    if (done) return
    done = true
    act()
  }
}

// For tests only: a whole core in a process of its own, asked over IPC, so that it can be killed and can disagree with another.
import { type ChildProcess, fork } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import type { Answer, CallName, InputOf, OutputOf, PublishedEvent } from '../../shared/contract.ts'
import { Failure } from '../../shared/failure.ts'
import { openCache } from '../cache/open-cache.ts'
import { type Core, openCore } from '../core.ts'
import { systemClock } from '../platform/clock.ts'
import { randomIds } from '../platform/ids.ts'
import { silentLog } from '../platform/log.ts'

type Question =
  | { readonly open: string; readonly hurried: boolean }
  | { readonly id: number; readonly name: string; readonly input: unknown }
  | { readonly id: number; readonly sweepAheadMs: number }
type Told =
  | { readonly id: number; readonly answer: Answer }
  | { readonly event: PublishedEvent }
  | { readonly loaded: true }
  | { readonly ready: true }

export type CoreProcess = {
  readonly pid: number
  readonly events: readonly PublishedEvent[]
  /** A call of the contract; throws its failure, and an Error when the process ended before it answered. */
  call<N extends CallName>(name: N, input: InputOf<N>): Promise<OutputOf<N>>
  /** Empties the old trash and sweeps as the keeper does, by a clock that is so far ahead. */
  keepHouse(aheadMs: number): Promise<void>
  /** kill -9: nothing is closed, nothing is given back. Whatever was answered before has been heard when it ends. */
  kill(): Promise<void>
  close(): Promise<void>
}

/** A process that has loaded the program and has no library yet. */
export type PreparedCore = {
  readonly pid: number
  /** `hurried`: no pauses between two requests to one site. `opened` false: answers at once, so that it can be killed while it opens. */
  open(library: string, options?: { readonly hurried?: boolean; readonly opened?: boolean }): Promise<CoreProcess>
  kill(): Promise<void>
}

/** Processes that are started by the hundred need not compile the program anew each time. */
const compiled = fileURLToPath(new URL('../../../node_modules/.cache/compiled/', import.meta.url))

/** Starts a core in its own process on a library. */
export async function startCoreProcess(library: string): Promise<CoreProcess> {
  return prepareCoreProcess().open(library)
}

/** Starts the process alone: loading the program takes most of the time that opening a library takes. */
export function prepareCoreProcess(): PreparedCore {
  const child = fork(import.meta.filename, [], { env: { NODE_COMPILE_CACHE: compiled, ...process.env, CARREL_CORE_PROCESS: '1' } })
  const waiting = new Map<number, { resolve(answer: Answer): void; reject(error: unknown): void }>()
  const events: PublishedEvent[] = []
  let asked = 0
  const loaded = Promise.withResolvers<void>()
  const ready = Promise.withResolvers<void>()
  for (const { promise } of [loaded, ready]) promise.catch(() => undefined)
  child.on('message', (told: Told) => {
    if ('loaded' in told) loaded.resolve()
    else if ('ready' in told) ready.resolve()
    else if ('event' in told) events.push(told.event)
    else waiting.get(told.id)?.resolve(told.answer)
  })
  child.on('error', (error) => loaded.reject(error))
  const ended = endOf(child).then(() => {
    const error = new Error(`the core's process ended (${child.signalCode ?? child.exitCode})`)
    for (const { reject } of [loaded, ready]) reject(error)
    for (const { reject } of waiting.values()) reject(error)
  })

  async function ask(question: Record<string, unknown>): Promise<unknown> {
    const id = ++asked
    const { promise, resolve, reject } = Promise.withResolvers<Answer>()
    waiting.set(id, { resolve, reject })
    child.send({ id, ...question }, (error) => error && reject(error))
    const answered = await promise
    waiting.delete(id)
    if (!answered.ok) throw new Failure(answered.failure.code, answered.failure.facts)
    return answered.value
  }
  const kill = async (): Promise<void> => {
    child.kill('SIGKILL')
    await ended
  }
  return {
    pid: child.pid ?? 0,
    kill,
    async open(library, { hurried = false, opened = true } = {}) {
      await loaded.promise
      child.send({ open: library, hurried } satisfies Question, (error) => error && ready.reject(error))
      if (opened) await ready.promise
      return {
        pid: child.pid ?? 0,
        events,
        call: (name, input) => ask({ name, input }) as never,
        keepHouse: async (sweepAheadMs) => void (await ask({ sweepAheadMs })),
        kill,
        async close() {
          if (child.connected) child.disconnect()
          await ended
        },
      }
    },
  }
}

/** When the process has ended and everything it said has been heard. */
async function endOf(child: ChildProcess): Promise<void> {
  const exit = new Promise<void>((resolve) => child.once('exit', () => resolve()))
  const silent = new Promise<void>((resolve) => child.once('disconnect', () => resolve()))
  await Promise.all([exit, silent])
}

function beCore(): void {
  // Whoever listened may be gone while we close.
  const tell = (told: Told): void => void (process.connected && process.send?.(told, () => undefined))
  let core: Promise<Core> | null = null
  let folder = ''
  process.on('message', (question: Question) => {
    if ('open' in question) {
      folder = question.open
      const network = question.hurried ? { perHost: { atOnce: 4, pauseMs: 0 } } : {}
      core = openCore({ library: folder, role: 'long-lived', version: '0.0.0-test', log: silentLog, network })
      void core.then((opened) => {
        opened.listen((event) => tell({ event }))
        tell({ ready: true })
      })
    } else if ('sweepAheadMs' in question) void keepHouse(folder, question.sweepAheadMs).then((answer) => tell({ id: question.id, answer }))
    else void core?.then((opened) => opened.call(question.name, question.input)).then((answer) => tell({ id: question.id, answer }))
  })
  tell({ loaded: true })
  process.once('disconnect', () => void Promise.resolve(core?.then((opened) => opened.close())).then(() => process.exit(0)))
}

async function keepHouse(folder: string, aheadMs: number): Promise<Answer> {
  const clock = { now: () => systemClock.now() + aheadMs }
  const cache = await openCache({ folder, clock, ids: randomIds, log: silentLog, role: 'long-lived' })
  try {
    cache.emptyOldTrash(cache.houseTime())
    return { ok: true, value: { done: (await cache.blobs.sweep()).blobs } }
  } catch (error) {
    return { ok: false, failure: error instanceof Failure ? error.toValue() : { code: 'internal', facts: { message: String(error) } } }
  } finally {
    cache.close()
  }
}

if (process.env.CARREL_CORE_PROCESS === '1' && process.argv[1] === import.meta.filename) beCore()

// For tests only: a whole core in a process of its own, asked over IPC, so that it can be killed and can disagree with another.
import { type ChildProcess, fork } from 'node:child_process'
import type { Answer, CallName, InputOf, OutputOf, PublishedEvent } from '../../shared/contract.ts'
import { Failure } from '../../shared/failure.ts'
import { openCore } from '../core.ts'
import { silentLog } from '../platform/log.ts'

type Question = { readonly id: number; readonly name: string; readonly input: unknown }
type Told = { readonly id: number; readonly answer: Answer } | { readonly event: PublishedEvent } | { readonly ready: true }

export type CoreProcess = {
  readonly pid: number
  readonly events: readonly PublishedEvent[]
  /** A call of the contract; throws its failure. */
  call<N extends CallName>(name: N, input: InputOf<N>): Promise<OutputOf<N>>
  /** kill -9: nothing is closed, nothing is given back. */
  kill(): Promise<void>
  close(): Promise<void>
}

/** Starts a core in its own process on a library. */
export async function startCoreProcess(library: string): Promise<CoreProcess> {
  const child = fork(import.meta.filename, [library], { env: { ...process.env, CARREL_CORE_PROCESS: '1' } })
  const waiting = new Map<number, (answer: Answer) => void>()
  const events: PublishedEvent[] = []
  let asked = 0
  await new Promise<void>((resolve, reject) => {
    child.once('error', reject)
    child.once('exit', (code) => reject(new Error(`the core's process ended at once (${code})`)))
    child.on('message', (told: Told) => {
      if ('ready' in told) resolve()
      else if ('event' in told) events.push(told.event)
      else waiting.get(told.id)?.(told.answer)
    })
  })
  return {
    pid: child.pid ?? 0,
    events,
    async call(name, input) {
      const id = ++asked
      const answered = await new Promise<Answer>((resolve) => {
        waiting.set(id, resolve)
        child.send({ id, name, input } satisfies Question)
      })
      if (!answered.ok) throw new Failure(answered.failure.code, answered.failure.facts)
      return answered.value as never
    },
    kill: () => end(child, () => child.kill('SIGKILL')),
    close: () => end(child, () => child.disconnect()),
  }
}

function end(child: ChildProcess, how: () => void): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return Promise.resolve()
  return new Promise((resolve) => {
    child.once('exit', () => resolve())
    how()
  })
}

async function beCore(library: string): Promise<void> {
  const core = await openCore({ library, role: 'long-lived', version: '0.0.0-test', log: silentLog })
  const tell = (told: Told): void => void process.send?.(told)
  core.listen((event) => tell({ event }))
  process.on('message', ({ id, name, input }: Question) => void core.call(name, input).then((answer) => tell({ id, answer })))
  process.once('disconnect', () => void core.close().then(() => process.exit(0)))
  tell({ ready: true })
}

if (process.env.CARREL_CORE_PROCESS === '1' && process.argv[1] === import.meta.filename) await beCore(process.argv[2] ?? '')

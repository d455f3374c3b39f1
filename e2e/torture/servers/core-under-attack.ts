// A whole core in a process of its own, in the world of this attack: its memory is its own, and what its sockets try is known.
import { type ChildProcess, fork } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { openCore } from '../../../src/main/core.ts'
import type { Limits } from '../../../src/main/network/limits.ts'
import { silentLog } from '../../../src/main/platform/log.ts'
import { keepHeapSmall } from '../../../src/main/platform/small-heap.ts'
import type { Answer, CallName, InputOf, OutputOf } from '../../../src/shared/contract.ts'
import { Failure } from '../../../src/shared/failure.ts'
import { authority } from './certificates.ts'
import { layWires, worldResolver } from './wires.ts'
import type { Wires } from './world.ts'

export type CoreSetting = {
  readonly library: string
  readonly wires: Wires
  readonly limits: Partial<Limits>
  readonly proxy?: string
  readonly env?: Readonly<Record<string, string>>
}

export type CoreUnderAttack = {
  /** A call of the contract; throws its failure. */
  call<N extends CallName>(name: N, input: InputOf<N>): Promise<OutputOf<N>>
  /** Ends when nothing is running or due any more. */
  settled(): Promise<void>
  /** Places outside the world that a socket was opened to. */
  strayed(): Promise<readonly string[]>
  /** The most memory the core's process and its largest extract process ever held, in megabytes; 0 where the system does not tell. */
  peaks(): Promise<{ readonly core: number; readonly extract: number }>
  close(): Promise<void>
}

type Question = { readonly id: number } & (
  | { readonly open: CoreSetting }
  | { readonly name: string; readonly input: unknown }
  | { readonly tell: 'settled' | 'strayed' | 'pids' }
)

/** Starts a core in this world. */
export async function startCoreUnderAttack(setting: CoreSetting): Promise<CoreUnderAttack> {
  const child = fork(import.meta.filename, [], { env: { ...process.env, CARREL_UNDER_ATTACK: '1' } })
  const waiting = new Map<number, { readonly resolve: (answer: unknown) => void; readonly reject: (why: Error) => void }>()
  let ended = false
  let asked = 0
  child.on('message', ({ id, answer }: { id: number; answer: unknown }) => {
    waiting.get(id)?.resolve(answer)
    waiting.delete(id)
  })
  child.once('exit', () => {
    ended = true
    for (const { reject } of waiting.values()) reject(new Error('the core died'))
  })
  const ask = (question: object): Promise<unknown> =>
    new Promise((resolve, reject) => {
      if (ended) return reject(new Error('the core died'))
      const id = ++asked
      waiting.set(id, { resolve, reject })
      child.send({ id, ...question })
    })
  let extract = 0
  // An extract process is let go of after a large page: what it held must be seen while it lives.
  const watch = setInterval(() => void ask({ tell: 'pids' }).then(look, () => undefined), 250)
  const look = (pids: unknown) => {
    for (const pid of pids as readonly number[]) extract = Math.max(extract, peakOf(pid))
  }
  await ask({ open: setting })
  return {
    async call(name, input) {
      const answered = (await ask({ name, input })) as Answer
      if (!answered.ok) throw new Failure(answered.failure.code, answered.failure.facts)
      return answered.value as never
    },
    settled: async () => void (await ask({ tell: 'settled' })),
    strayed: async () => (await ask({ tell: 'strayed' })) as readonly string[],
    async peaks() {
      look(await ask({ tell: 'pids' }))
      return { core: peakOf(child.pid ?? 0), extract }
    },
    async close() {
      clearInterval(watch)
      await end(child)
    },
  }
}

function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return Promise.resolve()
  return new Promise((resolve) => {
    child.once('exit', () => resolve())
    child.disconnect()
  })
}

/** The kernel's high-water mark of resident memory (VmHWM), in megabytes. */
function peakOf(pid: number): number {
  try {
    return Math.round(Number(/VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0) / 1_000)
  } catch {
    return 0
  }
}

function beCore(): void {
  keepHeapSmall()
  const say = (id: number, answer: unknown) => void process.send?.({ id, answer })
  let strayed: readonly string[] = []
  let core: Awaited<ReturnType<typeof openCore>> | null = null
  process.on('message', async (question: Question) => {
    if ('open' in question) {
      const { library, wires, limits, proxy, env = {} } = question.open
      strayed = layWires(wires)
      core = await openCore({
        library,
        role: 'long-lived',
        version: '0.0.0-test',
        log: silentLog,
        env,
        network: {
          resolver: worldResolver(wires),
          limits,
          extraCa: [authority],
          perHost: { atOnce: 2, pauseMs: 0 },
          ...(proxy === undefined ? {} : { proxy }),
        },
      })
      return say(question.id, true)
    }
    if (core === null) return
    if ('name' in question) return say(question.id, await core.call(question.name, question.input))
    if (question.tell === 'pids') return say(question.id, core.extractPids())
    if (question.tell === 'strayed') return say(question.id, strayed)
    await core.settled()
    say(question.id, true)
  })
  process.once('disconnect', () => void (core?.close() ?? Promise.resolve()).finally(() => process.exit(0)))
}

if (process.env.CARREL_UNDER_ATTACK === '1' && process.argv[1] === import.meta.filename) beCore()

// Starts the measured core and asks it, as a door would. What runs in it: core-program.ts.
import { fork } from 'node:child_process'
import { join } from 'node:path'
import { withTidyAllocator } from '../../src/launch/tidy-allocator.mjs'
import type { Answer, CallName, InputOf, OutputOf } from '../../src/shared/contract.ts'
import type { CoreAnswer, CoreOrders, CoreQuestion, LoopDelay } from './core-words.ts'

export type BenchCore = {
  readonly pid: number
  call<N extends CallName>(name: N, input: InputOf<N>): Promise<OutputOf<N>>
  settled(): Promise<void>
  extractPids(): Promise<readonly number[]>
  watchLoop(): Promise<void>
  loopDelay(): Promise<LoopDelay>
  memory(): Promise<NodeJS.MemoryUsage>
  close(): Promise<void>
}

/** Answers when the core is open. `programs`: the folder of build-programs.ts. */
export async function startBenchCore(programs: string, orders: CoreOrders, execArgv: readonly string[] = []): Promise<BenchCore> {
  // As carrel.mjs has it for what stays open: what is compiled once is kept, what is freed is given back.
  const env = withTidyAllocator({ ...process.env, NODE_COMPILE_CACHE: join(programs, 'compiled') })
  const child = fork(join(programs, 'core-program.js'), [JSON.stringify(orders)], { execArgv: [...execArgv], env })
  const waiting = new Map<number, (answer: unknown) => void>()
  let asked = 0
  await new Promise<void>((resolve, reject) => {
    child.once('error', reject)
    child.once('exit', (code) => reject(new Error(`the measured core ended (${code})`)))
    child.on('message', (told: CoreAnswer) => {
      if ('ready' in told) resolve()
      else if ('id' in told) waiting.get(told.id)?.(told.answer)
    })
  })
  const ask = (what: CoreQuestion['ask']): Promise<unknown> => {
    asked += 1
    const id = asked
    return new Promise((resolve) => {
      waiting.set(id, (answer) => {
        waiting.delete(id)
        resolve(answer)
      })
      child.send({ id, ask: what } satisfies CoreQuestion)
    })
  }
  return {
    pid: child.pid ?? 0,
    async call(name, input) {
      const answered = (await ask({ call: name, input })) as Answer
      if (!answered.ok) throw new Error(`${name}: ${JSON.stringify(answered.failure)}`)
      // The core checked it against the contract under this very name.
      return answered.value as OutputOf<typeof name>
    },
    settled: async () => void (await ask({ own: 'settled' })),
    extractPids: async () => (await ask({ own: 'extractPids' })) as readonly number[],
    watchLoop: async () => void (await ask({ own: 'watchLoop' })),
    loopDelay: async () => (await ask({ own: 'loopDelay' })) as LoopDelay,
    memory: async () => (await ask({ own: 'memory' })) as NodeJS.MemoryUsage,
    close: () =>
      new Promise((resolve) => {
        child.once('exit', () => resolve())
        child.disconnect()
      }),
  }
}

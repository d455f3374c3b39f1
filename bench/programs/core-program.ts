// The program that is measured: a core in a process of its own, as the window and the server have one, asked over IPC.
// It times its own event loop, because nobody else can; its memory is looked at from outside.
import { monitorEventLoopDelay } from 'node:perf_hooks'
import { openCore } from '../../src/main/core.ts'
import { silentLog } from '../../src/main/platform/log.ts'
import { keepHeapSmall } from '../../src/main/platform/small-heap.ts'
import type { CoreAnswer, CoreOrders, CoreQuestion, LoopDelay } from './core-words.ts'

keepHeapSmall()
const orders = JSON.parse(process.argv[2] ?? '') as CoreOrders
const { site } = orders
const core = await openCore({
  library: orders.library,
  role: 'long-lived',
  version: '0.0.0-bench',
  log: silentLog,
  ...(site === null
    ? {}
    : {
        network: {
          resolver: async () => [{ address: '127.0.0.1', port: site.port }],
          allowResolvedPrivate: true,
          extraCa: [site.certificate],
        },
      }),
})
// Somebody listens, as a window would: events are made and sent.
core.listen((event) => tell({ event: event.name }))

/** Milliseconds between looks at the loop: what it adds to every delay is taken off again. */
const resolutionMs = 4
const delays = monitorEventLoopDelay({ resolution: resolutionMs })

process.on('message', (question: CoreQuestion) => void answer(question))
process.once('disconnect', () => void core.close().then(() => process.exit(0)))
tell({ ready: true })

async function answer({ id, ask }: CoreQuestion): Promise<void> {
  if ('call' in ask) tell({ id, answer: await core.call(ask.call, ask.input) })
  else tell({ id, answer: await own[ask.own]() })
}

const own: Readonly<Record<'settled' | 'extractPids' | 'watchLoop' | 'loopDelay' | 'memory', () => unknown>> = {
  settled: () => core.settled(),
  extractPids: () => core.extractPids(),
  watchLoop() {
    delays.reset()
    delays.enable()
  },
  loopDelay(): LoopDelay {
    delays.disable()
    const late = (nanoseconds: number) => Math.max(0, nanoseconds / 1e6 - resolutionMs)
    return { p50Ms: late(delays.percentile(50)), p99Ms: late(delays.percentile(99)), maxMs: late(delays.max), looks: delays.count }
  },
  memory: () => process.memoryUsage(),
}

function tell(told: CoreAnswer): void {
  process.send?.(told)
}

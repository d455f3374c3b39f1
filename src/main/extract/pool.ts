// The pool of extract processes: lazily started, limited, recycled; a child that dies costs one retry of the page it held.
// One child: extract-child.ts. What runs in it: extract-process.ts.
import { Failure } from '../../shared/failure.ts'
import type { Draft } from '../../shared/journey.ts'
import type { Clock } from '../platform/clock.ts'
import type { Log } from '../platform/log.ts'
import { ExtractChild } from './extract-child.ts'
import type { ExtractTask } from './extract-messages.ts'
import type { ExtractInput, ExtractPool, PdfText } from './extract-pool.ts'
import { maxSourceLength } from './source-guard.ts'

export type ExtractPoolOptions = {
  /** How many processes at most. */
  readonly size: number
  /** extract-process as source or bundled. */
  readonly entry: URL | string
  readonly log: Log
  readonly clock: Clock
  /** A child is replaced after so many tasks (default 1,000: a fresh one costs 1.7 s of processor time until its code is warm) … */
  readonly maxPagesPerChild?: number
  /** … or when it holds more than this after one (default 380 MB, so that the next large page stays below 500). */
  readonly maxRestingMb?: number
  /** Longest a task may work, in milliseconds of processor time where that is known, else by the clock (default 30,000; more for pages past five million characters). */
  readonly maxMs?: number
  /** Heap limit of a child, in megabytes (default 1,200). */
  readonly maxHeapMb?: number
}

type Waiting = {
  readonly task: ExtractTask
  readonly maxMs: number
  readonly heavy: boolean
  readonly signal: AbortSignal
  readonly resolve: (value: unknown) => void
  readonly reject: (error: unknown) => void
  tries: number
}

/** Characters or bytes from which a task counts as heavy: heavy ones never hold every child while light ones wait. */
const heavyFrom = 1_500_000
/** Cleaning takes time in proportion to a page's length: from here on (a list of 50,000 links) the limit grows with it. */
const longFrom = 5_000_000
/** With a single child, a heavy task gets its turn after so many light ones. */
const lightBeforeHeavy = 8

/** Opens a pool; no process starts before the first task. Failures: see ExtractPool, and `page.unreadable` {limit: time | memory | crash}. */
export function openExtractPool(options: ExtractPoolOptions): ExtractPool {
  const pool = new Pool(options)
  const run = <T>(task: ExtractTask, size: number, signal: AbortSignal, maxMs?: number): Promise<T> =>
    pool.add(task, size, signal, maxMs) as Promise<T>
  return {
    async extract({ html, url, maxMs }: ExtractInput, signal) {
      if (html.length > maxSourceLength) throw new Failure('page.too-large', { maxBytes: maxSourceLength })
      return run<Draft>({ task: 'page', html, url }, html.length, signal, maxMs)
    },
    sanitiseSvg: (svg, signal) => run<string | null>({ task: 'svg', svg }, svg.length, signal),
    async readPdf(bytes, signal) {
      try {
        return await run<PdfText>({ task: 'pdf', bytes }, bytes.length, signal)
      } catch (error) {
        // A PDF has no page to blame: whatever limit it broke, the file could not be read.
        throw error instanceof Failure && error.code === 'page.unreadable'
          ? new Failure('file.unreadable', error.facts, { cause: error })
          : error
      }
    },
    pids: () => pool.pids(),
    close: () => pool.close(),
  }
}

class Pool {
  private readonly options: Required<ExtractPoolOptions>
  private readonly children = new Map<ExtractChild, Waiting | null>()
  private readonly waiting: Waiting[] = []
  private lightInARow = 0
  private closed = false

  constructor(options: ExtractPoolOptions) {
    this.options = { maxPagesPerChild: 1_000, maxRestingMb: 380, maxMs: 30_000, maxHeapMb: 1_200, ...options }
  }

  add(task: ExtractTask, size: number, signal: AbortSignal, maxMs = this.options.maxMs * Math.max(1, size / longFrom)): Promise<unknown> {
    return new Promise((resolve, reject) => {
      if (signal.aborted) return reject(abortReason(signal))
      if (this.closed) return reject(new DOMException('the pool is closed', 'AbortError'))
      const settle = (): void => signal.removeEventListener('abort', cancel)
      const entry: Waiting = {
        task,
        maxMs,
        heavy: size >= heavyFrom,
        signal,
        tries: 0,
        resolve: (value) => {
          settle()
          resolve(value)
        },
        reject: (error) => {
          settle()
          reject(error)
        },
      }
      const cancel = (): void => {
        const at = this.waiting.indexOf(entry)
        if (at !== -1) this.waiting.splice(at, 1)
        for (const [child, held] of this.children) if (held === entry) child.kill('cancelled')
        entry.reject(abortReason(signal))
      }
      signal.addEventListener('abort', cancel, { once: true })
      this.waiting.push(entry)
      this.dispatch()
    })
  }

  pids(): readonly number[] {
    return [...this.children.keys()].map((child) => child.pid).filter((pid) => pid !== null)
  }

  async close(): Promise<void> {
    this.closed = true
    for (const entry of this.waiting.splice(0)) entry.reject(new DOMException('the pool is closed', 'AbortError'))
    await Promise.all([...this.children.keys()].map((child) => child.close()))
  }

  private dispatch(): void {
    while (!this.closed && this.waiting.length > 0 && this.hasRoom()) {
      const entry = this.next()
      if (entry === null) return
      void this.run(this.freeChild(), entry)
    }
  }

  private hasRoom(): boolean {
    return this.children.size < this.options.size || [...this.children].some(([child, held]) => held === null && child.usable)
  }

  private freeChild(): ExtractChild {
    for (const [child, held] of this.children) if (held === null && child.usable) return child
    const child = new ExtractChild(this.options, (gone) => {
      this.children.delete(gone)
      this.dispatch()
    })
    this.children.set(child, null)
    return child
  }

  /** The first light task, unless a heavy one's turn has come. */
  private next(): Waiting | null {
    const light = this.waiting.findIndex((entry) => !entry.heavy)
    const heavy = this.waiting.findIndex((entry) => entry.heavy)
    const heavyRunning = [...this.children.values()].filter((entry) => entry?.heavy).length
    const room = this.options.size === 1 ? light === -1 || this.lightInARow >= lightBeforeHeavy : heavyRunning < this.options.size - 1
    const at = heavy !== -1 && room && (light === -1 || heavy < light || this.lightInARow >= lightBeforeHeavy) ? heavy : light
    const [entry] = at === -1 ? [] : this.waiting.splice(at, 1)
    if (entry === undefined) return null
    this.lightInARow = entry.heavy ? 0 : this.lightInARow + 1
    return entry
  }

  private async run(child: ExtractChild, entry: Waiting): Promise<void> {
    this.children.set(child, entry)
    entry.tries += 1
    const end = await child.run(entry.task, entry.maxMs)
    if (this.children.has(child)) this.children.set(child, null)
    if ('died' in end) this.mourn(entry, end.died)
    else if ('failure' in end.answer) entry.reject(new Failure(end.answer.failure.code, end.answer.failure.facts))
    else if ('broken' in end.answer) {
      this.options.log.write('error', 'extracting broke', { task: entry.task.task, error: end.answer.broken })
      entry.reject(new Failure('page.unreadable', { limit: 'crash' }, { cause: new Error(end.answer.broken) }))
    } else entry.resolve(end.answer.value)
    const { maxPagesPerChild, maxRestingMb } = this.options
    if (child.usable && (child.tasks >= maxPagesPerChild || child.rss > maxRestingMb * 1_000_000)) void child.close()
    this.dispatch()
  }

  private mourn(entry: Waiting, died: 'time' | 'memory' | 'crash' | 'cancelled'): void {
    if (entry.signal.aborted || died === 'cancelled') {
      entry.reject(entry.signal.aborted ? abortReason(entry.signal) : new DOMException('the pool is closed', 'AbortError'))
      return
    }
    this.options.log.write('warn', 'an extract process died', { of: died, tries: entry.tries })
    // Time spent is no accident; everything else may have been the child's past, so a fresh one tries once more.
    if (died === 'time' || entry.tries >= 2) entry.reject(new Failure('page.unreadable', { limit: died }))
    else this.waiting.unshift(entry)
  }
}

function abortReason(signal: AbortSignal): unknown {
  return signal.reason ?? new DOMException('cancelled', 'AbortError')
}

// One extract process as the pool holds it: started, given a task, watched, killed. Which task goes where is pool.ts's.
import type { ChildProcess } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { forkProgram } from '../platform/fork-program.ts'
import type { ExtractTask, FromChild, ToChild } from './extract-messages.ts'

export type ChildOptions = {
  readonly entry: URL | string
  readonly maxHeapMb: number
}

/** How a task ended: an answer, or the child's death with what it died of as far as we know. */
export type TaskEnd = { readonly answer: FromChild } | { readonly died: 'time' | 'memory' | 'crash' | 'cancelled' }

/** A page's own heap limit does not bound what is outside the heap; well beyond both, the process is killed. */
const rssFactor = 1.5
const rssFloorMb = 400
const watchMs = 400
/** On a busy machine a page waits for its turn more than it works: so many times its limit may pass by the clock. */
const patience = 6
/** The kernel counts processor time in ticks of this many milliseconds on every Linux there is. */
const tickMs = 10

export class ExtractChild {
  private readonly process: ChildProcess
  private readonly maxRssBytes: number
  private finish: ((end: TaskEnd) => void) | null = null
  private current = 0
  private reason: 'time' | 'memory' | 'cancelled' | null = null
  tasks = 0
  /** Memory after the last task, in bytes. */
  rss = 0
  private alive = true
  private retired = false

  constructor({ entry, maxHeapMb }: ChildOptions, onExit: (child: ExtractChild) => void) {
    this.maxRssBytes = (maxHeapMb * rssFactor + rssFloorMb) * 1_000_000
    // Compiled at first sight: a process lives for some hundred pages, and waiting for functions to prove hot cost about 5 % of them.
    this.process = forkProgram(entry, [], [`--max-old-space-size=${maxHeapMb}`, '--always-sparkplug'])
    this.process.on('message', (message: FromChild) => this.hear(message))
    // A failed start or a broken channel ends in 'exit' too, or in nothing but 'error' when there was no process at all.
    this.process.on('error', () => this.end(onExit))
    this.process.on('exit', () => this.end(onExit))
  }

  /** Living, and not on its way out. */
  get usable(): boolean {
    return this.alive && !this.retired
  }

  get pid(): number | null {
    return this.alive ? (this.process.pid ?? null) : null
  }

  /**
   * Runs one task. `maxMs` is processor time where the kernel tells it, else time by the clock: below normal priority a page may stand
   * still while others work, and that is not its fault. Never rejects: a dead child is an answer too.
   */
  run(task: ExtractTask, maxMs: number): Promise<TaskEnd> {
    this.current += 1
    const id = this.current
    return new Promise((resolve) => {
      const begun = this.workedMs()
      const timer = setTimeout(() => this.kill('time'), begun === null ? maxMs : maxMs * patience)
      const watch = setInterval(
        () => {
          if (this.residentBytes() > this.maxRssBytes) this.kill('memory')
          else if (begun !== null && (this.workedMs() ?? begun) - begun > maxMs) this.kill('time')
        },
        Math.min(watchMs, maxMs),
      )
      watch.unref()
      this.finish = (end) => {
        clearTimeout(timer)
        clearInterval(watch)
        this.finish = null
        resolve(end)
      }
      if (!this.alive) this.finish({ died: 'crash' })
      else this.process.send({ id, ...task } satisfies ToChild, (error) => error && this.kill(null))
    })
  }

  kill(reason: 'time' | 'memory' | 'cancelled' | null): void {
    this.reason ??= reason
    this.retired = true
    this.process.kill('SIGKILL')
  }

  /** Lets an idle child go; answers when it is gone. */
  close(): Promise<void> {
    return new Promise((resolve) => {
      if (!this.alive) return resolve()
      this.process.once('exit', () => resolve())
      this.kill('cancelled')
    })
  }

  private hear(message: FromChild): void {
    this.rss = message.rss
    if (message.id !== this.current || message.id === 0) return
    this.tasks += 1
    this.finish?.({ answer: message })
  }

  private end(onExit: (child: ExtractChild) => void): void {
    if (!this.alive) return
    this.alive = false
    // V8 aborts (SIGABRT, or exit status 134) when the heap limit is reached; the kernel's own killer sends SIGKILL.
    const outOfMemory = this.process.signalCode === 'SIGABRT' || this.process.exitCode === 134
    this.finish?.({ died: this.reason ?? (outOfMemory ? 'memory' : 'crash') })
    onExit(this)
  }

  /** Processor time of the process so far, all its threads together; null where only the process itself could tell. */
  private workedMs(): number | null {
    if (process.platform !== 'linux' || this.process.pid === undefined) return null
    try {
      // The name of the program stands in brackets and may hold anything; user and system time are the 12th and 13th field behind it.
      const fields = readFileSync(`/proc/${this.process.pid}/stat`, 'utf8')
        .replace(/^.*\) /s, '')
        .split(' ')
      return (Number(fields[11]) + Number(fields[12])) * tickMs
    } catch {
      return null
    }
  }

  /** On Linux the kernel tells, even while the child is too busy to speak; elsewhere only what it said last. */
  private residentBytes(): number {
    if (process.platform !== 'linux' || this.process.pid === undefined) return this.rss
    try {
      return Number(readFileSync(`/proc/${this.process.pid}/statm`, 'utf8').split(' ')[1] ?? 0) * 4_096
    } catch {
      return 0
    }
  }
}

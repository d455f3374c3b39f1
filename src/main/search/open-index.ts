// The search index for the rest of the house: a process of its own behind the promise of search-index.ts. It starts with the first call.
import type { ChildProcess } from 'node:child_process'
import { z } from 'zod'
import { Failure } from '../../shared/failure.ts'
import { forkProgram } from '../platform/fork-program.ts'
import type { Log } from '../platform/log.ts'
import type { FromWorker, IndexTask, ToWorker } from './index-messages.ts'
import type { IndexDoc, SearchIndex } from './search-index.ts'

export type OpenIndexOptions = {
  /** The library's folder: index.db and index-claim.db stand in it. */
  readonly folder: string
  /** `index-worker.ts` from source, or its bundle: the program that is started. */
  readonly workerEntry: URL | string
  readonly log: Log
}

/** More in one transaction would keep somebody who types waiting (measured: 500 texts 0.2–0.5 s). */
const mostDocs = 50
const mostLetters = 1_000_000
/** Its texts are bounded: a small young heap keeps the process small, and it never needs much of an old one. */
const heap = ['--max-semi-space-size=4', '--max-old-space-size=512']

const Hits = z.array(z.object({ itemId: z.string(), title: z.string(), url: z.string(), snippet: z.string() }))
const Found = z.object({ hits: Hits, total: z.number().nullable() })
const Ordinals = z.array(z.number())

type Pending = { readonly task: IndexTask; readonly tries: number; resolve(value: unknown): void; reject(error: unknown): void }

/** A worker that dies takes what it was asked with it; the next one is asked the same once more. Every task may be done twice. */
const mostTries = 2

/**
 * Opens nothing yet. `needsFill` is cheap and can turn true at any time: a damaged file is made anew by whichever process notices.
 * Calls throw cache.busy, cache.full, cache.read-only, and search.unavailable when two workers died over them, one after the other.
 * It keeps this process alive only while an answer is awaited, and ends when this process does.
 */
export function openSearchIndex({ folder, workerEntry, log }: OpenIndexOptions): SearchIndex {
  const pending = new Map<number, Pending>()
  let worker: ChildProcess | null = null
  let lastId = 0
  let closed = false

  function start(): ChildProcess {
    const entry = typeof workerEntry === 'string' && workerEntry.startsWith('file:') ? new URL(workerEntry) : workerEntry
    const started = forkProgram(entry, [folder], heap)
    started.on('message', (message: FromWorker) => hear(message))
    started.on('error', (error) => lost(started, error))
    started.on('exit', () => lost(started, new Error('the search index ended')))
    release(started)
    return started
  }

  function hear(message: FromWorker): void {
    if ('log' in message) {
      log.write(message.log.level, message.log.what, message.log.facts)
      return
    }
    const waiting = pending.get(message.id)
    pending.delete(message.id)
    if (pending.size === 0 && worker) release(worker)
    if (message.ok) waiting?.resolve(message.value)
    else
      waiting?.reject(message.failure ? new Failure(message.failure.code, message.failure.facts) : revived(message.message, message.stack))
  }

  function lost(which: ChildProcess, error: unknown): void {
    if (worker !== which) return
    worker = null
    which.kill('SIGKILL')
    const waiting = [...pending.values()]
    pending.clear()
    if (waiting.length > 0) log.write('warn', 'the search index ended with questions in its hands', { questions: waiting.length, error })
    for (const one of waiting) {
      if (one.task.call === 'close' || closed || one.tries >= mostTries) one.reject(new Failure('search.unavailable', {}, { cause: error }))
      else put({ ...one, tries: one.tries + 1 })
    }
  }

  function ask(task: IndexTask): Promise<unknown> {
    if (closed && task.call !== 'close') return Promise.reject(new Error('the search index is closed'))
    return new Promise((resolve, reject) => put({ task, tries: 1, resolve, reject }))
  }

  function put(one: Pending): void {
    worker ??= start()
    const target = worker
    lastId += 1
    pending.set(lastId, one)
    hold(target)
    target.send({ id: lastId, task: one.task } satisfies ToWorker, (error) => error && lost(target, error))
  }

  return {
    needsFill: async () => (await ask({ call: 'needsFill' })) === true,
    markFilled: async () => void (await ask({ call: 'markFilled' })),
    async put(docs) {
      for (const batch of batches(docs)) await ask({ call: 'put', docs: batch })
    },
    newestSeq: async () => z.number().parse(await ask({ call: 'newestSeq' })),
    startOver: async (newest) => void (await ask({ call: 'startOver', newest })),
    async remove(lines) {
      if (lines.length > 0) await ask({ call: 'remove', lines })
    },
    find: async (query) => Found.parse(await ask({ call: 'find', query })),
    match: async (query) => Ordinals.parse(await ask({ call: 'match', query })),
    snippets: async (words, ordinals) => (ordinals.length === 0 ? [] : Hits.parse(await ask({ call: 'snippets', words, ordinals }))),
    async close() {
      closed = true
      const running = worker
      if (!running) return
      const ended = new Promise((resolve) => running.once('exit', resolve))
      // What was asked before is still answered: closing stands at the end of the line.
      await ask({ call: 'close' }).catch(() => undefined)
      hold(running)
      await ended
    },
  }
}

/** While an answer is awaited, this process lives on; otherwise a forgotten index does not keep it. */
function hold(worker: ChildProcess): void {
  worker.ref()
  worker.channel?.ref()
}

function release(worker: ChildProcess): void {
  worker.unref()
  worker.channel?.unref()
}

function* batches(docs: readonly IndexDoc[]): Generator<readonly IndexDoc[]> {
  let batch: IndexDoc[] = []
  let letters = 0
  for (const doc of docs) {
    if (batch.length > 0 && (batch.length === mostDocs || letters + doc.text.length > mostLetters)) {
      yield batch
      batch = []
      letters = 0
    }
    batch.push(doc)
    letters += doc.text.length
  }
  if (batch.length > 0) yield batch
}

function revived(message: string, stack: string): Error {
  const error = new Error(message)
  error.stack = stack
  return error
}

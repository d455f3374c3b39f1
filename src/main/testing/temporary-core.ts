// A real core on a temporary library, for tests: real SQLite, real files, real extract processes; only the log is silenced.
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Answer, CallName, InputOf, OutputOf, PublishedEvent } from '../../shared/contract.ts'
import { Failure } from '../../shared/failure.ts'
import { type Core, type CoreOptions, openCore } from '../core.ts'
import { silentLog } from '../platform/log.ts'

export type TemporaryCore = {
  readonly core: Core
  readonly library: string
  /** Every event published so far. */
  readonly events: readonly PublishedEvent[]
  /** A call of the contract; throws its failure. */
  call<N extends CallName>(name: N, input: InputOf<N>): Promise<OutputOf<N>>
  /** Closes the core; the folder stays, to be opened again. */
  close(): Promise<void>
  /** Closes the core and removes the folder. */
  remove(): Promise<void>
}

/** Opens a core on a fresh folder, or on the one given. */
export async function openTemporaryCore(options: Partial<CoreOptions> = {}): Promise<TemporaryCore> {
  const library = options.library ?? (await mkdtemp(join(tmpdir(), 'carrel-test-')))
  const core = await openCore({ role: 'long-lived', version: '0.0.0-test', log: silentLog, ...options, library })
  const events: PublishedEvent[] = []
  core.listen((event) => events.push(event))
  let closed = false
  const close = async (): Promise<void> => {
    if (!closed) await core.close()
    closed = true
  }
  return {
    core,
    library,
    events,
    async call(name, input) {
      const answered = (await core.call(name, input)) as Answer<typeof name>
      if (!answered.ok) throw new Failure(answered.failure.code, answered.failure.facts)
      return answered.value
    },
    close,
    async remove() {
      await close()
      await rm(library, { recursive: true, force: true })
    },
  }
}

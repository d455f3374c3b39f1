// A core as a window has it, for a long life: nothing here remembers what it was told.
import { type Core, type CoreOptions, openCore } from '../../../src/main/core.ts'
import { silentLog } from '../../../src/main/platform/log.ts'
import type { Answer, CallName, InputOf, OutputOf } from '../../../src/shared/contract.ts'
import { Failure } from '../../../src/shared/failure.ts'

export type LivingCore = {
  readonly core: Core
  /** A call of the contract; throws its failure. */
  call<N extends CallName>(name: N, input: InputOf<N>): Promise<OutputOf<N>>
}

export async function openLivingCore(options: Pick<CoreOptions, 'library' | 'clock'>): Promise<LivingCore> {
  // One host is all there is: no pause between its pages.
  const network = { perHost: { atOnce: 6, pauseMs: 0 } }
  const core = await openCore({ ...options, role: 'long-lived', version: '0.0.0-torture', log: silentLog, network })
  return {
    core,
    async call(name, input) {
      const answered = (await core.call(name, input)) as Answer<typeof name>
      if (!answered.ok) throw new Failure(answered.failure.code, answered.failure.facts)
      return answered.value
    },
  }
}

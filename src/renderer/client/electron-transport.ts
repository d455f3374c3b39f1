// The door of the Electron window: two functions the preload gives, nothing else.
import type { Answer, PublishedEvent } from '../../shared/contract.ts'
import type { Transport } from './transport.ts'

export type CarrelBridge = {
  call(name: string, input: unknown): Promise<Answer>
  listen(hear: (event: PublishedEvent) => void): () => void
}

declare global {
  interface Window {
    readonly carrel?: CarrelBridge
  }
}

/** Main process and window live and die together, so the door never changes its state. */
export function electronTransport(bridge: CarrelBridge): Transport {
  return {
    async call(name, input, signal) {
      const answer = await bridge.call(name, input)
      signal?.throwIfAborted()
      return answer
    },
    listen: (hear) => bridge.listen(hear),
    watch: () => () => undefined,
  }
}

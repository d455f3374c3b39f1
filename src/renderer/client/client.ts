// Typed calls and events over whichever door there is. Answers are unwrapped: a value, or a thrown Failure.
import type { CallName, EventName, EventOf, InputOf, OutputOf } from '../../shared/contract.ts'
import { Failure } from '../../shared/failure.ts'
import type { DoorState, Transport } from './transport.ts'

export type Client = {
  /** Throws a Failure the core answered with, or DoorClosed when nobody answered. */
  call<N extends CallName>(name: N, input: InputOf<N>, signal?: AbortSignal): Promise<OutputOf<N>>
  listen<N extends EventName>(name: N, hear: (value: EventOf<N>) => void): () => void
  watch(changed: (state: DoorState) => void): () => void
}

export function createClient(transport: Transport): Client {
  return {
    async call<N extends CallName>(name: N, input: InputOf<N>, signal?: AbortSignal): Promise<OutputOf<N>> {
      const answer = await transport.call(name, input, signal)
      if (!answer.ok) throw new Failure(answer.failure.code, answer.failure.facts)
      // The border: the core checked its own answer's shape against the same contract.
      return answer.value as OutputOf<N>
    },
    listen<N extends EventName>(name: N, hear: (value: EventOf<N>) => void): () => void {
      return transport.listen((event) => {
        if (event.name === name) hear(event.value as EventOf<N>)
      })
    },
    watch: (changed) => transport.watch(changed),
  }
}

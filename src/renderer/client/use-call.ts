// Calls as React state: cached, shared between components, asked again when an event says so (follow-events.ts).
import { keepPreviousData, queryOptions, useQuery, useQueryClient } from '@tanstack/react-query'
import { createContext, useContext, useEffect, useState } from 'react'
import type { CallName, InputOf, OutputOf } from '../../shared/contract.ts'
import type { Client } from './client.ts'
import type { DoorState } from './transport.ts'

const ClientContext = createContext<Client | null>(null)
export const ClientProvider = ClientContext.Provider

export function useClient(): Client {
  const client = useContext(ClientContext)
  if (client === null) throw new Error('no client around this component')
  return client
}

/** The name and input under which an answer is kept. */
export function callOptions<N extends CallName>(client: Client, name: N, input: InputOf<N>) {
  return queryOptions<OutputOf<N>>({ queryKey: [name, input], queryFn: ({ signal }) => client.call(name, input, signal) })
}

type CallUse = { readonly enabled?: boolean; readonly keep?: boolean; readonly fresh?: boolean }

/**
 * Asks a call and keeps its answer fresh. `keep` shows the previous answer while a new input is on its way, so that nothing
 * jumps; `enabled: false` asks nothing; `fresh` forgets the answer when the component leaves, for what must be true at every opening.
 */
export function useCall<N extends CallName>(name: N, input: InputOf<N>, options: CallUse = {}) {
  const client = useClient()
  return useQuery({
    ...callOptions(client, name, input),
    enabled: options.enabled ?? true,
    ...(options.fresh ? { gcTime: 0 } : {}),
    ...(options.keep ? { placeholderData: keepPreviousData } : {}),
  })
}

/** Drops what is known of some calls, so that whoever shows them asks again. */
export function useAskAgain(): (...names: readonly CallName[]) => void {
  const queries = useQueryClient()
  return (...names) => {
    for (const name of names) void queries.invalidateQueries({ queryKey: [name] })
  }
}

/** Whether somebody answers behind the door. */
export function useDoor(): DoorState {
  const client = useClient()
  const [state, setState] = useState<DoorState>('open')
  useEffect(() => client.watch(setState), [client])
  return state
}

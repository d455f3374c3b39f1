// The types of handlers: one for every call of the contract, no more and no fewer.
import type { CallName, CheckedInputOf, OutputOf } from '../../shared/contract.ts'

export type Handlers = { readonly [N in CallName]: (input: CheckedInputOf<N>) => OutputOf<N> | Promise<OutputOf<N>> }

/** The handlers of one noun: `HandlersFor<'item'>` asks for every call whose name begins with `item.`. */
export type HandlersFor<Noun extends string> = { readonly [N in Extract<CallName, `${Noun}.${string}`>]: Handlers[N] }

// Any thrown thing as words for a person: a Failure by its own words, a closed door by ours, the rest as our mistake.
import type { CallName } from '../../shared/contract.ts'
import { Failure } from '../../shared/failure.ts'
import { wordsFor } from '../../shared/failure-words.ts'
import { DoorClosed } from '../client/transport.ts'

export type ErrorWords = {
  readonly says: string
  readonly remedy: string
  readonly action?: { readonly label: string; readonly call: CallName }
}

export function errorWords(error: unknown): ErrorWords {
  if (error instanceof Failure) return wordsFor(error.toValue())
  if (error instanceof DoorClosed) {
    return error.state === 'locked'
      ? {
          says: 'This window may not speak to the library.',
          remedy: 'Open the address that Carrel printed when it was started last; this window joins then.',
        }
      : { says: 'Carrel does not answer.', remedy: 'It may have been closed. Start it again; this window joins by itself.' }
  }
  return wordsFor({ code: 'internal', facts: {} })
}

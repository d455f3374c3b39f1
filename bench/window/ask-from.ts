// Calls of the contract, made from within the page: it is the page that has the door's leave.
import type { Page } from 'playwright'
import type { Answer, CallName, InputOf, OutputOf } from '../../src/shared/contract.ts'

export type Ask = <N extends CallName>(name: N, input: InputOf<N>) => Promise<OutputOf<N>>

export function askFrom(page: Page): Ask {
  return async (name, input) => {
    const answered = (await page.evaluate(
      async ([call, body]) => {
        const response = await fetch(`/call/${call}`, { method: 'POST', headers: { 'content-type': 'application/json' }, body })
        return response.json()
      },
      [name, JSON.stringify(input)] as const,
    )) as Answer
    if (!answered.ok) throw new Error(`${name}: ${JSON.stringify(answered.failure)}`)
    // The core checked it against the contract under this very name.
    return answered.value as OutputOf<typeof name>
  }
}

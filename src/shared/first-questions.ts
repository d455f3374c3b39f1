// What a window that opens on the inbox asks first. The shell carries the answers along, so that the first rows wait for no question of their own.
import type { CallName, InputOf, OutputOf } from './contract.ts'
import type { Settings } from './settings.ts'

/** Some seven screens: few enough to be here at once, enough to scroll on while the next is asked for. */
export const listPageSize = 100

export type FirstQuestion = { readonly [N in CallName]: { readonly name: N; readonly input: InputOf<N> } }[CallName]
export type FirstAnswer = {
  readonly [N in CallName]: { readonly name: N; readonly input: InputOf<N>; readonly value: OutputOf<N> }
}[CallName]

/** Where the shell carries the answers: a block of data, no script. */
export const firstAnswersId = 'first-answers'

export function firstQuestions(sort: Settings['sort']): readonly FirstQuestion[] {
  return [
    { name: 'settings.get', input: {} },
    { name: 'item.counts', input: {} },
    { name: 'item.states', input: { place: 'inbox' } },
    { name: 'item.list', input: { place: 'inbox', sort, offset: 0, limit: listPageSize } },
  ]
}

// @vitest-environment jsdom
import { notifyManager, QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { act } from 'react'
import { createRoot } from 'react-dom/client'
import { beforeEach, expect, test } from 'vitest'
import type { OutputOf } from '../../../shared/contract.ts'
import type { ListId } from '../../../shared/list.ts'
import type { ListActions } from './list-actions.ts'
import { usePlaceRows } from './use-place-rows.ts'

type Known = OutputOf<'list.get'>

beforeEach(() => {
  Object.assign(globalThis, { IS_REACT_ACT_ENVIRONMENT: true })
  notifyManager.setScheduler((tell) => tell())
})

/** A list of the three rows a, b and c, as far as moving them reads it. */
const asMade = { list: { id: 'list' }, entries: ['a', 'b', 'c'].map((id) => ({ item: { id, place: 'inbox', title: id }, headings: [] })) }

test('an answer asked for before a row was moved does not put it back', async () => {
  const queries = new QueryClient()
  const key = ['list.get', { id: 'list' }]
  queries.setQueryData(key, asMade)
  const told: unknown[] = []
  const lists = { place: (_: unknown, __: unknown, ___: unknown, to: unknown) => told.push(to) } as unknown as ListActions
  const hand: { rows?: ReturnType<typeof usePlaceRows> } = {}
  function Hand() {
    hand.rows = usePlaceRows('list' as ListId, lists)
    return null
  }
  const root = createRoot(document.createElement('div'))
  act(() =>
    root.render(
      <QueryClientProvider client={queries}>
        <Hand />
      </QueryClientProvider>,
    ),
  )
  let answer: (known: unknown) => void = () => undefined
  const asked = queries.fetchQuery({ queryKey: key, queryFn: () => new Promise<unknown>((done) => (answer = done)) }).catch(() => undefined)
  const stands = () => queries.getQueryData<Known>(key)?.entries.map(({ item }) => item.id)
  const first = queries.getQueryData<Known>(key)?.entries[0]?.item
  if (first === undefined) throw new Error('the list is empty')

  act(() => hand.rows?.step([first], 1))
  expect(stands()).toEqual(['b', 'a', 'c'])
  await act(async () => {
    answer(asMade)
    await asked
  })
  expect(stands()).toEqual(['b', 'a', 'c'])
  act(() => hand.rows?.step([first], 1))
  expect(stands()).toEqual(['b', 'c', 'a'])
  expect(told).toEqual([
    { before: 'c', headings: [] },
    { before: null, headings: [] },
  ])
  await act(async () => root.unmount())
})

import { QueryClient, QueryObserver } from '@tanstack/react-query'
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { PublishedEvent } from '../../shared/contract.ts'
import type { ItemId, ItemSummary } from '../../shared/item.ts'
import { defaultSettings } from '../../shared/settings.ts'
import { type Client, createClient } from './client.ts'
import { followEvents } from './follow-events.ts'
import { callOptions } from './use-call.ts'

const id = 'a'.repeat(32) as ItemId
let asked: string[]
let gone: boolean
const ears = new Set<(event: PublishedEvent) => void>()
const publish = (event: PublishedEvent) => {
  for (const hear of ears) hear(event)
}
let client: Client
let queries: QueryClient
let stop: () => void
beforeEach(() => {
  asked = []
  gone = false
  client = createClient({
    call: async (name) => {
      asked.push(name)
      return gone ? { ok: false, failure: { code: 'item.unknown', facts: { id } } } : { ok: true, value: {} as never }
    },
    listen: (hear) => {
      ears.add(hear)
      return () => ears.delete(hear)
    },
    watch: () => () => undefined,
  })
  queries = new QueryClient({ defaultOptions: { queries: { staleTime: Number.POSITIVE_INFINITY, retry: false } } })
  stop = followEvents(client, queries)
})
afterEach(() => {
  stop()
  queries.clear()
})

/** As a component that shows the answer. */
function show(name: 'item.get' | 'highlight.list', input: object) {
  const observer = new QueryObserver(queries, callOptions(client, name, input as never))
  observer.subscribe(() => undefined)
  return observer
}

test('whoever has an item open learns that it was deleted for good', async () => {
  const open = show('item.get', { id })
  await expect.poll(() => open.getCurrentResult().isSuccess).toBe(true)
  gone = true
  publish({ name: 'item.removed', value: { id } })
  await expect.poll(() => open.getCurrentResult().error).toMatchObject({ code: 'item.unknown' })
})

test.each(['item.changed', 'item.removed'] as const)('%s: the list of passages is asked again', async (name) => {
  const list = show('highlight.list', {})
  await expect.poll(() => list.getCurrentResult().isSuccess).toBe(true)
  publish(name === 'item.removed' ? { name, value: { id } } : { name, value: { id, place: 'trash' } as ItemSummary })
  await expect.poll(() => asked.filter((one) => one === 'highlight.list').length).toBe(2)
})

test('settings that an event brought are not put back by an answer that was asked for before', async () => {
  let answer: (settings: unknown) => void = () => undefined
  const key = ['settings.get', {}]
  queries.setQueryData(key, { theme: 'light' })
  const late = queries.fetchQuery({ queryKey: key, staleTime: 0, queryFn: () => new Promise((done) => (answer = done)) })
  publish({ name: 'settings.changed', value: { ...defaultSettings, theme: 'dark' } })
  answer({ theme: 'light' })
  await late.catch(() => undefined)
  expect(queries.getQueryData(key)).toMatchObject({ theme: 'dark' })
})

// @vitest-environment jsdom
import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { act } from 'react'
import { createRoot } from 'react-dom/client'
import { beforeEach, expect, test } from 'vitest'
import type { CallName, OutputOf } from '../../shared/contract.ts'
import { defaultSettings, type Settings } from '../../shared/settings.ts'
import type { Client } from '../client/client.ts'
import { ClientProvider } from '../client/use-call.ts'
import { type ReadingSettings, useReadingSettings } from './use-reading-settings.ts'

beforeEach(() => {
  Object.assign(globalThis, { IS_REACT_ACT_ENVIRONMENT: true })
})

function open() {
  const settings: Settings = { ...defaultSettings, reading: { ...defaultSettings.reading, font: 'atkinson', size: 22 } }
  const written: unknown[] = []
  let answer: (settings: Settings) => void = () => undefined
  const call = async (name: CallName, input: unknown): Promise<unknown> => {
    if (name === 'settings.get') {
      return new Promise<Settings>((done) => {
        answer = done
      })
    }
    written.push(input)
    return settings
  }
  const client: Client = {
    call: (name, input) => call(name, input) as Promise<OutputOf<typeof name>>,
    listen: () => () => undefined,
    watch: () => () => undefined,
  }
  const hand: { type?: ReadingSettings } = {}
  const attempt = (work: () => Promise<unknown>) => void work()
  function Hand() {
    hand.type = useReadingSettings(attempt)
    return null
  }
  const root = createRoot(document.createElement('div'))
  act(() =>
    root.render(
      <QueryClientProvider client={new QueryClient()}>
        <ClientProvider value={client}>
          <Hand />
        </ClientProvider>
      </QueryClientProvider>,
    ),
  )
  return { hand, written, arrive: () => act(async () => answer(settings)), leave: () => act(async () => root.unmount()) }
}

test('a size key before the reader’s type is here writes nothing over it', async () => {
  const { hand, written, leave } = open()
  act(() => hand.type?.change({ size: 19 }))
  await leave()
  expect(written).toEqual([])
})

test('only the dial that was turned is written', async () => {
  const { hand, written, arrive, leave } = open()
  await arrive()
  await expect.poll(() => hand.type?.reading.font).toBe('atkinson')
  act(() => hand.type?.change({ size: 23 }))
  act(() => hand.type?.change({ justify: true }))
  expect(hand.type?.reading).toMatchObject({ font: 'atkinson', size: 23, justify: true })
  await leave()
  expect(written).toEqual([{ reading: { size: 23, justify: true } }])
})

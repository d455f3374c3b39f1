// @vitest-environment jsdom
import { notifyManager, QueryClient, QueryClientProvider } from '@tanstack/react-query'
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
  // An answer is told of at once, while act() still looks, and not by a timer after it.
  notifyManager.setScheduler((tell) => tell())
})

function open() {
  const settings: Settings = { ...defaultSettings, reading: { ...defaultSettings.reading, font: 'atkinson', size: 22 } }
  const written: unknown[] = []
  let answer: (settings: Settings) => void = () => undefined
  let answerToDial: (settings: Settings) => void = () => undefined
  const call = async (name: CallName, input: unknown): Promise<unknown> => {
    if (name === 'settings.get') {
      return new Promise<Settings>((done) => {
        answer = done
      })
    }
    written.push(input)
    return new Promise<Settings>((done) => {
      if (typeof input === 'object' && input !== null && 'reading' in input) answerToDial = done
    })
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
  const queries = new QueryClient()
  act(() =>
    root.render(
      <QueryClientProvider client={queries}>
        <ClientProvider value={client}>
          <Hand />
        </ClientProvider>
      </QueryClientProvider>,
    ),
  )
  return {
    ...{ hand, written, settings },
    arrive: () => act(async () => answer(settings)),
    answerDial: (now: Settings) => act(async () => answerToDial(now)),
    kept: () => queries.getQueryData<Settings>(['settings.get', {}]),
    leave: () => act(async () => root.unmount()),
  }
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
  expect(hand.type?.reading.font).toBe('atkinson')
  act(() => hand.type?.change({ size: 23 }))
  act(() => hand.type?.change({ justify: true }))
  expect(hand.type?.reading).toMatchObject({ font: 'atkinson', size: 23, justify: true })
  await leave()
  expect(written).toEqual([{ reading: { size: 23, justify: true } }])
})

test('the answer to a dial does not bring back the theme of before', async () => {
  const { hand, written, settings, arrive, answerDial, kept, leave } = open()
  await arrive()
  act(() => hand.type?.change({ size: 23 }))
  await act(() => expect.poll(() => written.length).toBe(1))
  act(() => hand.type?.setTheme('sepia'))
  await answerDial({ ...settings, reading: { ...settings.reading, size: 23 } })
  expect(kept()).toMatchObject({ theme: 'sepia', reading: { font: 'atkinson', size: 23 } })
  await leave()
})

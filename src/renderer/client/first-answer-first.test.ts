import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import type { Answer } from '../../shared/contract.ts'
import { openDoorkeeper } from './first-answer-first.ts'
import type { Transport } from './transport.ts'

/** A door that notes what it was asked. */
function door(): { readonly transport: Transport; readonly asked: string[] } {
  const asked: string[] = []
  const call = async (name: string): Promise<Answer> => {
    asked.push(name)
    return { ok: true, value: { items: [], total: 0 } }
  }
  return { asked, transport: { call, listen: () => () => undefined, watch: () => () => undefined } }
}

beforeEach(() => {
  vi.useFakeTimers()
  vi.stubGlobal('requestAnimationFrame', (run: () => void) => setTimeout(run, 16))
})
afterEach(() => {
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

describe('the first answer comes first', () => {
  test('what is asked after it waits until it has been painted', async () => {
    const { transport, asked } = door()
    const keeper = openDoorkeeper(transport)
    let answered = () => {}
    keeper.holdFor(new Promise<void>((resolve) => (answered = resolve)))
    const later = keeper.transport.call('tag.list', {})
    await vi.advanceTimersByTimeAsync(100)
    expect(asked).toEqual([])
    answered()
    await vi.advanceTimersByTimeAsync(16)
    expect(asked).toEqual([])
    await vi.advanceTimersByTimeAsync(20)
    expect(await later).toEqual({ ok: true, value: { items: [], total: 0 } })
    await keeper.transport.call('job.list', {})
    expect(asked).toEqual(['tag.list', 'job.list'])
  })

  test('a first answer that fails or never comes holds nobody up for long', async () => {
    const { transport, asked } = door()
    const keeper = openDoorkeeper(transport)
    keeper.holdFor(Promise.reject(new Error('no')))
    await vi.advanceTimersByTimeAsync(1)
    await keeper.transport.call('a', {})
    keeper.holdFor(new Promise(() => undefined))
    const waits = keeper.transport.call('b', {})
    await vi.advanceTimersByTimeAsync(600)
    await waits
    expect(asked).toEqual(['a', 'b'])
  })

  test('who no longer wants an answer does not ask', async () => {
    const { transport, asked } = door()
    const keeper = openDoorkeeper(transport)
    keeper.holdFor(new Promise(() => undefined))
    const leaving = new AbortController()
    const call = keeper.transport.call('tag.list', {}, leaving.signal)
    const ends = expect(call).rejects.toThrow()
    leaving.abort()
    await vi.advanceTimersByTimeAsync(600)
    await ends
    expect(asked).toEqual([])
  })
})

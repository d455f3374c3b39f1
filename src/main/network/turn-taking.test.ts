import { describe, expect, onTestFinished, test, vi } from 'vitest'
import type { NetworkRequest } from './network.ts'
import { type TurnOptions, takeTurns } from './turn-taking.ts'

const never = new AbortController().signal

/** Turns whose order can be watched: `begun` lists who got one, `end` hands one back. */
function watch(options: Partial<TurnOptions> = {}) {
  const turns = takeTurns({
    clock: { now: () => Date.now() },
    perHost: { atOnce: 2, pauseMs: 0 },
    atOnce: 100,
    waitForBusyMs: 60_000,
    ...options,
  })
  onTestFinished(() => turns.close())
  const begun: string[] = []
  const ends = new Map<string, () => void>()
  const refused: unknown[] = []
  const want = async (name: string, host = 'a.example', purpose: NetworkRequest['purpose'] = 'page', signal = never, goesOn = false) => {
    try {
      ends.set(name, await turns.take(host, purpose, signal, goesOn))
      begun.push(name)
    } catch (error) {
      refused.push(error)
    }
  }
  const settled = () => new Promise((resolve) => setImmediate(resolve))
  return { turns, begun, refused, want, settled, end: (name: string) => ends.get(name)?.() }
}

describe('turns', () => {
  test('are few at once for a host, and hosts do not wait for each other', async () => {
    const { begun, want, settled, end } = watch()
    for (const name of ['1', '2', '3']) want(name)
    want('other', 'b.example')
    await settled()
    expect(begun).toEqual(['1', '2', 'other'])
    end('1')
    end('1')
    want('4')
    await settled()
    expect(begun).toEqual(['1', '2', 'other', '3'])
  })

  test('of pictures are more, and do not hold up pages of the same host', async () => {
    const { begun, want, settled } = watch()
    for (let i = 1; i <= 8; i += 1) want(`picture ${i}`, 'a.example', 'asset')
    want('page')
    await settled()
    expect(begun.filter((name) => name.startsWith('picture'))).toHaveLength(6)
    expect(begun).toContain('page')
  })

  test('go to pages first, then details, then pictures, when all hosts together are too many', async () => {
    const { begun, want, settled, end } = watch({ atOnce: 1 })
    want('first', '0.example')
    want('picture', '1.example', 'asset')
    want('details', '2.example', 'details')
    want('page', '3.example', 'page')
    for (const name of ['first', 'page', 'details', 'picture']) {
      await settled()
      end(name)
    }
    await settled()
    expect(begun).toEqual(['first', 'page', 'details', 'picture'])
  })

  test('leave a pause between pages of a host, but not between the steps of a redirect', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'Date'] })
    onTestFinished(() => void vi.useRealTimers())
    const { begun, want, settled } = watch({ perHost: { atOnce: 3, pauseMs: 250 } })
    want('1')
    want('2')
    want('redirected', 'a.example', 'page', never, true)
    want('picture', 'a.example', 'asset')
    await settled()
    expect(begun).toEqual(['1', 'redirected', 'picture'])
    vi.advanceTimersByTime(249)
    await settled()
    expect(begun).toHaveLength(3)
    vi.advanceTimersByTime(1)
    await settled()
    expect(begun).toEqual(['1', 'redirected', 'picture', '2'])
  })

  test('of a host on hold wait, for everybody and to the end of the longest hold', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'Date'] })
    onTestFinished(() => void vi.useRealTimers())
    const { turns, begun, want, settled } = watch()
    turns.hold('a.example', 5_000)
    turns.hold('a.example', 1_000)
    want('page')
    want('picture', 'a.example', 'asset')
    want('other', 'b.example')
    vi.advanceTimersByTime(4_999)
    await settled()
    expect(begun).toEqual(['other'])
    vi.advanceTimersByTime(1)
    await settled()
    expect(begun).toEqual(['other', 'page', 'picture'])
  })

  test('of a host on long hold are refused, those that wait already too', async () => {
    const { turns, begun, refused, want, settled } = watch({ clock: { now: () => 0 } })
    for (const name of ['1', '2', 'waits']) want(name)
    turns.hold('a.example', 90_000)
    want('late')
    await settled()
    expect(begun).toEqual(['1', '2'])
    const busy = expect.objectContaining({ code: 'page.busy', facts: { host: 'a.example', retryAfterMs: 90_000 } })
    expect(refused).toEqual([busy, busy])
  })

  test('that are cancelled while waiting are not given', async () => {
    const { begun, refused, want, settled, end } = watch({ perHost: { atOnce: 1, pauseMs: 0 } })
    const owner = new AbortController()
    want('1')
    want('cancelled', 'a.example', 'page', owner.signal)
    want('3')
    owner.abort()
    await settled()
    end('1')
    await settled()
    expect(begun).toEqual(['1', '3'])
    expect(refused).toEqual([owner.signal.reason])
  })
})

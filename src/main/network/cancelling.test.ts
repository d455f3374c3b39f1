import { describe, expect, test } from 'vitest'
import { isCancelled } from '../../shared/failure.ts'
import { ask, failureOf, openTestNetwork, serve, serveRaw, textOf } from './loopback-server.ts'

/** Cancels once `when` is true and gives what the request was rejected with. */
async function cancelled(start: (signal: AbortSignal) => Promise<unknown>, when: () => boolean): Promise<unknown> {
  const owner = new AbortController()
  const failure = failureOf(start(owner.signal))
  await expect.poll(when, { interval: 5 }).toBe(true)
  owner.abort()
  return failure
}

describe('cancelling', () => {
  test('before the beginning asks nobody', async () => {
    const server = await serve((_request, response) => response.end())
    const network = openTestNetwork()
    expect(isCancelled(await failureOf(ask(network, server.url('/'), { signal: AbortSignal.abort() })))).toBe(true)
    expect(server.hits).toEqual([])
    expect(network.takeContacts()).toEqual([])
  })

  test('while waiting for a turn leaves the queue', async () => {
    const server = await serveRaw((socket, head) => {
      if (head.includes('/free')) socket.end('HTTP/1.1 200 OK\r\n\r\nfree')
    })
    const network = openTestNetwork({ perHost: { atOnce: 1, pauseMs: 0 } })
    const owner = new AbortController()
    const busy = failureOf(ask(network, server.url('/busy'), { signal: owner.signal }))
    await expect.poll(() => server.hits.length, { interval: 5 }).toBe(1)
    const queued = await cancelled(
      (signal) => ask(network, server.url('/queued'), { signal }),
      () => true,
    )
    expect(isCancelled(queued)).toBe(true)
    owner.abort()
    expect(isCancelled(await busy)).toBe(true)
    expect(textOf(await ask(network, server.url('/free')))).toBe('free')
    expect(server.hits).toEqual(['GET /busy', 'GET /free'])
  })

  test('while a name is looked up', async () => {
    let asked = false
    const resolver = () => {
      asked = true
      return new Promise<never>(() => undefined)
    }
    const network = openTestNetwork({ resolver })
    const failure = await cancelled(
      (signal) => ask(network, 'http://slow.example/', { signal }),
      () => asked,
    )
    expect(isCancelled(failure)).toBe(true)
  })

  test('while waiting for the headers closes the connection', async () => {
    let closed = false
    const server = await serveRaw((socket) => socket.on('close', () => (closed = true)))
    const failure = await cancelled(
      (signal) => ask(openTestNetwork(), server.url('/'), { signal }),
      () => server.hits.length === 1,
    )
    expect(isCancelled(failure)).toBe(true)
    await expect.poll(() => closed).toBe(true)
  })

  test('in the middle of the body closes the connection', async () => {
    let closed = false
    const server = await serveRaw((socket) => {
      socket.write('HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\nhalf')
      socket.on('close', () => (closed = true))
    })
    const failure = await cancelled(
      (signal) => ask(openTestNetwork(), server.url('/'), { signal }),
      () => server.hits.length === 1,
    )
    expect(isCancelled(failure)).toBe(true)
    await expect.poll(() => closed).toBe(true)
  })

  test('between two tries ends the tries', async () => {
    const server = await serve((_request, response) => response.writeHead(500).end())
    const network = openTestNetwork({ limits: { backOffMs: 60_000 } })
    const failure = await cancelled(
      (signal) => ask(network, server.url('/'), { signal }),
      () => server.hits.length === 1,
    )
    expect(isCancelled(failure)).toBe(true)
    expect(server.hits).toHaveLength(1)
  })

  test('gives the reason its owner gave, when that is an error', async () => {
    const server = await serveRaw(() => undefined)
    const owner = new AbortController()
    const failure = failureOf(ask(openTestNetwork(), server.url('/'), { signal: owner.signal }))
    owner.abort(new DOMException('the reader paused', 'AbortError'))
    expect(await failure).toBe(owner.signal.reason)
  })

  test('everything, by closing the network', async () => {
    const server = await serveRaw(() => undefined)
    const network = openTestNetwork({ perHost: { atOnce: 1, pauseMs: 0 } })
    const running = failureOf(ask(network, server.url('/running')))
    const waiting = failureOf(ask(network, server.url('/waiting')))
    await expect.poll(() => server.hits.length).toBe(1)
    await network.close()
    expect(isCancelled(await running)).toBe(true)
    expect(isCancelled(await waiting)).toBe(true)
    expect(isCancelled(await failureOf(ask(network, server.url('/after'))))).toBe(true)
  })
})

describe('a name that takes too long to look up', () => {
  test('is a timeout of the connect phase', async () => {
    const network = openTestNetwork({ resolver: () => new Promise<never>(() => undefined), limits: { connectMs: 40, tries: 1 } })
    expect(await failureOf(ask(network, 'http://slow.example/'))).toEqual(
      expect.objectContaining({ code: 'page.timeout', facts: expect.objectContaining({ phase: 'connect', host: 'slow.example' }) }),
    )
  })
})

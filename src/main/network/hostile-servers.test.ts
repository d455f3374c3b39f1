import zlib from 'node:zlib'
import { describe, expect, test } from 'vitest'
import { ask, failureOf, openTestNetwork, serve, serveRaw, textOf } from './loopback-server.ts'

const failed = (code: string, facts: Record<string, unknown> = {}) =>
  expect.objectContaining({ code, facts: expect.objectContaining(facts) })
const short = { limits: { headersMs: 80, bodyMs: 120, idleMs: 80 } }

describe('a server that is slow', () => {
  test('to begin is given up', async () => {
    const server = await serveRaw(() => undefined)
    expect(await failureOf(ask(openTestNetwork(short), server.url('/')))).toEqual(failed('page.timeout', { phase: 'headers' }))
    expect(server.hits).toHaveLength(1)
  })

  test('to begin is given more time when the request allows it', async () => {
    const server = await serveRaw((socket) => setTimeout(() => socket.end('HTTP/1.1 200 OK\r\n\r\nlate'), 150))
    expect(textOf(await ask(openTestNetwork(short), server.url('/'), { timeouts: { headersMs: 5_000 } }))).toBe('late')
  })

  test('with its headers, a byte at a time, is given up', async () => {
    const server = await serveRaw((socket) => {
      socket.write('HTTP/1.1 200 OK\r\n')
      const drip = setInterval(() => socket.write('X-Drip: 1\r\n'), 20)
      socket.on('close', () => clearInterval(drip))
    })
    expect(await failureOf(ask(openTestNetwork(short), server.url('/')))).toEqual(failed('page.timeout', { phase: 'headers' }))
  })

  test('and stops in the middle is given up', async () => {
    const server = await serveRaw((socket) => socket.write('HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nhalf'))
    expect(await failureOf(ask(openTestNetwork(short), server.url('/')))).toEqual(failed('page.timeout', { phase: 'body' }))
  })

  test('and drips for ever is given up, though it never pauses', async () => {
    const server = await serveRaw((socket) => {
      socket.write('HTTP/1.1 200 OK\r\n\r\n')
      const drip = setInterval(() => socket.write('x'), 15)
      socket.on('close', () => clearInterval(drip))
    })
    expect(await failureOf(ask(openTestNetwork(short), server.url('/')))).toEqual(failed('page.timeout', { phase: 'body' }))
  })

  test('but steady is waited for', async () => {
    const server = await serveRaw((socket) => {
      socket.write('HTTP/1.1 200 OK\r\nContent-Length: 40000\r\n\r\n')
      let sent = 0
      const feed = setInterval(() => {
        socket.write('x'.repeat(2_000))
        sent += 2_000
        if (sent === 40_000) clearInterval(feed)
      }, 15)
      socket.on('close', () => clearInterval(feed))
    })
    const answer = await ask(openTestNetwork({ limits: { headersMs: 500, bodyMs: 120, idleMs: 400 } }), server.url('/'))
    expect(answer.body).toHaveLength(40_000)
  })
})

describe('a server that sends too much', () => {
  test('and says so is refused before a byte is read', async () => {
    const server = await serveRaw((socket) => socket.write('HTTP/1.1 200 OK\r\nContent-Length: 99999999\r\n\r\n'))
    expect(await failureOf(ask(openTestNetwork(), server.url('/')))).toEqual(failed('page.too-large', { maxBytes: 1_000_000 }))
  })

  test('without end is stopped at the limit', async () => {
    const server = await serve((_request, response) => {
      const chunk = Buffer.alloc(65_536, 'x')
      const pour = () => {
        while (!response.destroyed && response.write(chunk));
      }
      response.on('drain', pour)
      pour()
    })
    expect(await failureOf(ask(openTestNetwork(), server.url('/')))).toEqual(failed('page.too-large'))
  })

  test('may send exactly the limit', async () => {
    const server = await serve((_request, response) => response.end(Buffer.alloc(1000)))
    expect((await ask(openTestNetwork(), server.url('/'), { maxBytes: 1000 })).body).toHaveLength(1000)
    expect(await failureOf(ask(openTestNetwork(), server.url('/'), { maxBytes: 999 }))).toEqual(failed('page.too-large'))
  })

  test.each([
    ['gzip', '', zlib.gzipSync('')],
    ['deflate', '789c', Buffer.from('000000ffff', 'hex')],
    ['gzip, gzip', '', zlib.gzipSync(zlib.gzipSync(''))],
  ])('that unpacks to nothing (%s) is stopped all the same', async (encoding, start, nothing) => {
    const piece = Buffer.concat(Array.from({ length: 2_000 }, () => nothing))
    const server = await serveRaw((socket) => {
      socket.write(`HTTP/1.1 200 OK\r\nContent-Encoding: ${encoding}\r\n\r\n`)
      socket.write(Buffer.from(start, 'hex'))
      const pour = () => {
        while (!socket.destroyed && socket.write(piece));
      }
      socket.on('drain', pour)
      pour()
    })
    const network = openTestNetwork({ limits: { bodyMs: 60_000, wholeBodyMs: 60_000 } })
    expect(await failureOf(ask(network, server.url('/'), { maxBytes: 200_000 }))).toEqual(failed('page.too-large'))
  })

  test('in the middle of its wrappings is stopped', async () => {
    const twice = zlib.gzipSync(zlib.gzipSync(Buffer.alloc(100_000_000)))
    const server = await serve((_request, response) => response.writeHead(200, { 'content-encoding': 'gzip, gzip' }).end(twice))
    expect(await failureOf(ask(openTestNetwork(), server.url('/')))).toEqual(failed('page.too-large'))
  })

  test('of headers is stopped', async () => {
    const server = await serveRaw((socket) => {
      socket.write('HTTP/1.1 200 OK\r\n')
      const pour = setInterval(() => socket.write(`X-Much: ${'x'.repeat(8_000)}\r\n`), 1)
      socket.on('close', () => clearInterval(pour))
    })
    expect(await failureOf(ask(openTestNetwork(), server.url('/')))).toEqual(failed('page.garbled', { reason: 'headers' }))
  })
})

describe('a server that breaks off', () => {
  test.each([
    ['before its answer', ''],
    ['in its headers', 'HTTP/1.1 200 OK\r\nContent-Le'],
  ])('%s is tried again and then unreachable', async (_when, said) => {
    const server = await serveRaw((socket) => socket.end(said))
    const error = await failureOf(ask(openTestNetwork(), server.url('/')))
    expect(error).toEqual(failed('page.unreachable', { reason: 'reset' }))
    expect(server.hits.length).toBeGreaterThan(1)
  })

  test('once, on a connection kept alive, is not noticed', async () => {
    let asked = 0
    const server = await serveRaw((socket) => {
      asked += 1
      if (asked === 2) socket.destroy()
      else socket.write('HTTP/1.1 200 OK\r\nConnection: keep-alive\r\nContent-Length: 2\r\n\r\nok')
    })
    const network = openTestNetwork()
    await ask(network, server.url('/1'))
    expect(textOf(await ask(network, server.url('/2')))).toBe('ok')
    expect(server.connections()).toBe(2)
  })

  test.each([
    ['short of its length', 'HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nhalf'],
    ['between its chunks', 'HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n4\r\nhalf\r\n'],
  ])('%s has sent a garbled page', async (_when, said) => {
    const server = await serveRaw((socket) => socket.end(said))
    expect(await failureOf(ask(openTestNetwork(), server.url('/')))).toEqual(failed('page.garbled', { reason: 'cut-off' }))
    expect(server.hits).toHaveLength(3)
  })

  test('once in the middle is asked again', async () => {
    let asked = 0
    const server = await serveRaw((socket) => {
      asked += 1
      socket.end(`HTTP/1.1 200 OK\r\nContent-Length: 4\r\n\r\n${asked === 1 ? 'ha' : 'half'}`)
    })
    expect(textOf(await ask(openTestNetwork(), server.url('/')))).toBe('half')
  })

  test('after a compressed body that is whole has only lied about its length', async () => {
    const gzip = zlib.gzipSync('whole')
    const server = await serveRaw((socket) => {
      socket.write(`HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nContent-Length: ${gzip.length + 900}\r\n\r\n`)
      socket.end(gzip)
    })
    expect(textOf(await ask(openTestNetwork(), server.url('/')))).toBe('whole')
    expect(server.hits).toHaveLength(1)
  })

  test('in the middle of a compressed body has sent a garbled page', async () => {
    const gzip = zlib.gzipSync('x'.repeat(50_000)).subarray(0, 40)
    const server = await serveRaw((socket) => {
      socket.write(`HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nContent-Length: ${gzip.length + 900}\r\n\r\n`)
      socket.end(gzip)
    })
    expect(await failureOf(ask(openTestNetwork(), server.url('/')))).toEqual(failed('page.garbled', { reason: 'cut-off' }))
  })
})

describe('a server that speaks oddly', () => {
  test.each([
    ['HTTP/1.0 without a length', 'HTTP/1.0 200 OK\r\nContent-Type: text/html\r\n\r\nold'],
    ['a hint before its answer', 'HTTP/1.1 103 Early Hints\r\nLink: </x.css>\r\n\r\nHTTP/1.1 200 OK\r\nContent-Length: 3\r\n\r\nold'],
    ['no reason phrase', 'HTTP/1.1 200\r\nContent-Length: 3\r\n\r\nold'],
    ['more than its length', 'HTTP/1.1 200 OK\r\nContent-Length: 3\r\n\r\nolder'],
  ])('%s is understood', async (_what, said) => {
    const server = await serveRaw((socket) => socket.end(said))
    expect(textOf(await ask(openTestNetwork(), server.url('/')))).toBe('old')
  })

  test.each([
    ['another protocol', 'SSH-2.0-OpenSSH_9.9\r\n'],
    ['a length that is none', 'HTTP/1.1 200 OK\r\nContent-Length: many\r\n\r\nabcd'],
    ['a bad chunk', 'HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nZZ\r\n'],
    ['a status below all statuses', 'HTTP/1.1 000 Nothing\r\nContent-Length: 0\r\n\r\n'],
  ])('%s is garbled', async (_what, said) => {
    const server = await serveRaw((socket) => socket.write(said))
    expect(await failureOf(ask(openTestNetwork(), server.url('/')))).toEqual(failed('page.garbled', { reason: 'http' }))
  })

  test('a part of a page that was asked for as a whole is garbled; one that is the whole is understood', async () => {
    const server = await serve((request, response) => {
      const range = request.url === '/whole' ? 'bytes 0-3/4' : request.url === '/part' ? 'bytes 0-3/400' : ''
      response.writeHead(206, range === '' ? {} : { 'content-range': range }).end('half')
    })
    const network = openTestNetwork()
    expect(textOf(await ask(network, server.url('/whole')))).toBe('half')
    for (const path of ['/part', '/unsaid']) {
      expect(await failureOf(ask(network, server.url(path)))).toEqual(failed('page.garbled', { reason: 'cut-off', status: 206 }))
    }
  })

  test('a connection is used again when the server allows it', async () => {
    const server = await serve((_request, response) => response.end('x'))
    const network = openTestNetwork()
    for (const path of ['/1', '/2', '/3', '/4', '/5']) await ask(network, server.url(path))
    // The second may open its own: the first is not yet back in the pool when it asks.
    expect(server.connections()).toBeLessThan(3)
  })
})

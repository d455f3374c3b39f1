import zlib from 'node:zlib'
import { describe, expect, test } from 'vitest'
import { ask, failureOf, openTestNetwork, serve, textOf } from './loopback-server.ts'

const failed = (code: string, facts: Record<string, unknown> = {}) =>
  expect.objectContaining({ code, facts: expect.objectContaining(facts) })

describe('a request', () => {
  test('says who we are, what we take, and asks only for what it is given', async () => {
    const seen: Record<string, unknown>[] = []
    const server = await serve((request, response) => {
      seen.push(request.headers)
      response.setHeader('Set-Cookie', 'a=b').setHeader('X-Twice', ['1', '2']).end('hello')
    })
    const network = openTestNetwork({ version: '1.2.3' })
    const answer = await ask(network, server.url('/page?q=a b|c#part'))
    expect(server.hits).toEqual(['GET /page?q=a%20b|c'])
    expect(answer).toMatchObject({ status: 200, url: server.url('/page?q=a%20b|c#part'), redirects: [] })
    expect(answer.headers['x-twice']).toBe('1, 2')
    expect(answer.headers).not.toHaveProperty('set-cookie')
    expect(seen[0]).toMatchObject({ 'user-agent': 'Carrel/1.2.3 (offline reader; saves pages on request)' })
    expect(seen[0]?.accept).toContain('text/html')
    for (const name of ['referer', 'cookie', 'authorization', 'if-none-match']) expect(seen[0]).not.toHaveProperty(name)
    await ask(network, server.url('/picture'), { purpose: 'asset' })
    expect(seen[1]?.accept).toMatch(/^image\//)
    expect(seen[1]).not.toHaveProperty('cookie')
  })

  test('remembers whom it asked', async () => {
    const server = await serve((_request, response) => response.end('x'))
    let now = 1234
    const network = openTestNetwork({ clock: { now: () => now } })
    await ask(network, server.url('/'), { purpose: 'details' })
    now = 2345
    await ask(network, server.url('/'))
    const { host } = server
    expect(network.takeContacts()).toEqual([{ host, firstAt: 1234, lastAt: 2345, requests: 2, purposes: ['details', 'page'] }])
    expect(network.takeContacts()).toEqual([])
  })

  test('counts a host that refuses the connection, and none that was never tried', async () => {
    const network = openTestNetwork({ resolver: async (host) => (host === 'inside.test' ? [{ address: '10.0.0.1' }] : []) })
    await failureOf(ask(network, 'http://10.0.0.1/', { privateHosts: new Set() }))
    await failureOf(ask(network, 'http://inside.test/', { privateHosts: new Set() }))
    await failureOf(ask(network, 'http://nobody.test/', { privateHosts: new Set() }))
    expect(network.takeContacts()).toEqual([])
    await failureOf(ask(network, 'http://127.0.0.1:1/', { privateHosts: new Set(['127.0.0.1:1']) }))
    expect(network.takeContacts()).toMatchObject([{ host: '127.0.0.1:1', requests: expect.any(Number) }])
  })

  test('sends a body by POST and is never repeated then', async () => {
    const bodies: string[] = []
    const server = await serve((request, response) => {
      request.on('data', (chunk) => bodies.push(String(chunk)))
      request.on('end', () => response.writeHead(502).end())
    })
    const network = openTestNetwork()
    const post = ask(network, server.url('/'), { method: 'POST', body: '{"a":1}', headers: { 'Content-Type': 'application/json' } })
    expect(await failureOf(post)).toEqual(failed('page.broken', { status: 502 }))
    expect(bodies).toEqual(['{"a":1}'])
  })

  test('takes the validators of a copy and answers 304 with an empty body', async () => {
    const server = await serve((request, response) => {
      const known = request.headers['if-none-match'] === '"v1"' && request.headers['if-modified-since'] === 'Tue, 01 Jul 2025 10:00:00 GMT'
      response.writeHead(known ? 304 : 200, { ETag: '"v1"' }).end(known ? undefined : 'page')
    })
    const answer = await ask(openTestNetwork(), server.url('/'), { etag: '"v1"', lastModified: 'Tue, 01 Jul 2025 10:00:00 GMT' })
    expect(answer.status).toBe(304)
    expect(answer.body).toHaveLength(0)
  })

  test('ignores a validator that no header can carry', async () => {
    const server = await serve((request, response) => response.end(String(request.headers['if-none-match'])))
    expect(textOf(await ask(openTestNetwork(), server.url('/'), { etag: '"\u4e00\n"' }))).toBe('undefined')
  })

  test('sends the name and word of its address there only, and never shows them', async () => {
    const other = await serve((request, response) => response.end(String(request.headers.authorization)))
    const server = await serve((request, response) => {
      if (request.url === '/away') return response.writeHead(302, { Location: other.url('/') }).end()
      response.end(String(request.headers.authorization))
    })
    const network = openTestNetwork()
    const privateHosts = new Set([server.host, other.host])
    const answer = await ask(network, server.url('/').replace('http://', 'http://jo:s%40fe@'), { privateHosts })
    expect(textOf(answer)).toBe(`Basic ${Buffer.from('jo:s@fe').toString('base64')}`)
    expect(answer.url).toBe(server.url('/'))
    const away = await ask(network, server.url('/away').replace('http://', 'http://jo:safe@'), { privateHosts })
    expect(textOf(away)).toBe('undefined')
    expect(away.redirects).toEqual([server.url('/away')])
    const given = await ask(network, server.url('/away'), { privateHosts, headers: { Authorization: 'Bearer secret' } })
    expect(textOf(given)).toBe('undefined')
  })
})

describe('a refusal', () => {
  test.each([
    [401, 'page.login'],
    [403, 'page.refused'],
    [404, 'page.gone'],
    [410, 'page.gone'],
    [429, 'page.busy'],
    [451, 'page.refused'],
    [500, 'page.broken'],
    [501, 'page.broken'],
    [503, 'page.busy'],
  ])('%i is %s', async (status, code) => {
    const server = await serve((_request, response) => response.writeHead(status).end('no'))
    expect(await failureOf(ask(openTestNetwork(), server.url('/')))).toEqual(failed(code, { host: server.host, status }))
  })

  test.each([200, 204, 300, 400, 402, 418])('%i is an answer', async (status) => {
    const server = await serve((_request, response) => response.writeHead(status).end())
    expect((await ask(openTestNetwork(), server.url('/'))).status).toBe(status)
  })

  test('with an endless body is said at once', async () => {
    const server = await serve((_request, response) => {
      response.writeHead(404).write('x'.repeat(1000))
    })
    expect(await failureOf(ask(openTestNetwork(), server.url('/')))).toEqual(failed('page.gone'))
  })
})

describe('another try', () => {
  test('cures a passing fault', async () => {
    let asked = 0
    const server = await serve((_request, response) => {
      asked += 1
      response.writeHead(asked < 3 ? 503 : 200).end('at last')
    })
    expect(textOf(await ask(openTestNetwork(), server.url('/')))).toBe('at last')
  })

  test('is made three times for a page, twice for a picture, never for what will not pass', async () => {
    const server = await serve((request, response) => response.writeHead(Number(request.url?.slice(1))).end())
    const network = openTestNetwork()
    await failureOf(ask(network, server.url('/500')))
    expect(server.hits).toHaveLength(3)
    await failureOf(ask(network, server.url('/500'), { purpose: 'asset' }))
    expect(server.hits).toHaveLength(5)
    await failureOf(ask(network, server.url('/404')))
    expect(server.hits).toHaveLength(6)
  })

  test('waits as long as the server asks, and so does everybody else', async () => {
    let asked = 0
    const server = await serve((_request, response) => {
      asked += 1
      if (asked === 1) response.writeHead(429, { 'Retry-After': '1' }).end()
      else response.end('ok')
    })
    const network = openTestNetwork()
    const began = performance.now()
    const first = ask(network, server.url('/first'))
    await expect.poll(() => server.hits.length).toBe(1)
    await Promise.all([first, ask(network, server.url('/second'), { purpose: 'asset' })])
    // A lower bound, not a measure of speed: nobody may have asked before the second was over.
    expect(performance.now() - began).toBeGreaterThan(950)
    expect(server.hits).toHaveLength(3)
  })

  test('is left to the reader when the server asks for long; others are told at once', async () => {
    const server = await serve((_request, response) => response.writeHead(503, { 'Retry-After': '120' }).end())
    const network = openTestNetwork({ clock: { now: () => 0 } })
    expect(await failureOf(ask(network, server.url('/')))).toEqual(failed('page.busy', { status: 503, retryAfterMs: 120_000 }))
    expect(await failureOf(ask(network, server.url('/other')))).toEqual(failed('page.busy', { retryAfterMs: 120_000 }))
    expect(server.hits).toHaveLength(1)
  })

  test('understands a date in Retry-After', async () => {
    const server = await serve((_request, response) => response.writeHead(429, { 'Retry-After': 'Thu, 01 Jan 1970 01:00:00 GMT' }).end())
    const network = openTestNetwork({ clock: { now: () => 0 } })
    expect(await failureOf(ask(network, server.url('/')))).toEqual(failed('page.busy', { retryAfterMs: 3_600_000 }))
  })
})

describe('an encoded body', () => {
  const words = 'Words worth keeping. '.repeat(500)
  const encoders: Record<string, (text: string) => Uint8Array> = {
    gzip: (text) => zlib.gzipSync(text),
    'x-gzip': (text) => zlib.gzipSync(text),
    deflate: (text) => zlib.deflateSync(text),
    'DEFLATE ': (text) => zlib.deflateRawSync(text),
    br: (text) => zlib.brotliCompressSync(text),
    identity: (text) => Buffer.from(text),
    none: (text) => Buffer.from(text),
    'gzip, br': (text) => zlib.brotliCompressSync(zlib.gzipSync(text)),
    ...(typeof zlib.zstdCompressSync === 'function' ? { zstd: (text: string) => zlib.zstdCompressSync(text) } : {}),
  }
  test.each(Object.entries(encoders))('%s is undone', async (encoding, encode) => {
    const server = await serve((_request, response) => response.setHeader('Content-Encoding', encoding).end(encode(words)))
    expect(textOf(await ask(openTestNetwork(), server.url('/')))).toBe(words)
  })

  test('may be empty, may have several members and rubbish behind', async () => {
    const bodies: Record<string, Uint8Array> = {
      '/empty': Buffer.alloc(0),
      '/members': Buffer.concat([zlib.gzipSync('one '), zlib.gzipSync('two')]),
      '/rubbish': Buffer.concat([zlib.gzipSync('one'), Buffer.from('\0\0\0\0')]),
    }
    const server = await serve((request, response) => response.setHeader('Content-Encoding', 'gzip').end(bodies[request.url ?? '']))
    const network = openTestNetwork()
    const texts = await Promise.all(Object.keys(bodies).map(async (path) => textOf(await ask(network, server.url(path)))))
    expect(texts).toEqual(['', 'one two', 'one'])
  })

  test('that is a bomb is put down at the limit', async () => {
    const bomb = zlib.gzipSync(Buffer.alloc(200_000_000), { level: 9 })
    const server = await serve((_request, response) => response.setHeader('Content-Encoding', 'gzip').end(bomb))
    const before = process.memoryUsage.rss()
    expect(await failureOf(ask(openTestNetwork(), server.url('/')))).toEqual(failed('page.too-large', { maxBytes: 1_000_000 }))
    expect(process.memoryUsage.rss() - before).toBeLessThan(100_000_000)
    expect(server.hits).toHaveLength(1)
  })

  test('that lies about its encoding is asked for once more, plain', async () => {
    const server = await serve((request, response) => {
      if (request.headers['accept-encoding'] === 'identity') response.end('plain')
      else response.setHeader('Content-Encoding', 'gzip').end('not gzip at all')
    })
    expect(textOf(await ask(openTestNetwork(), server.url('/')))).toBe('plain')
    expect(server.hits).toHaveLength(2)
  })

  test.each([
    ['gzip', zlib.gzipSync('x'.repeat(10_000)).subarray(0, 30)],
    ['br', zlib.brotliCompressSync('abc'.repeat(5_000)).subarray(0, 10)],
    ['gzip', Buffer.from('<html>not gzip</html>')],
    ['compress', Buffer.from('\x1f\x9d')],
    ['gzip, gzip, gzip, gzip', Buffer.from('x')],
  ])('that is broken or unknown (%s) is garbled', async (encoding, bytes) => {
    const server = await serve((_request, response) => response.setHeader('Content-Encoding', encoding).end(bytes))
    expect(await failureOf(ask(openTestNetwork(), server.url('/')))).toEqual(failed('page.garbled', { reason: 'encoding' }))
    expect(server.hits).toHaveLength(2)
  })
})

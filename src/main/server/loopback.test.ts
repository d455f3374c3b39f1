import http from 'node:http'
import net from 'node:net'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Answer, PublishedEvent } from '../../shared/contract.ts'
import { type OpenServer, openServer, type ServerOptions } from './loopback.ts'
import type { ServedCore } from './served-core.ts'

type Got = { status: number; headers: http.IncomingHttpHeaders; text: string }
type Ask = { method?: string; path?: string; headers?: http.OutgoingHttpHeaders; body?: string | Buffer }

const nothing: Answer = { ok: true, value: { items: [], total: 0 } }
let asked: { name: string; input: unknown }[]
let listeners: Set<(event: PublishedEvent) => void>
let core: ServedCore
let server: OpenServer
let token: string

async function open(more: Partial<ServerOptions> = {}): Promise<void> {
  server = await openServer({ core, ...more })
  token = new URL(server.url).searchParams.get('token') ?? ''
}

beforeEach(async () => {
  asked = []
  listeners = new Set()
  core = {
    async call(name, input) {
      asked.push({ name, input })
      return name === 'item.get' ? { ok: false, failure: { code: 'item.unknown', facts: {} } } : nothing
    },
    listen(callback) {
      listeners.add(callback)
      return () => listeners.delete(callback)
    },
    async respond({ path, method }) {
      if (path === '/broken') throw new Error('should never happen')
      return { status: 200, headers: { 'content-type': 'text/plain' }, body: new TextEncoder().encode(`${method} ${path}`) }
    },
  }
  await open()
})
afterEach(() => server.close())

function ask({ method = 'GET', path = '/', headers = {}, body }: Ask = {}): Promise<Got> {
  return new Promise((resolve, reject) => {
    const request = http.request({ host: '127.0.0.1', port: server.port, method, path, headers, agent: false }, (response) => {
      let text = ''
      response.setEncoding('utf8')
      response.on('data', (part: string) => {
        text += part
      })
      response.on('end', () => resolve({ status: response.statusCode ?? 0, headers: response.headers, text }))
      response.on('error', reject)
    })
    request.on('error', reject)
    request.end(body)
  })
}

const withToken = (headers: http.OutgoingHttpHeaders = {}) => ({ authorization: `Bearer ${token}`, ...headers })
function call(name: string, body: string | Buffer, headers: http.OutgoingHttpHeaders = {}): Promise<Got> {
  return ask({ method: 'POST', path: `/call/${name}`, headers: withToken({ 'content-type': 'application/json', ...headers }), body })
}

/** Sends bytes as they are and gives everything that comes back until the other side closes. */
function speak(bytes: string): Promise<string> {
  return new Promise((resolve, reject) => {
    let heard = ''
    const socket = net.connect(server.port, '127.0.0.1', () => socket.write(bytes))
    socket.setEncoding('utf8')
    socket.on('data', (part: string) => {
      heard += part
    })
    socket.on('end', () => resolve(heard))
    socket.on('error', reject)
  })
}

function publish(value = 1): void {
  for (const listener of listeners) listener({ name: 'library.changed', value: { at: value } })
}

describe('who may speak', () => {
  it('answers a call with the token and refuses it without', async () => {
    expect(await call('item.list', '{}')).toMatchObject({ status: 200, text: JSON.stringify(nothing) })
    expect(asked).toEqual([{ name: 'item.list', input: {} }])
    const json = { 'content-type': 'application/json' }
    expect((await ask({ method: 'POST', path: '/call/item.list', headers: json, body: '{}' })).status).toBe(401)
    const wrong = { ...json, authorization: `Bearer ${token.slice(0, -1)}` }
    expect((await ask({ method: 'POST', path: '/call/item.list', headers: wrong, body: '{}' })).status).toBe(401)
    expect(asked).toHaveLength(1)
  })

  it('asks for the token everywhere', async () => {
    for (const path of ['/', '/events', '/copy/x/', '/blob/x', '/assets/index.js']) expect((await ask({ path })).status).toBe(401)
  })

  it('turns the token in the address into a cookie and takes it out of the address', async () => {
    const first = await ask({ path: `/?token=${token}` })
    expect(first).toMatchObject({ status: 303, headers: { location: '/', 'referrer-policy': 'no-referrer' } })
    const cookie = first.headers['set-cookie']?.[0] ?? ''
    expect(cookie).toBe(`carrel-${server.port}=${token}; Path=/; HttpOnly; SameSite=Strict`)
    const pair = cookie.split(';')[0] ?? ''
    expect((await ask({ headers: { cookie: `other=1; ${pair}` } })).text).toBe('GET /')
    expect((await ask({ headers: { cookie: `carrel-${server.port}=nonsense%` } })).status).toBe(401)
    expect((await ask({ path: '/?token=wrong' })).status).toBe(401)
    expect((await ask({ path: `/copy/?token=${token}` })).status).toBe(401)
  })

  it('moves on by a page of its own when the link was clicked elsewhere', async () => {
    const clicked = { 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'navigate', 'sec-fetch-dest': 'document' }
    const good = await ask({ path: `/?token=${token}`, headers: clicked })
    expect(good.status).toBe(200)
    expect(good.text).toContain('http-equiv="refresh" content="0;url=/"')
    expect(good.headers['set-cookie']?.[0]).toContain('SameSite=Strict')
    expect((await ask({ path: '/?token=wrong', headers: clicked })).status).toBe(403)
    expect((await ask({ path: `/?token=${token}`, headers: { ...clicked, 'sec-fetch-dest': 'iframe' } })).status).toBe(403)
  })

  it.each(['http://evil.example', 'null', 'https://127.0.0.1', 'http://127.0.0.1:1', 'http://localhost'])(
    'refuses the Origin %s, even with the token',
    async (origin) => {
      const got = await call('item.list', '{}', { origin })
      expect(got.status).toBe(403)
      expect(Object.keys(got.headers).filter((name) => name.startsWith('access-control'))).toEqual([])
      expect(asked).toEqual([])
    },
  )

  it('takes its own Origin', async () => {
    expect((await call('item.list', '{}', { origin: `http://127.0.0.1:${server.port}` })).status).toBe(200)
    const named = { host: `localhost:${server.port}`, origin: `http://localhost:${server.port}` }
    expect((await call('item.list', '{}', named)).status).toBe(200)
    expect((await call('item.list', '{}', { ...named, host: `127.0.0.1:${server.port}` })).status).toBe(403)
  })

  it.each(['cross-site', 'same-site'])('refuses what a browser calls %s', async (site) => {
    expect((await call('item.list', '{}', { 'sec-fetch-site': site })).status).toBe(403)
  })

  it('answers a preflight without permission', async () => {
    const headers = { origin: 'http://evil.example', 'access-control-request-method': 'POST' }
    const got = await ask({ method: 'OPTIONS', path: '/call/item.list', headers })
    expect(got.status).toBe(403)
    expect(got.headers['access-control-allow-origin']).toBeUndefined()
  })

  it.each(['evil.example', 'evil.example:PORT', '127.0.0.1', '127.0.0.1:1', '[::1]:PORT', 'localhost.:PORT'])(
    'sends the Host %s elsewhere',
    async (name) => {
      const host = name.replace('PORT', String(server.port))
      expect((await call('item.list', '{}', { host })).status).toBe(421)
      expect(asked).toEqual([])
    },
  )

  it('is not fooled by an absolute address, two Hosts or none', async () => {
    const auth = `Authorization: Bearer ${token}\r\nConnection: close\r\n\r\n`
    const own = `Host: 127.0.0.1:${server.port}\r\n`
    expect(await speak(`GET http://evil.example/ HTTP/1.1\r\n${own}${auth}`)).toMatch(/^HTTP\/1\.1 400 /)
    expect(await speak(`GET / HTTP/1.1\r\n${own}Host: evil.example\r\n${auth}`)).toMatch(/^HTTP\/1\.1 4(00|21) /)
    expect(await speak(`GET / HTTP/1.0\r\n${auth}`)).toMatch(/^HTTP\/1\.1 421 /)
    expect(await speak(`OPTIONS * HTTP/1.1\r\n${own}${auth}`)).toMatch(/^HTTP\/1\.1 400 /)
    expect(await speak('nonsense\r\n\r\n')).toMatch(/^HTTP\/1\.1 400 /)
  })

  it('listens on 127.0.0.1 alone', async () => {
    await expect(
      new Promise((resolve, reject) => net.connect(server.port, '127.0.0.2', () => resolve('open')).on('error', reject)),
    ).rejects.toMatchObject({ code: 'ECONNREFUSED' })
  })

  it('takes a given token and port, and says when the port is taken', async () => {
    await server.close()
    const port = server.port
    await open({ token: 'chosen', port })
    expect(server.url).toBe(`http://127.0.0.1:${port}/?token=chosen`)
    expect((await call('item.list', '{}')).status).toBe(200)
    await expect(openServer({ core, port })).rejects.toMatchObject({ code: 'EADDRINUSE' })
  })
})

describe('calls', () => {
  it('answers a failure of the call with 200', async () => {
    const got = await call('item.get', '{"id":"x"}')
    expect(got.status).toBe(200)
    expect(JSON.parse(got.text)).toEqual({ ok: false, failure: { code: 'item.unknown', facts: {} } })
    expect(got.headers['content-type']).toBe('application/json; charset=utf-8')
    expect(got.headers['cache-control']).toBe('no-store')
  })

  it('says 404 for a call it does not know', async () => {
    for (const name of ['item.nothing', 'constructor', '__proto__', '']) {
      const got = await call(name, '{}')
      expect(got.status).toBe(404)
      expect(JSON.parse(got.text)).toMatchObject({ ok: false, failure: { code: 'call.unknown' } })
    }
    expect(asked).toEqual([])
  })

  it('takes POST only', async () => {
    const got = await ask({ path: '/call/item.list', headers: withToken() })
    expect(got).toMatchObject({ status: 405, headers: { allow: 'POST' } })
  })

  it('takes JSON only', async () => {
    for (const type of ['text/plain', 'application/x-www-form-urlencoded', 'application/json; charset=latin1', '']) {
      expect((await call('item.list', '{}', { 'content-type': type })).status).toBe(415)
    }
    expect((await call('item.list', '{}', { 'content-encoding': 'gzip' })).status).toBe(415)
    expect((await call('item.list', '{}', { 'content-type': 'application/json;charset=UTF-8' })).status).toBe(200)
  })

  it('says 400 for what is malformed', async () => {
    for (const body of ['', '{', 'undefined', Buffer.from([0x22, 0xff, 0x22])]) {
      const got = await call('item.list', body)
      expect(got.status).toBe(400)
      expect(JSON.parse(got.text)).toMatchObject({ failure: { code: 'input.invalid' } })
    }
    expect(asked).toEqual([])
  })

  it('says 413 for more than 8 MB, and is still there', async () => {
    const large = JSON.stringify('x'.repeat(8_000_001))
    expect((await call('item.list', large)).status).toBe(413)
    expect((await call('item.list', Buffer.from(large), { 'transfer-encoding': 'chunked' })).status).toBe(413)
    expect(asked).toEqual([])
    expect((await call('item.saveFile', large)).status).toBe(200)
    expect((await call('item.list', '{}')).status).toBe(200)
  })

  it('does not wait for a body that is declared far too large', async () => {
    const heard = await speak(
      `POST /call/item.list HTTP/1.1\r\nHost: 127.0.0.1:${server.port}\r\nAuthorization: Bearer ${token}\r\n` +
        'Content-Type: application/json\r\nContent-Length: 9000000000\r\n\r\n{',
    )
    expect(heard).toMatch(/^HTTP\/1\.1 413 /)
  })

  it('lets a sender go that never finishes its headers or its body', async () => {
    await server.close()
    await open({ headersTimeoutMs: 100, requestTimeoutMs: 150 })
    expect(await speak('POST /call/item.list HTTP/1.1\r\nHo')).toMatch(/^HTTP\/1\.1 408 /)
    const head = `POST /call/item.list HTTP/1.1\r\nHost: 127.0.0.1:${server.port}\r\nAuthorization: Bearer ${token}\r\n`
    expect(await speak(`${head}Content-Type: application/json\r\nContent-Length: 10\r\n\r\n{`)).toMatch(/^HTTP\/1\.1 4(00|08) /)
    expect(asked).toEqual([])
  })

  it('answers two hundred at once', async () => {
    const got = await Promise.all(Array.from({ length: 200 }, () => call('item.list', '{}')))
    expect(got.filter(({ status }) => status === 200)).toHaveLength(200)
  })
})

describe('documents', () => {
  it('are what the core responds', async () => {
    expect((await ask({ path: '/copy/x/?y', headers: withToken() })).text).toBe('GET /copy/x/?y')
    expect((await ask({ path: '/eventsomething', headers: withToken() })).text).toBe('GET /eventsomething')
  })

  it('come without a body for HEAD', async () => {
    expect(await ask({ method: 'HEAD', path: '/x', headers: withToken() })).toMatchObject({ status: 200, text: '' })
  })

  it('that break the core are 500, told to whoever listens', async () => {
    const faults: unknown[] = []
    await server.close()
    await open({ onFault: (error) => faults.push(error) })
    expect((await ask({ path: '/broken', headers: withToken() })).status).toBe(500)
    expect(faults).toEqual([new Error('should never happen')])
  })
})

describe('events', () => {
  /** Opens a stream and gives a promise of everything heard once `enough` matches it. */
  function follow(enough: RegExp): { opened: Promise<http.IncomingMessage>; heard: Promise<string> } {
    const { promise: heard, resolve } = Promise.withResolvers<string>()
    const opened = new Promise<http.IncomingMessage>((ready, reject) => {
      http
        .get({ host: '127.0.0.1', port: server.port, path: '/events', headers: withToken(), agent: false }, (response) => {
          let text = ''
          response.setEncoding('utf8')
          response.on('data', (part: string) => {
            text += part
            if (text.includes(': listening')) ready(response)
            if (enough.test(text)) resolve(text)
          })
          response.on('close', () => resolve(text))
        })
        .on('error', reject)
    })
    return { opened, heard }
  }

  it('reach every listener', async () => {
    const streams = [follow(/data: .*\n\n/), follow(/data: .*\n\n/)]
    const [first] = await Promise.all(streams.map(({ opened }) => opened))
    expect(first?.headers['content-type']).toBe('text/event-stream; charset=utf-8')
    publish(7)
    for (const { heard } of streams) expect(await heard).toContain('data: {"name":"library.changed","value":{"at":7}}\n\n')
  })

  it('end when the server closes, and nobody listens to the core any more', async () => {
    const { opened, heard } = follow(/never/)
    await opened
    await server.close()
    expect(await heard).toContain(': listening')
    expect(listeners.size).toBe(0)
    await open()
  })

  it('do not pile up for a client that does not read', async () => {
    const socket = net.connect(server.port, '127.0.0.1')
    socket.write(`GET /events HTTP/1.1\r\nHost: 127.0.0.1:${server.port}\r\nAuthorization: Bearer ${token}\r\n\r\n`)
    await new Promise((resolve) => socket.once('data', resolve))
    socket.pause()
    const gone = new Promise((resolve) => socket.once('close', resolve))
    socket.on('error', () => undefined)
    // Far more than the system's own buffers hold, in steps that give the socket its turn.
    for (let round = 0; round < 400; round++) {
      for (let n = 0; n < 1_000; n++) publish(round * 1_000 + n)
      await new Promise((resolve) => setImmediate(resolve))
    }
    const { opened, heard } = follow(/"at":-1\}/)
    await opened
    publish(-1)
    expect(await heard).toContain('"at":-1')
    socket.resume()
    await gone
  })
})

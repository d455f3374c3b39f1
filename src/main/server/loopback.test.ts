import net from 'node:net'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { largeBytes, type TriedServer, tryServer } from './try-server.ts'

let server: TriedServer
beforeEach(async () => {
  server = await tryServer()
})
afterEach(() => server.close())

describe('calls', () => {
  it('answers a failure of the call with 200', async () => {
    const got = await server.call('item.get', '{"id":"x"}')
    expect(got.status).toBe(200)
    expect(JSON.parse(got.text)).toEqual({ ok: false, failure: { code: 'item.unknown', facts: {} } })
    expect(got.headers['content-type']).toBe('application/json; charset=utf-8')
    expect(got.headers['cache-control']).toBe('no-store')
  })

  it('says 404 for a call it does not know', async () => {
    for (const name of ['item.nothing', 'constructor', '__proto__', '']) {
      const got = await server.call(name, '{}')
      expect(got.status).toBe(404)
      expect(JSON.parse(got.text)).toMatchObject({ ok: false, failure: { code: 'call.unknown' } })
    }
    expect(server.asked).toEqual([])
  })

  it('takes POST only', async () => {
    const got = await server.ask({ path: '/call/item.list', headers: server.withToken() })
    expect(got).toMatchObject({ status: 405, headers: { allow: 'POST' } })
  })

  it('takes JSON only from whoever has nothing but the cookie, for another site’s form would send it too', async () => {
    const cookie = `carrel-${server.port}=${server.token}`
    const post = (type: string) =>
      server.ask({ method: 'POST', path: '/call/item.list', headers: { cookie, 'content-type': type }, body: '{}' })
    for (const type of ['text/plain', 'application/x-www-form-urlencoded', 'application/json; charset=latin1', '']) {
      expect((await post(type)).status).toBe(415)
    }
    expect((await post('application/json')).status).toBe(200)
  })

  it('leaves the type to a script that sends the token itself', async () => {
    expect((await server.call('item.list', '{}', { 'content-type': 'application/x-www-form-urlencoded' })).status).toBe(200)
    expect((await server.call('item.list', '{}', { 'content-encoding': 'gzip' })).status).toBe(415)
    expect((await server.call('item.list', '{}', { 'content-type': 'application/json;charset=UTF-8' })).status).toBe(200)
  })

  it('says 400 for what is malformed', async () => {
    for (const body of ['', '{', 'undefined', Buffer.from([0x22, 0xff, 0x22])]) {
      const got = await server.call('item.list', body)
      expect(got.status).toBe(400)
      expect(JSON.parse(got.text)).toMatchObject({ failure: { code: 'input.invalid' } })
    }
    expect(server.asked).toEqual([])
  })

  it('says 413 for more than 8 MB, and is still there', async () => {
    const large = JSON.stringify('x'.repeat(8_000_001))
    expect((await server.call('item.list', large)).status).toBe(413)
    expect((await server.call('item.list', Buffer.from(large), { 'transfer-encoding': 'chunked' })).status).toBe(413)
    expect(server.asked).toEqual([])
    expect((await server.call('item.saveFile', large)).status).toBe(200)
    expect((await server.call('item.list', '{}')).status).toBe(200)
  })

  it('puts a body together that comes a byte at a time', async () => {
    const body = JSON.stringify({ words: 'ü'.repeat(60_000) })
    const bytes = Buffer.from(body)
    const chunks = Array.from(bytes, (byte) => Buffer.concat([Buffer.from('1\r\n'), Buffer.from([byte]), Buffer.from('\r\n')]))
    const head =
      `POST /call/item.list HTTP/1.1\r\nHost: 127.0.0.1:${server.port}\r\nAuthorization: Bearer ${server.token}\r\n` +
      'Content-Type: application/json\r\nConnection: close\r\nTransfer-Encoding: chunked\r\n\r\n'
    expect(await server.speak(Buffer.concat([Buffer.from(head), ...chunks, Buffer.from('0\r\n\r\n')]))).toMatch(/^HTTP\/1\.1 200 /)
    expect(server.asked).toEqual([{ name: 'item.list', input: JSON.parse(body) }])
  })

  it('does not wait for a body that is declared far too large', async () => {
    const heard = await server.speak(
      `POST /call/item.list HTTP/1.1\r\nHost: 127.0.0.1:${server.port}\r\nAuthorization: Bearer ${server.token}\r\n` +
        'Content-Type: application/json\r\nContent-Length: 9000000000\r\n\r\n{',
    )
    expect(heard).toMatch(/^HTTP\/1\.1 413 /)
  })

  it('lets a sender go that never finishes its headers or its body', async () => {
    await server.close()
    server = await tryServer({ headersTimeoutMs: 100, requestTimeoutMs: 150 })
    expect(await server.speak('POST /call/item.list HTTP/1.1\r\nHo')).toMatch(/^HTTP\/1\.1 408 /)
    const head = `POST /call/item.list HTTP/1.1\r\nHost: 127.0.0.1:${server.port}\r\nAuthorization: Bearer ${server.token}\r\n`
    expect(await server.speak(`${head}Content-Type: application/json\r\nContent-Length: 10\r\n\r\n{`)).toMatch(/^HTTP\/1\.1 4(00|08) /)
    expect(server.asked).toEqual([])
  })

  it('answers two hundred at once', async () => {
    const got = await Promise.all(Array.from({ length: 200 }, () => server.call('item.list', '{}')))
    expect(got.filter(({ status }) => status === 200)).toHaveLength(200)
  })
})

describe('documents', () => {
  it('are given up when nobody reads them', async () => {
    await server.close()
    server = await tryServer({ unreadTimeoutMs: 50 })
    const socket = net.connect(server.port, '127.0.0.1')
    socket.pause()
    socket.write(`GET /large HTTP/1.1\r\nHost: 127.0.0.1:${server.port}\r\nAuthorization: Bearer ${server.token}\r\n\r\n`)
    await new Promise((resolve) => setTimeout(resolve, 500))
    let heard = 0
    const gone = new Promise((resolve) => socket.on('close', resolve).on('error', () => undefined))
    socket.on('data', (chunk) => {
      heard += chunk.byteLength
    })
    socket.resume()
    await gone
    expect(heard).toBeLessThan(largeBytes)
    expect((await server.call('item.list', '{}')).status).toBe(200)
  })

  it('are what the core responds', async () => {
    expect((await server.ask({ path: '/copy/x/?y', headers: server.withToken() })).text).toBe('GET /copy/x/?y')
    expect((await server.ask({ path: '/eventsomething', headers: server.withToken() })).text).toBe('GET /eventsomething')
  })

  it('come without a body for HEAD', async () => {
    expect(await server.ask({ method: 'HEAD', path: '/x', headers: server.withToken() })).toMatchObject({ status: 200, text: '' })
  })

  it('that break the core are 500, told to whoever listens', async () => {
    const faults: unknown[] = []
    await server.close()
    server = await tryServer({ onFault: (error) => faults.push(error) })
    expect((await server.ask({ path: '/broken', headers: server.withToken() })).status).toBe(500)
    expect(faults).toEqual([new Error('should never happen')])
  })
})

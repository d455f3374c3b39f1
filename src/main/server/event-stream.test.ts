import http from 'node:http'
import net from 'node:net'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { type TriedServer, tryServer } from './try-server.ts'

let server: TriedServer
beforeEach(async () => {
  server = await tryServer()
})
afterEach(() => server.close())

describe('events', () => {
  /** Opens a stream and gives a promise of everything heard once `enough` matches it. */
  function follow(enough: RegExp): { opened: Promise<http.IncomingMessage>; heard: Promise<string> } {
    const { promise: heard, resolve } = Promise.withResolvers<string>()
    const opened = new Promise<http.IncomingMessage>((ready, reject) => {
      http
        .get({ host: '127.0.0.1', port: server.port, path: '/events', headers: server.withToken(), agent: false }, (response) => {
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
    server.publish(7)
    for (const { heard } of streams) expect(await heard).toContain('data: {"name":"library.changed","value":{"at":7}}\n\n')
  })

  it('end when the server closes, and nobody listens to the core any more', async () => {
    const { opened, heard } = follow(/never/)
    await opened
    await server.close()
    expect(await heard).toContain(': listening')
    expect(server.listeners.size).toBe(0)
    server = await tryServer()
  })

  it('do not pile up for a client that does not read', async () => {
    const socket = net.connect(server.port, '127.0.0.1')
    socket.write(`GET /events HTTP/1.1\r\nHost: 127.0.0.1:${server.port}\r\nAuthorization: Bearer ${server.token}\r\n\r\n`)
    await new Promise((resolve) => socket.once('data', resolve))
    socket.pause()
    const gone = new Promise((resolve) => socket.once('close', resolve))
    socket.on('error', () => undefined)
    // Far more than the system's own buffers hold, in steps that give the socket its turn.
    for (let round = 0; round < 400; round++) {
      for (let n = 0; n < 1_000; n++) server.publish(round * 1_000 + n)
      await new Promise((resolve) => setImmediate(resolve))
    }
    const { opened, heard } = follow(/"at":-1\}/)
    await opened
    server.publish(-1)
    expect(await heard).toContain('"at":-1')
    socket.resume()
    await gone
  })
})

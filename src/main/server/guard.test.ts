import net from 'node:net'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { nothing, type TriedServer, tryServer } from './try-server.ts'

let server: TriedServer
beforeEach(async () => {
  server = await tryServer()
})
afterEach(() => server.close())

describe('who may speak', () => {
  it('answers a call with the token and refuses it without', async () => {
    expect(await server.call('item.list', '{}')).toMatchObject({ status: 200, text: JSON.stringify(nothing) })
    expect(server.asked).toEqual([{ name: 'item.list', input: {} }])
    const json = { 'content-type': 'application/json' }
    expect((await server.ask({ method: 'POST', path: '/call/item.list', headers: json, body: '{}' })).status).toBe(401)
    const wrong = { ...json, authorization: `Bearer ${server.token.slice(0, -1)}` }
    expect((await server.ask({ method: 'POST', path: '/call/item.list', headers: wrong, body: '{}' })).status).toBe(401)
    expect(server.asked).toHaveLength(1)
  })

  it('asks for the token everywhere', async () => {
    for (const path of ['/', '/events', '/copy/x/', '/blob/x', '/assets/index.js']) expect((await server.ask({ path })).status).toBe(401)
  })

  it('turns the token in the address into a cookie and takes it out of the address', async () => {
    const first = await server.ask({ path: `/?token=${server.token}` })
    expect(first).toMatchObject({ status: 303, headers: { location: '/', 'referrer-policy': 'no-referrer' } })
    const cookie = first.headers['set-cookie']?.[0] ?? ''
    expect(cookie).toBe(`carrel-${server.port}=${server.token}; Path=/; HttpOnly; SameSite=Strict`)
    const pair = cookie.split(';')[0] ?? ''
    expect((await server.ask({ headers: { cookie: `other=1; ${pair}` } })).text).toBe('GET /')
    expect((await server.ask({ headers: { cookie: `carrel-${server.port}=nonsense%` } })).status).toBe(401)
    expect((await server.ask({ path: '/?token=wrong' })).status).toBe(401)
    expect((await server.ask({ path: `/copy/?token=${server.token}` })).status).toBe(401)
  })

  it('moves on by a page of its own when the link was clicked elsewhere', async () => {
    const clicked = { 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'navigate', 'sec-fetch-dest': 'document' }
    const good = await server.ask({ path: `/?token=${server.token}`, headers: clicked })
    expect(good.status).toBe(200)
    expect(good.text).toContain('http-equiv="refresh" content="0;url=/"')
    expect(good.headers['set-cookie']?.[0]).toContain('SameSite=Strict')
    expect((await server.ask({ path: '/?token=wrong', headers: clicked })).status).toBe(403)
    expect((await server.ask({ path: `/?token=${server.token}`, headers: { ...clicked, 'sec-fetch-dest': 'iframe' } })).status).toBe(403)
  })

  it('gives browsers a key that opens once, and is no token', async () => {
    const { pathname, search, searchParams } = new URL(server.urlForOnce())
    const key = searchParams.get('token') ?? ''
    expect(key).not.toBe(server.token)
    expect((await server.call('item.list', '{}', { authorization: `Bearer ${key}` })).status).toBe(401)
    expect((await server.ask({ headers: { cookie: `carrel-${server.port}=${key}` } })).status).toBe(401)
    // Whoever is refused for other reasons does not use it up.
    const framed = { 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'navigate', 'sec-fetch-dest': 'iframe' }
    expect((await server.ask({ path: `${pathname}${search}`, headers: framed })).status).toBe(403)
    expect((await server.ask({ path: `${pathname}${search}` })).headers['set-cookie']?.[0]).toContain(server.token)
    expect((await server.ask({ path: `${pathname}${search}` })).status).toBe(401)
  })

  it.each([
    ['image', '/events', 403],
    ['image', '/call/settings.get', 403],
    ['image', '/', 403],
    ['image', '/copy/x/', 403],
    ['style', '/events', 403],
    ['font', '/copy/x/', 403],
    ['iframe', '/', 403],
    ['object', '/copy/x/asset/y', 403],
    ['Image', '/blob/x', 403],
    ['image', '/blob/x', 200],
    ['image', '/copy/x/asset/y', 200],
    ['iframe', '/copy/x/', 200],
    ['document', '/', 200],
    ['script', '/assets/index.js', 200],
    ['video', '/recording/x/y', 200],
    ['empty', '/copy/x/', 200],
  ])('a request of our own origin for %s at %s is answered %i', async (dest, path, status) => {
    const headers = { authorization: `Bearer ${server.token}`, 'sec-fetch-site': 'same-origin', 'sec-fetch-dest': dest }
    expect((await server.ask({ path, headers })).status).toBe(status)
  })

  it('hears no more of whom it refused', async () => {
    for (const headers of [{}, { host: 'evil.example' }, { origin: 'null' }]) {
      expect((await server.ask({ headers })).headers.connection).toBe('close')
    }
    // No end of body is waited for.
    const own = `Host: 127.0.0.1:${server.port}\r\n`
    expect(await server.speak(`POST /call/item.list HTTP/1.1\r\n${own}Content-Length: 100\r\n\r\n{`)).toMatch(/^HTTP\/1\.1 401 /)
    // Nor is what comes behind it answered, whatever it brings.
    const head = `POST /call/item.list HTTP/1.1\r\n${own}Content-Type: application/json\r\nContent-Length: 2\r\n`
    const both = await server.speak(`${head}\r\n{}${head}Authorization: Bearer ${server.token}\r\n\r\n{}`)
    expect(both.match(/^HTTP\/1\.1 \d+/gm)).toEqual(['HTTP/1.1 401'])
    expect(server.asked).toEqual([])
  })

  it.each(['http://evil.example', 'null', 'https://127.0.0.1', 'http://127.0.0.1:1', 'http://localhost'])(
    'refuses the Origin %s, even with the token',
    async (origin) => {
      const got = await server.call('item.list', '{}', { origin })
      expect(got.status).toBe(403)
      expect(Object.keys(got.headers).filter((name) => name.startsWith('access-control'))).toEqual([])
      expect(server.asked).toEqual([])
    },
  )

  it('takes its own Origin', async () => {
    expect((await server.call('item.list', '{}', { origin: `http://127.0.0.1:${server.port}` })).status).toBe(200)
    const named = { host: `localhost:${server.port}`, origin: `http://localhost:${server.port}` }
    expect((await server.call('item.list', '{}', named)).status).toBe(200)
    expect((await server.call('item.list', '{}', { ...named, host: `127.0.0.1:${server.port}` })).status).toBe(403)
  })

  it.each(['cross-site', 'same-site'])('refuses what a browser calls %s', async (site) => {
    expect((await server.call('item.list', '{}', { 'sec-fetch-site': site })).status).toBe(403)
  })

  it('answers a preflight without permission', async () => {
    const headers = { origin: 'http://evil.example', 'access-control-request-method': 'POST' }
    const got = await server.ask({ method: 'OPTIONS', path: '/call/item.list', headers })
    expect(got.status).toBe(403)
    expect(got.headers['access-control-allow-origin']).toBeUndefined()
  })

  it.each(['evil.example', 'evil.example:PORT', '127.0.0.1', '127.0.0.1:1', '[::1]:PORT', 'localhost.:PORT'])(
    'sends the Host %s elsewhere',
    async (name) => {
      const host = name.replace('PORT', String(server.port))
      expect((await server.call('item.list', '{}', { host })).status).toBe(421)
      expect(server.asked).toEqual([])
    },
  )

  it('is not fooled by an absolute address, two Hosts or none', async () => {
    const auth = `Authorization: Bearer ${server.token}\r\nConnection: close\r\n\r\n`
    const own = `Host: 127.0.0.1:${server.port}\r\n`
    expect(await server.speak(`GET http://evil.example/ HTTP/1.1\r\n${own}${auth}`)).toMatch(/^HTTP\/1\.1 400 /)
    expect(await server.speak(`GET / HTTP/1.1\r\n${own}Host: evil.example\r\n${auth}`)).toMatch(/^HTTP\/1\.1 4(00|21) /)
    expect(await server.speak(`GET / HTTP/1.0\r\n${auth}`)).toMatch(/^HTTP\/1\.1 421 /)
    expect(await server.speak(`OPTIONS * HTTP/1.1\r\n${own}${auth}`)).toMatch(/^HTTP\/1\.1 400 /)
    expect(await server.speak('nonsense\r\n\r\n')).toMatch(/^HTTP\/1\.1 400 /)
  })

  it('listens on 127.0.0.1 alone', async () => {
    await expect(
      new Promise((resolve, reject) => net.connect(server.port, '127.0.0.2', () => resolve('open')).on('error', reject)),
    ).rejects.toMatchObject({ code: 'ECONNREFUSED' })
  })

  it('takes a given token and port, and says when the port is taken', async () => {
    await server.close()
    const port = server.port
    server = await tryServer({ token: 'chosen', port })
    expect(server.url).toBe(`http://127.0.0.1:${port}/?token=chosen`)
    expect((await server.call('item.list', '{}')).status).toBe(200)
    await expect(tryServer({ port })).rejects.toMatchObject({ code: 'EADDRINUSE' })
  })
})

import http from 'node:http'
import net, { type AddressInfo } from 'node:net'
import { describe, expect, onTestFinished, test } from 'vitest'
import { silentLog } from '../platform/log.ts'
import { ask, failureOf, openTestNetwork, serve, textOf } from './loopback-server.ts'
import { proxyChoice } from './proxies.ts'
import { testAuthority } from './test-certificates.ts'

const failed = (code: string, facts: Record<string, unknown> = {}) =>
  expect.objectContaining({ code, facts: expect.objectContaining(facts) })
const none = { privateHosts: new Set<string>() }
const unknownName = () => Promise.reject(Object.assign(new Error('getaddrinfo ENOTFOUND'), { code: 'ENOTFOUND' }))

/** A small proxy on loopback: forwards, tunnels, leads every name to `port`, and keeps what it was asked. */
async function startProxy(port: number, password?: string) {
  const asked: string[] = []
  const allowed = (request: http.IncomingMessage) =>
    password === undefined || request.headers['proxy-authorization'] === `Basic ${Buffer.from(password).toString('base64')}`
  const server = http.createServer((request, response) => {
    asked.push(`${request.method} ${request.url}`)
    if (!allowed(request)) return response.writeHead(407).end()
    const { pathname, search, host } = new URL(request.url ?? '')
    const headers = { ...request.headers, host }
    request.pipe(
      http.request({ host: '127.0.0.1', port, path: pathname + search, headers }, (answer) => {
        response.writeHead(answer.statusCode ?? 500, answer.headers)
        answer.pipe(response)
      }),
    )
  })
  server.on('connect', (request, socket: net.Socket) => {
    asked.push(`${request.method} ${request.url}`)
    if (!allowed(request)) return socket.end('HTTP/1.1 407 Proxy Authentication Required\r\n\r\n')
    const target = net.connect(port, '127.0.0.1', () => {
      socket.write('HTTP/1.1 200 OK\r\n\r\n')
      socket.pipe(target).pipe(socket)
    })
    for (const one of [socket, target]) one.on('error', () => undefined)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  onTestFinished(() => {
    server.closeAllConnections()
    server.close()
  })
  return { asked, host: `localhost:${(server.address() as AddressInfo).port}` }
}

describe('a proxy', () => {
  test('forwards http and looks the name up itself', async () => {
    const server = await serve((request, response) => response.end(`${request.headers.host}${request.url}`))
    const proxy = await startProxy(server.port)
    const network = openTestNetwork({ proxy: `http://${proxy.host}`, resolver: unknownName })
    expect(textOf(await ask(network, 'http://far.example/page?x=1', none))).toBe('far.example/page?x=1')
    expect(proxy.asked).toEqual(['GET http://far.example/page?x=1'])
  })

  test('tunnels https, whose certificate is still checked', async () => {
    const server = await serve((_request, response) => response.end('through'), true)
    const proxy = await startProxy(server.port)
    const env = { https_proxy: proxy.host }
    expect(textOf(await ask(openTestNetwork({ env, resolver: unknownName, extraCa: [testAuthority] }), 'https://secure.test/', none))).toBe(
      'through',
    )
    expect(proxy.asked).toEqual(['CONNECT secure.test:443'])
    expect(await failureOf(ask(openTestNetwork({ env, resolver: unknownName }), 'https://secure.test/', none))).toEqual(
      failed('page.insecure'),
    )
  })

  test('is told the name and word its address carries', async () => {
    const server = await serve((_request, response) => response.end('ok'))
    const proxy = await startProxy(server.port, 'jo:s@fe')
    const network = openTestNetwork({ proxy: `http://jo:s%40fe@${proxy.host}`, resolver: unknownName })
    expect(textOf(await ask(network, 'http://far.example/', none))).toBe('ok')
  })

  test.each(['http', 'https'])('that wants a password for %s makes the page unreachable, and is named', async (scheme) => {
    const proxy = await startProxy(1, 'jo:safe')
    const network = openTestNetwork({ proxy: `http://${proxy.host}`, resolver: unknownName })
    expect(await failureOf(ask(network, `${scheme}://far.example/`, none))).toEqual(
      failed('page.unreachable', { reason: 'proxy', proxy: proxy.host, host: 'far.example' }),
    )
  })

  test('that is not there makes the page unreachable', async () => {
    const network = openTestNetwork({ proxy: 'http://127.0.0.1:1', resolver: unknownName })
    for (const url of ['http://far.example/', 'https://far.example/']) {
      expect(await failureOf(ask(network, url, none))).toEqual(failed('page.unreachable', { proxy: '127.0.0.1:1' }))
    }
  })

  test('is never asked for a private host: not by spelling, not by what we know of the name', async () => {
    const server = await serve((_request, response) => response.end('inside'))
    const proxy = await startProxy(server.port)
    const network = openTestNetwork({ proxy: `http://${proxy.host}`, resolver: async () => [{ address: '10.0.0.7' }] })
    for (const url of ['http://10.0.0.7/', 'http://localhost/', 'http://inner.example/']) {
      expect(await failureOf(ask(network, url, none))).toEqual(failed('link.private'))
    }
    expect(proxy.asked).toEqual([])
  })

  test('can be changed while the network is open', async () => {
    const server = await serve((_request, response) => response.end('through'))
    const proxy = await startProxy(server.port)
    const network = openTestNetwork({ proxy: 'http://127.0.0.1:1', resolver: unknownName })
    await failureOf(ask(network, 'http://far.example/', none))
    network.changeProxy(`http://${proxy.host}`)
    expect(textOf(await ask(network, 'http://far.example/', none))).toBe('through')
  })

  test('is not asked for this machine itself when the reader typed that', async () => {
    const server = await serve((_request, response) => response.end('here'))
    const network = openTestNetwork({ proxy: 'http://127.0.0.1:1' })
    expect(textOf(await ask(network, server.url('/')))).toBe('here')
  })

  test('is not waited for where a look-up before it takes long', async () => {
    const server = await serve((_request, response) => response.end('through'))
    const proxy = await startProxy(server.port)
    const resolver = () => new Promise<never>(() => undefined)
    const network = openTestNetwork({ proxy: `http://${proxy.host}`, resolver, limits: { proxyLookupMs: 20 } })
    expect(textOf(await ask(network, 'http://far.example/', none))).toBe('through')
  })
})

describe('the choice of a proxy', () => {
  const choose = (env: Record<string, string>, url: string, proxy: string | null = null) => proxyChoice(proxy, env, silentLog)(new URL(url))

  test('is by scheme, lower case first, the reader before the environment', () => {
    const env = { HTTP_PROXY: 'http://upper:1', http_proxy: 'http://lower:1', HTTPS_PROXY: 'secure:2' }
    expect(choose(env, 'http://a.example/')).toBe('http://lower:1')
    expect(choose(env, 'https://a.example/')).toBe('http://secure:2')
    expect(choose(env, 'https://a.example/', 'http://mine:3')).toBe('http://mine:3')
    expect(choose({ ALL_PROXY: 'socks5://all:4' }, 'http://a.example/')).toBe('socks5://all:4')
    expect(choose({}, 'http://a.example/')).toBe(null)
    expect(choose({ HTTP_PROXY: '' }, 'http://a.example/')).toBe(null)
  })

  test('of one that is no address is none, and its text is not logged', () => {
    const logged: unknown[] = []
    const log = { write: (...words: unknown[]) => logged.push(...words) }
    expect(proxyChoice('gopher://jo:safe@old:70', {}, log)(new URL('http://a.example/'))).toBe(null)
    expect(JSON.stringify(logged)).toContain('proxy setting')
    expect(JSON.stringify(logged)).not.toContain('safe')
  })

  test.each([
    ['*', 'http://a.example/', true],
    ['example.org', 'http://example.org/', true],
    ['example.org', 'http://www.example.org/', true],
    ['.example.org', 'http://www.example.org/', true],
    ['*.example.org', 'http://www.example.org/', true],
    ['example.org', 'http://notexample.org/', false],
    ['EXAMPLE.ORG.', 'http://example.org/', true],
    ['example.org:8080', 'http://example.org:8080/', true],
    ['example.org:8080', 'http://example.org/', false],
    ['example.org:443', 'https://example.org/', true],
    ['other.example, 10.0.0.0/8', 'http://10.1.2.3/', true],
    ['10.0.0.0/8', 'http://11.1.2.3/', false],
    ['::1', 'http://[::1]/', true],
    ['[::1]:80', 'http://[::1]/', true],
    ['fd00::/8', 'http://[fd12::1]/', true],
    ['nonsense/99', 'http://a.example/', false],
  ])('spares %s for %s: %s', (entry, url, spared) => {
    const env = { HTTP_PROXY: 'http://p:1', HTTPS_PROXY: 'http://p:1', NO_PROXY: entry }
    expect(choose(env, url) === null).toBe(spared)
  })
})

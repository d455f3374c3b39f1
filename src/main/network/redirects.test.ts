import { describe, expect, test } from 'vitest'
import { ask, failureOf, openTestNetwork, serve, serveRaw, textOf } from './loopback-server.ts'

const failed = (code: string, facts: Record<string, unknown> = {}) =>
  expect.objectContaining({ code, facts: expect.objectContaining(facts) })

describe('redirects', () => {
  test.each([301, 302, 303, 307, 308])('%i is followed, and the fragment goes along', async (status) => {
    const server = await serve((request, response) => {
      if (request.url === '/old') response.writeHead(status, { Location: '/new?x=1' }).end()
      else response.end('here')
    })
    const answer = await ask(openTestNetwork(), server.url('/old#part'))
    expect(answer).toMatchObject({ url: server.url('/new?x=1#part'), redirects: [server.url('/old#part')] })
    expect(textOf(answer)).toBe('here')
  })

  test('keep a POST where they must', async () => {
    const server = await serve((request, response) => {
      if (request.url === '/303') response.writeHead(303, { Location: '/end' }).end()
      else if (request.url === '/307') response.writeHead(307, { Location: '/end' }).end()
      else response.end(request.method)
    })
    const network = openTestNetwork()
    expect(textOf(await ask(network, server.url('/303'), { method: 'POST', body: 'x' }))).toBe('GET')
    expect(textOf(await ask(network, server.url('/307'), { method: 'POST', body: 'x' }))).toBe('POST')
  })

  test('with raw UTF-8 and blanks in their address are understood', async () => {
    const server = await serveRaw((socket, head) => {
      const moved = head.startsWith('GET /old ')
      const answer = moved
        ? 'HTTP/1.1 302 Found\r\nLocation: /caf\u00e9 noir\r\nContent-Length: 0\r\n\r\n'
        : 'HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok'
      socket.write(Buffer.from(answer, 'utf8'))
    })
    const answer = await ask(openTestNetwork(), server.url('/old'))
    expect(answer.url).toBe(server.url('/caf%C3%A9%20noir'))
  })

  test('in a circle end', async () => {
    const server = await serve((request, response) => response.writeHead(302, { Location: request.url === '/a' ? '/b' : '/a' }).end())
    expect(await failureOf(ask(openTestNetwork(), server.url('/a')))).toEqual(failed('page.redirects', { reason: 'circle' }))
    expect(server.hits).toEqual(['GET /a', 'GET /b'])
  })

  test('without end end after ten', async () => {
    const server = await serve((request, response) => response.writeHead(302, { Location: `${request.url}x` }).end())
    expect(await failureOf(ask(openTestNetwork(), server.url('/')))).toEqual(failed('page.redirects', { reason: 'too-many' }))
    expect(server.hits).toHaveLength(11)
  })

  test('that wait for their cookie get it back, and no other chain does', async () => {
    const server = await serve((request, response) => {
      if (request.headers.cookie?.includes('seen=yes')) response.end(request.headers.cookie)
      else
        response
          .writeHead(302, { Location: request.url ?? '/', 'Set-Cookie': ['seen=yes; Path=/; HttpOnly', 'other=1; Path=/elsewhere'] })
          .end()
    })
    const network = openTestNetwork()
    expect(textOf(await ask(network, server.url('/')))).toBe('seen=yes')
    expect(textOf(await ask(network, server.url('/')))).toBe('seen=yes')
    expect(server.hits).toHaveLength(4)
  })

  test.each([
    ['mailto:a@example.org', 'page.redirects', { reason: 'no-page', scheme: 'mailto:' }],
    ['intent://x', 'page.redirects', { reason: 'no-page' }],
    ['http://', 'page.redirects', { reason: 'nowhere' }],
    ['http://localhost/admin', 'link.private', { host: 'localhost' }],
    ['http://169.254.169.254/latest/meta-data/', 'link.private', { host: '169.254.169.254' }],
    ['http://[::ffff:127.0.0.1]/', 'link.private', {}],
    ['//0x7f.1/', 'link.private', { host: '127.0.0.1' }],
  ])('to %s are refused', async (location, code, facts) => {
    const server = await serve((_request, response) => response.writeHead(302, { Location: location }).end())
    expect(await failureOf(ask(openTestNetwork(), server.url('/')))).toEqual(failed(code, facts))
    expect(server.hits).toHaveLength(1)
  })

  test('to another port of the private host that was typed are refused', async () => {
    const victim = await serve((_request, response) => response.end('secret'))
    const server = await serve((_request, response) => response.writeHead(302, { Location: victim.url('/') }).end())
    expect(await failureOf(ask(openTestNetwork(), server.url('/')))).toEqual(failed('link.private', { host: victim.host }))
    expect(victim.hits).toEqual([])
  })
})

describe('names', () => {
  test('that resolve privately are refused unless the reader typed them', async () => {
    const server = await serve((_request, response) => response.end('inside'))
    const network = openTestNetwork({ resolver: async () => [{ address: '127.0.0.1' }] })
    const url = `http://wiki.example.org:${server.port}/`
    expect(await failureOf(ask(network, url, { privateHosts: new Set() }))).toEqual(failed('link.private', { host: 'wiki.example.org' }))
    expect(server.hits).toEqual([])
    expect(textOf(await ask(network, url))).toBe('inside')
  })

  test('opened as private do not lend their connection to a request that may not', async () => {
    const server = await serve((_request, response) => response.end('inside'))
    const network = openTestNetwork({ resolver: async () => [{ address: '127.0.0.1' }] })
    const url = `http://wiki.example.org:${server.port}/`
    await ask(network, url)
    expect(await failureOf(ask(network, url, { privateHosts: new Set() }))).toEqual(failed('link.private'))
    expect(server.hits).toHaveLength(1)
  })

  test('that change their answer after the check win nothing', async () => {
    const server = await serve((_request, response) => response.end('inside'))
    const answers = ['93.184.215.14', '127.0.0.1']
    let asked = 0
    const network = openTestNetwork({ resolver: async () => [{ address: answers[asked++] ?? '127.0.0.1' }] })
    const url = `http://rebind.example.org:${server.port}/`
    // The first answer is the one connected to: the test's own wall names it.
    expect(String(((await failureOf(ask(network, url, { privateHosts: new Set() }))) as Error).cause)).toContain('93.184.215.14')
    expect(asked).toBe(1)
    expect(await failureOf(ask(network, url, { privateHosts: new Set() }))).toEqual(failed('link.private'))
    expect(server.hits).toEqual([])
  })

  test('of a corpus all lead to its server, port and all, while private spellings stay refused', async () => {
    const server = await serve((request, response) => response.end(request.headers.host))
    const network = openTestNetwork({ resolver: async () => [{ address: '127.0.0.1', port: server.port }], allowResolvedPrivate: true })
    const none = { privateHosts: new Set<string>() }
    expect(textOf(await ask(network, 'http://one.example/', none))).toBe('one.example')
    expect(textOf(await ask(network, 'http://two.example/', none))).toBe('two.example')
    expect(await failureOf(ask(network, 'http://localhost/', none))).toEqual(failed('link.private'))
  })

  test('with several addresses are tried one after the other', async () => {
    const server = await serve((_request, response) => response.end('reached'))
    const network = openTestNetwork({ resolver: async () => [{ address: '::1' }, { address: '127.0.0.1' }] })
    // Nothing listens on ::1 at this port.
    expect(textOf(await ask(network, `http://localhost:${server.port}/`))).toBe('reached')
  })

  test('that nobody knows are unreachable', async () => {
    const resolver = () => Promise.reject(Object.assign(new Error('getaddrinfo ENOTFOUND'), { code: 'ENOTFOUND' }))
    const error = await failureOf(ask(openTestNetwork({ resolver }), 'http://nobody.example/', { privateHosts: new Set() }))
    // On a machine without any network the same answer means something else.
    expect(['page.unreachable', 'network.offline']).toContain((error as { code: string }).code)
  })

  test('that are asked for at the wrong port are unreachable', async () => {
    const server = await serve((_request, response) => response.end())
    const free = server.port === 1 ? 2 : 1
    const url = `http://127.0.0.1:${free}/`
    expect(await failureOf(ask(openTestNetwork(), url))).toEqual(
      failed('page.unreachable', { host: `127.0.0.1:${free}`, reason: 'refused' }),
    )
  })
})

import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { describe, expect, onTestFinished, test } from 'vitest'
import { ask, failureOf, openTestNetwork, serve, serveRaw, textOf } from './loopback-server.ts'
import { testAuthority } from './test-certificates.ts'

const failed = (code: string, facts: Record<string, unknown> = {}) =>
  expect.objectContaining({ code, facts: expect.objectContaining(facts) })
const toLoopback = { resolver: async () => [{ address: '127.0.0.1' }], allowResolvedPrivate: true }

describe('a secure connection', () => {
  test('to a server nobody vouches for is refused, without a second try', async () => {
    const server = await serve((_request, response) => response.end('secret'), true)
    expect(await failureOf(ask(openTestNetwork(), server.url('/')))).toEqual(failed('page.insecure', { host: server.host }))
    expect(server.hits).toEqual([])
    expect(server.connections()).toBe(1)
  })

  test('is made when the reader adds its authority, as text or as a file', async () => {
    const folder = await mkdtemp(path.join(tmpdir(), 'carrel-ca-'))
    onTestFinished(() => rm(folder, { recursive: true }))
    const file = path.join(folder, 'authority.pem')
    await writeFile(file, testAuthority)
    const server = await serve((_request, response) => response.end('trusted'), true)
    for (const extraCa of [[testAuthority], [file]]) {
      expect(textOf(await ask(openTestNetwork({ extraCa }), server.url('/')))).toBe('trusted')
    }
  })

  test('checks the name that was asked for, not the number it led to', async () => {
    const server = await serve((_request, response) => response.end('trusted'), true)
    const network = openTestNetwork({ ...toLoopback, extraCa: [testAuthority] })
    expect(textOf(await ask(network, `https://www.secure.test:${server.port}/`))).toBe('trusted')
    expect(await failureOf(ask(network, `https://other.test:${server.port}/`))).toEqual(
      failed('page.insecure', { reason: 'ERR_TLS_CERT_ALTNAME_INVALID' }),
    )
  })

  test('goes without an authority that cannot be read, and says so', async () => {
    const logged: string[] = []
    const log = { write: (_level: string, what: string) => logged.push(what) }
    const server = await serve((_request, response) => response.end('secret'), true)
    const network = openTestNetwork({
      log,
      extraCa: ['/no/such/file.pem', '-----BEGIN CERTIFICATE-----\nnonsense\n-----END CERTIFICATE-----'],
    })
    expect(await failureOf(ask(network, server.url('/')))).toEqual(failed('page.insecure'))
    expect(logged.filter((line) => line.includes('certificate authority'))).toHaveLength(2)
  })

  test('with a server that does not speak TLS is unreachable', async () => {
    const server = await serveRaw((socket) => socket.end('HTTP/1.1 400 Bad Request\r\n\r\n'))
    const plain = await serve((_request, response) => response.end())
    for (const { host } of [server, plain]) {
      const error = (await failureOf(ask(openTestNetwork({ limits: { connectMs: 300, tries: 1 } }), `https://${host}/`))) as {
        code: string
      }
      expect(['page.unreachable', 'page.timeout']).toContain(error.code)
    }
  })
})

// For tests only: real servers on loopback, well-behaved (HTTP, HTTPS) and raw, and a network room that may reach them.
import http from 'node:http'
import https from 'node:https'
import net, { type AddressInfo } from 'node:net'
import { onTestFinished } from 'vitest'
import { silentLog } from '../platform/log.ts'
import type { Limits } from './limits.ts'
import type { NetworkAnswer, NetworkRequest } from './network.ts'
import { type NetworkOptions, type OpenNetwork, openNetwork } from './request.ts'
import { testCertificate, testKey } from './test-certificates.ts'

export type LoopbackServer = {
  readonly host: string
  readonly port: number
  /** `GET /path` of every request that arrived, in order. */
  readonly hits: readonly string[]
  /** Connections that were opened. */
  connections(): number
  url(path: string): string
}

/** A server that answers with `handler` until the test is over. */
export async function serve(handler: http.RequestListener, secure = false): Promise<LoopbackServer> {
  const hits: string[] = []
  const listener: http.RequestListener = (request, response) => {
    hits.push(`${request.method} ${request.url}`)
    handler(request, response)
  }
  const server = secure ? https.createServer({ cert: testCertificate, key: testKey }, listener) : http.createServer(listener)
  return listen(server, hits, secure ? 'https' : 'http')
}

/** A server that says whatever it likes: `converse` gets the socket once a whole request head has arrived. */
export async function serveRaw(converse: (socket: net.Socket, head: string) => void): Promise<LoopbackServer> {
  const hits: string[] = []
  const server = net.createServer((socket) => {
    socket.on('error', () => undefined)
    let head = ''
    socket.on('data', (chunk) => {
      head += chunk.toString('latin1')
      if (!head.includes('\r\n\r\n')) return
      hits.push(head.split(' ').slice(0, 2).join(' '))
      const whole = head
      head = ''
      converse(socket, whole)
    })
  })
  return listen(server, hits, 'http')
}

async function listen(server: net.Server, hits: readonly string[], scheme: string): Promise<LoopbackServer> {
  const sockets = new Set<net.Socket>()
  let connections = 0
  server.on('connection', (socket) => {
    connections += 1
    sockets.add(socket)
    socket.on('close', () => sockets.delete(socket))
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  onTestFinished(async () => {
    for (const socket of sockets) socket.destroy()
    await new Promise((resolve) => server.close(resolve))
  })
  const { port } = server.address() as AddressInfo
  const host = `127.0.0.1:${port}`
  return { host, port, hits, connections: () => connections, url: (path) => `${scheme}://${host}${path}` }
}

const quick: Partial<Limits> = { connectMs: 2_000, headersMs: 2_000, bodyMs: 2_000, idleMs: 1_000, backOffMs: 1 }

/** A network for tests: no pauses, short limits, closed when the test is over. */
export function openTestNetwork(options: Partial<NetworkOptions> = {}): OpenNetwork {
  const network = openNetwork({
    clock: { now: () => Date.now() },
    log: silentLog,
    version: '0.0.0-test',
    perHost: { atOnce: 2, pauseMs: 0 },
    ...options,
    limits: { ...quick, ...options.limits },
  })
  onTestFinished(() => network.close())
  return network
}

/** Asks for an address as a page whose host the reader typed. */
export function ask(network: OpenNetwork, url: string, more: Partial<NetworkRequest> = {}): Promise<NetworkAnswer> {
  return network.request({
    url,
    purpose: 'page',
    maxBytes: 1_000_000,
    privateHosts: new Set([new URL(url).host]),
    signal: new AbortController().signal,
    ...more,
  })
}

/** The body of an answer as text. */
export function textOf(answer: NetworkAnswer): string {
  return Buffer.from(answer.body).toString('utf8')
}

/** What a promise was rejected with; fails when it was not. */
export async function failureOf(promise: Promise<unknown>): Promise<unknown> {
  const outcome = await promise.then(
    (value) => ({ value }),
    (error: unknown) => ({ error }),
  )
  if ('value' in outcome) throw new Error('expected a failure')
  return outcome.error
}

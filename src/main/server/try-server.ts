// For this room's tests: a real server over a core of a few lines, and ways to speak to it byte by byte.
import http from 'node:http'
import net from 'node:net'
import type { Answer, PublishedEvent } from '../../shared/contract.ts'
import { openServer, type ServerOptions } from './loopback.ts'

export type Got = { readonly status: number; readonly headers: http.IncomingHttpHeaders; readonly text: string }
export type Ask = {
  readonly method?: string
  readonly path?: string
  readonly headers?: http.OutgoingHttpHeaders
  readonly body?: string | Buffer
}

/** What the small core answers to every call but `item.get`, which fails. */
export const nothing: Answer = { ok: true, value: { items: [], total: 0 } }

/** What `/large` is long: more than all buffers between the two ends hold. */
export const largeBytes = 40_000_000

export type TriedServer = {
  readonly port: number
  readonly url: string
  urlForOnce(): string
  readonly token: string
  /** Calls that came through to the core. */
  readonly asked: readonly { readonly name: string; readonly input: unknown }[]
  readonly listeners: ReadonlySet<unknown>
  ask(ask?: Ask): Promise<Got>
  /** POST /call/<name> with token and JSON type, unless `headers` say otherwise. */
  call(name: string, body: string | Buffer, headers?: http.OutgoingHttpHeaders): Promise<Got>
  /** Sends text as it is and gives all that comes back until the other side closes. */
  speak(text: string | Buffer): Promise<string>
  withToken(headers?: http.OutgoingHttpHeaders): http.OutgoingHttpHeaders
  publish(at: number): void
  close(): Promise<void>
}

export async function tryServer(options: Partial<ServerOptions> = {}): Promise<TriedServer> {
  const asked: { name: string; input: unknown }[] = []
  const listeners = new Set<(event: PublishedEvent) => void>()
  const core: ServerOptions['core'] = {
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
      const body = path === '/large' ? new Uint8Array(largeBytes) : new TextEncoder().encode(`${method} ${path}`)
      return { status: 200, headers: { 'content-type': 'text/plain' }, body }
    },
  }
  const { url, urlForOnce, port, close } = await openServer({ core, ...options })
  const token = new URL(url).searchParams.get('token') ?? ''
  const withToken = (headers: http.OutgoingHttpHeaders = {}) => ({ authorization: `Bearer ${token}`, ...headers })
  const ask = ({ method = 'GET', path = '/', headers = {}, body }: Ask = {}) =>
    new Promise<Got>((resolve, reject) => {
      const request = http.request({ host: '127.0.0.1', port, method, path, headers, agent: false }, (response) => {
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
  return {
    port,
    url,
    urlForOnce,
    token,
    asked,
    listeners,
    ask,
    call: (name, body, headers = {}) =>
      ask({ method: 'POST', path: `/call/${name}`, headers: withToken({ 'content-type': 'application/json', ...headers }), body }),
    speak: (text) =>
      new Promise((resolve, reject) => {
        let heard = ''
        const socket = net.connect(port, '127.0.0.1', () => socket.write(text))
        socket.setEncoding('utf8')
        socket.on('data', (part: string) => {
          heard += part
        })
        socket.on('end', () => resolve(heard))
        socket.on('error', reject)
      }),
    withToken,
    publish(at) {
      for (const listener of listeners) listener({ name: 'library.changed', value: { at } })
    },
    close,
  }
}

// For tests only: the services of the world as one server on loopback, and a Network that finds every host there, http for https.
import http from 'node:http'
import { Failure } from '../../shared/failure.ts'
import type { Network, NetworkAnswer } from '../network/network.ts'

/** What one address answers: JSON, text as it is, a status, or nothing at all for as long as the test runs. */
export type Told = { readonly json: unknown } | { readonly text: string; readonly type?: string } | { readonly status: number } | 'silence'

export type LoopbackWorld = {
  readonly network: Network
  /** The addresses asked for, in order, as https. */
  readonly asked: string[]
  close(): Promise<void>
}

/** Answers by `host/path` or `host/path?query`; whatever is not told is 404. */
export async function openWorld(told: Readonly<Record<string, Told>>): Promise<LoopbackWorld> {
  const asked: string[] = []
  const server = http.createServer((request, response) => {
    const address = `${request.headers['x-host']}${request.url}`
    const answer = told[address] ?? told[address.split('?')[0] ?? '']
    if (answer === 'silence') return
    if (!answer || 'status' in answer) {
      response.writeHead(answer ? answer.status : 404).end('nothing here')
      return
    }
    const [type, body] = 'json' in answer ? ['application/json', JSON.stringify(answer.json)] : [answer.type ?? 'text/html', answer.text]
    response.writeHead(200, { 'content-type': type }).end(body)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const bound = server.address()
  if (typeof bound !== 'object' || bound === null) throw new Error('the server has no port')
  const network: Network = {
    request(wanted) {
      asked.push(wanted.url)
      const url = new URL(wanted.url)
      return new Promise((resolve, reject) => {
        const options = {
          host: '127.0.0.1',
          port: bound.port,
          path: `${url.pathname}${url.search}`,
          headers: { ...wanted.headers, 'x-host': url.host },
          signal: wanted.signal,
        }
        const request = http.request(options, (answer) => {
          const chunks: Buffer[] = []
          answer.on('data', (chunk: Buffer) => chunks.push(chunk))
          answer.on('error', reject)
          answer.on('end', () => settle(wanted.url, answer.statusCode ?? 0, Buffer.concat(chunks), resolve, reject))
        })
        request.on('error', reject)
        request.end()
      })
    },
    close: async () => undefined,
  }
  return {
    network,
    asked,
    async close() {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}

/** The failures that the real network makes of a status (network.ts). */
function settle(
  url: string,
  status: number,
  body: Uint8Array,
  resolve: (answer: NetworkAnswer) => void,
  reject: (error: unknown) => void,
): void {
  const code = ({ 401: 'page.login', 403: 'page.refused', 404: 'page.gone', 410: 'page.gone', 429: 'page.busy' } as const)[status]
  if (code) reject(new Failure(code, { host: new URL(url).host }))
  else if (status >= 500) reject(new Failure('page.broken', { host: new URL(url).host }))
  else resolve({ url, status, headers: {}, body, redirects: [] })
}

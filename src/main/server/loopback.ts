// The loopback door: the same library in a browser, on 127.0.0.1 and nowhere else. It sends requests on to the guard, the
// calls, the events and the documents, and decides nothing itself. It writes no log, so it cannot log the token.
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { Socket } from 'node:net'
import { answerCall } from './calls.ts'
import { type EventStream, openEventStream } from './event-stream.ts'
import { newToken, openGuard, type Verdict } from './guard.ts'
import { makeRoom } from './make-room.ts'
import { openOpeningKeys } from './opening-keys.ts'
import { send, sendWords } from './reply.ts'
import { sendPart } from './send-part.ts'
import type { ServedCore } from './served-core.ts'
import { openWhoseConnection } from './whose-connection.ts'

export type ServerOptions = {
  readonly core: ServedCore
  /** 0: any free port. Nothing: the first of `homes` that is free, or any. */
  readonly port?: number
  readonly homes?: readonly number[]
  /** Nothing: a new one of 256 random bits. */
  readonly token?: string
  /** Told what should never happen (a responder that throws); the asker gets 500. */
  readonly onFault?: (error: unknown) => void
  /** Milliseconds a sender has for its headers, and for headers and body together. */
  readonly headersTimeoutMs?: number
  readonly requestTimeoutMs?: number
  /** Milliseconds after which an answer that nobody reads is dropped; the time begins anew with every part that is read. */
  readonly unreadTimeoutMs?: number
}
export type OpenServer = {
  /** `http://127.0.0.1:N/?token=…`: what the reader opens. */
  readonly url: string
  /** The same with a key that opens once, within a minute: for the command line of a browser, which other users of the machine can read. */
  urlForOnce(): string
  readonly port: number
  /** Ends the events, lets answers in flight finish for up to two seconds, then closes what is left. */
  close(): Promise<void>
}

/** Opens the server. Rejects with Node's error (EADDRINUSE, EACCES) when the port cannot be had. */
export async function openServer(options: ServerOptions): Promise<OpenServer> {
  const { core, onFault = () => undefined } = options
  const server = createServer({
    headersTimeout: options.headersTimeoutMs ?? 10_000,
    requestTimeout: options.requestTimeoutMs ?? 120_000,
    // How often the two limits above are looked at.
    connectionsCheckingInterval: Math.min(2_000, options.headersTimeoutMs ?? 2_000),
    keepAliveTimeout: 5_000,
  })
  server.maxConnections = 4_096
  const port = await listenAtFirstFree(server, options.port === undefined ? [...(options.homes ?? []), 0] : [options.port])
  const token = options.token ?? newToken()
  const keys = openOpeningKeys()
  const guard = openGuard({ port, token, keys })
  const isKnown = makeRoom(server)
  const whose = openWhoseConnection()
  const events = openEventStream(core)

  server.on('request', (request, response) => {
    // Answers are handed over whole, so from then on only the reader can hold them up.
    response.once('prefinish', () => response.setTimeout(options.unreadTimeoutMs ?? 60_000, () => response.destroy()))
    serve(request, response).catch((error: unknown) => {
      onFault(error)
      if (response.headersSent) response.destroy()
      else sendWords(response, 500, 'Something went wrong inside Carrel.', { connection: 'close' })
    })
  })

  // Nothing more of a stranger is heard, neither the rest of a body nor what was sent behind it in the same breath.
  const refused = new WeakSet<Socket>()
  const refuse = (request: IncomingMessage, response: ServerResponse, status: number, says: string): void => {
    refused.add(request.socket)
    sendWords(response, status, says, { connection: 'close' })
  }

  async function serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    if (refused.has(request.socket)) return
    const verdict = guard(request)
    if (verdict.kind === 'refused') return refuse(request, response, verdict.status, verdict.says)
    isKnown(request.socket)
    const path = request.url ?? '/'
    // The program's own files tell nothing of a library, and a window that opens waits for five of them at once.
    if (!path.startsWith('/assets/') && !(await whose.isOurs(request.socket))) {
      return refuse(request, response, 403, 'This library is another user’s of this machine.')
    }
    if (verdict.kind === 'token-in-address') return takeTokenAway(response, verdict)
    const call = /^\/call\/([^/?#]*)(?:[?#]|$)/.exec(path)
    if (call) return answerCall(core, call[1] ?? '', request, response)
    if (/^\/events(?:\?|$)/.test(path)) return events.open(request, response)
    const range = request.headers.range ?? null
    const { status, headers, body, part } = await core.respond({ path, method: request.method ?? 'GET', range })
    if (part) return sendPart(response.writeHead(status, headers), part)
    response.writeHead(status, headers).end(body)
  }

  const opening = (key: string) => `http://127.0.0.1:${port}/?token=${encodeURIComponent(key)}`
  return { url: opening(token), urlForOnce: () => opening(keys.make()), port, close: () => close(server, events) }
}

// The token leaves the address at once, so that it stays out of the history and of what is copied from the address bar.
function takeTokenAway(response: ServerResponse, { cookie, fromElsewhere }: Extract<Verdict, { kind: 'token-in-address' }>): void {
  if (!fromElsewhere) {
    sendWords(response, 303, 'Go on to /', { location: '/', 'set-cookie': cookie })
    return
  }
  // A redirect would still count as the other site's request and go without the strict cookie; a page of ours that moves on does not.
  send(response, {
    status: 200,
    type: 'text/html; charset=utf-8',
    body: '<!doctype html><meta http-equiv="refresh" content="0;url=/"><title>Carrel</title>',
    headers: { 'set-cookie': cookie },
  })
}

async function listenAtFirstFree(server: Server, ports: readonly number[]): Promise<number> {
  const [port = 0, ...others] = ports
  try {
    return await listen(server, port)
  } catch (error) {
    if (others.length === 0) throw error
    return listenAtFirstFree(server, others)
  }
}

function listen(server: Server, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject)
    server.listen({ host: '127.0.0.1', port, exclusive: true }, () => {
      server.off('error', reject)
      const address = server.address()
      if (address === null || typeof address === 'string') reject(new Error('the server has no port'))
      else resolve(address.port)
    })
  })
}

function close(server: Server, events: EventStream): Promise<void> {
  events.close()
  return new Promise((resolve) => {
    const timer = setTimeout(() => server.closeAllConnections(), 2_000)
    server.close(() => {
      clearTimeout(timer)
      resolve()
    })
    server.closeIdleConnections()
  })
}

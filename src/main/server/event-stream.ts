// GET /events: everything the core publishes, as server-sent events. A client that cannot keep up is let go; it comes back
// by itself and asks again, which costs less than a queue without end.
import type { IncomingMessage, ServerResponse } from 'node:http'
import { everyAnswer } from '../documents/security-headers.ts'
import { sendWords } from './reply.ts'
import type { ServedCore } from './served-core.ts'

const maxStreams = 64
/** Bytes a client may leave unread here, on top of what the system's buffers hold. */
const maxUnreadBytes = 1_000_000

export type EventStream = {
  open(request: IncomingMessage, response: ServerResponse): void
  /** Clients connected now. */
  count(): number
  close(): void
}

/** Fans the core's events out to every open stream; `heartbeatMs` keeps idle connections from being taken for dead. */
export function openEventStream(core: ServedCore, heartbeatMs = 15_000): EventStream {
  const clients = new Set<ServerResponse>()
  const tell = (text: string) => {
    for (const client of clients) {
      client.write(text)
      if (client.writableLength > maxUnreadBytes) client.destroy()
    }
  }
  const stop = core.listen((event) => tell(`data: ${JSON.stringify({ name: event.name, value: event.value })}\n\n`))
  const heart = setInterval(() => tell(': still here\n\n'), heartbeatMs)
  heart.unref()

  return {
    open(request, response) {
      if (request.method !== 'GET') return sendWords(response, 405, 'Events are read with GET.', { allow: 'GET' })
      if (clients.size >= maxStreams) return sendWords(response, 503, 'Too many windows listen already.')
      response.writeHead(200, {
        ...everyAnswer,
        'content-type': 'text/event-stream; charset=utf-8',
        'cache-control': 'no-store',
        'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
      })
      response.write('retry: 1000\n: listening\n\n')
      clients.add(response)
      response.on('close', () => clients.delete(response))
    },
    count: () => clients.size,
    close() {
      stop()
      clearInterval(heart)
      for (const client of clients) client.end()
      clients.clear()
    },
  }
}

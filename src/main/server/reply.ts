// Writes one short answer of the server itself. Documents are answered by core.respond, with headers of their own.
import type { ServerResponse } from 'node:http'
import { everyAnswer } from '../documents/security-headers.ts'

export type Reply = {
  readonly status: number
  readonly type: 'text/plain; charset=utf-8' | 'text/html; charset=utf-8' | 'application/json; charset=utf-8'
  readonly body: string
  readonly headers?: Readonly<Record<string, string>>
}

/** Sends `reply`, never cached, with a policy under which nothing in it can do anything. */
export function send(response: ServerResponse, { status, type, body, headers }: Reply): void {
  if (response.destroyed || response.headersSent) return
  const bytes = Buffer.from(body)
  response.writeHead(status, {
    ...everyAnswer,
    'content-type': type,
    'content-length': bytes.byteLength,
    'cache-control': 'no-store',
    'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
    ...headers,
  })
  response.end(bytes)
}

/** A status with one sentence. */
export function sendWords(response: ServerResponse, status: number, says: string, headers: Readonly<Record<string, string>> = {}): void {
  send(response, { status, type: 'text/plain; charset=utf-8', body: `${says}\n`, headers })
}

/** A value as JSON. */
export function sendJson(response: ServerResponse, status: number, value: unknown, headers: Readonly<Record<string, string>> = {}): void {
  send(response, { status, type: 'application/json; charset=utf-8', body: JSON.stringify(value), headers })
}

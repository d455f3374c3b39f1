// POST /call/<noun.verb>: JSON in, the core's answer out as JSON. Input is checked by the core, not here.
import type { IncomingMessage, ServerResponse } from 'node:http'
import { calls } from '../../shared/contract.ts'
import type { FailureCode, FailureFacts } from '../../shared/failure.ts'
import { readBody } from './read-body.ts'
import { sendJson } from './reply.ts'
import type { ServedCore } from './served-core.ts'

/** Bytes a call may send. A saved folder with its pictures travels whole inside one `item.saveFile`, as base64. */
const maxBodyBytes = 8_000_000
const carryingFiles: ReadonlySet<string> = new Set(['item.saveFile', 'talk.giveTranscript'])
const maxFileBodyBytes = 150_000_000

/**
 * Answers one call with 200 and `{ ok, value | failure }`: a failure of the call itself is an answer, not a status.
 * 404 unknown call, 405 not POST, 415 not JSON, 413 too much, 400 malformed.
 */
export async function answerCall(core: ServedCore, name: string, request: IncomingMessage, response: ServerResponse): Promise<void> {
  // Whatever is left of a refused body is not worth a connection.
  const refuse = (status: number, code: FailureCode, facts: FailureFacts, headers: Readonly<Record<string, string>> = {}) =>
    sendJson(response, status, { ok: false, failure: { code, facts } }, { connection: 'close', ...headers })

  if (request.method !== 'POST') return refuse(405, 'input.invalid', { why: 'method' }, { allow: 'POST' })
  if (!Object.hasOwn(calls, name)) return refuse(404, 'call.unknown', { call: name })
  if (!isJson(request)) return refuse(415, 'input.invalid', { why: 'content-type' })

  const body = await readBody(request, carryingFiles.has(name) ? maxFileBodyBytes : maxBodyBytes)
  if ('problem' in body) return refuse(body.problem === 'too-large' ? 413 : 400, 'input.invalid', { why: body.problem })
  const input = parse(body.bytes)
  if (input === undefined) return refuse(400, 'input.invalid', { why: 'json' })
  sendJson(response, 200, await core.call(name, input.value))
}

// A form of another site can post text/plain without asking; it cannot post application/json, and it cannot send our token as a header:
// whoever does is a script of the reader's own, and may leave the type to its tool.
function isJson(request: IncomingMessage): boolean {
  if (request.headers['content-encoding'] !== undefined) return false
  if (/^Bearer /i.test(request.headers.authorization ?? '')) return true
  const type = request.headers['content-type'] ?? ''
  return /^application\/json\s*(?:;\s*charset="?utf-8"?\s*)?$/i.test(type)
}

function parse(bytes: Uint8Array): { readonly value: unknown } | undefined {
  try {
    const value: unknown = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes))
    return { value }
  } catch {
    return undefined
  }
}

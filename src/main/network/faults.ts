// Turns whatever the sockets, TLS, DNS, HTTP and zlib throw into the closed list of failures, and says whether another try helps.
import { Failure, type FailureFacts } from '../../shared/failure.ts'
import { seemsOffline } from './presence.ts'

/** How far an exchange had come. */
export type Phase = 'connect' | 'headers' | 'body'

/** never; at once (the connection had gone stale); after a pause; without asking for compression. */
export type Again = 'never' | 'at-once' | 'after-pause' | 'uncompressed'

/** A failure on its way up inside this room: retry.ts reads `again`, everybody else gets `failure`. */
export class Fault extends Error {
  readonly failure: Failure
  readonly again: Again
  /** What the server asked for in Retry-After, in milliseconds. */
  readonly retryAfterMs: number | null
  constructor(failure: Failure, again: Again = 'never', retryAfterMs: number | null = null) {
    super(failure.code, { cause: failure })
    this.name = 'Fault'
    this.failure = failure
    this.again = again
    this.retryAfterMs = retryAfterMs
  }
}

export type Where = { readonly host: string; readonly phase: Phase; readonly proxy: string | null }

const untrusted = new Set([
  'DEPTH_ZERO_SELF_SIGNED_CERT',
  'SELF_SIGNED_CERT_IN_CHAIN',
  'UNABLE_TO_VERIFY_LEAF_SIGNATURE',
  'UNABLE_TO_GET_ISSUER_CERT',
  'UNABLE_TO_GET_ISSUER_CERT_LOCALLY',
  'UNABLE_TO_DECODE_ISSUER_PUBLIC_KEY',
  'ERR_TLS_CERT_ALTNAME_INVALID',
  'ERR_TLS_CERT_ALTNAME_FORMAT',
  'HOSTNAME_MISMATCH',
  'INVALID_CA',
  'INVALID_PURPOSE',
  'PATH_LENGTH_EXCEEDED',
  'ERROR_IN_CERT_NOT_BEFORE_FIELD',
  'ERROR_IN_CERT_NOT_AFTER_FIELD',
])
const noRoute = new Set(['ENETUNREACH', 'EHOSTUNREACH', 'ENETDOWN', 'EHOSTDOWN', 'EADDRNOTAVAIL'])
const cutOff = new Set(['ECONNRESET', 'EPIPE', 'ECONNABORTED', 'UND_ERR_SOCKET', 'HPE_INVALID_EOF_STATE', 'HPE_CLOSED_CONNECTION'])
const tooSlow = new Set(['ETIMEDOUT', 'UND_ERR_CONNECT_TIMEOUT', 'UND_ERR_HEADERS_TIMEOUT', 'UND_ERR_BODY_TIMEOUT'])

/** The failure a thrown error means. Facts: host, and small words for what happened (`reason`, `proxy`). */
export function faultOf(error: unknown, where: Where): Fault {
  if (error instanceof Fault) return error
  if (error instanceof Failure) return new Fault(error)
  const cause = pickCause(error)
  const code = codeOf(cause)
  const facts: FailureFacts = where.proxy === null ? { host: where.host } : { host: where.host, proxy: where.proxy }
  const fail = (failure: Failure['code'], again: Again, more: FailureFacts = {}) =>
    new Fault(new Failure(failure, { ...facts, ...more }, { cause }), again)

  if (untrusted.has(code) || /^CERT_|_CERT_|^CRL_/.test(code)) return fail('page.insecure', 'never', { reason: code })
  if (code.startsWith('UND_ERR_PRX') || /^Proxy /.test(messageOf(cause))) return fail('page.unreachable', 'never', { reason: 'proxy' })
  if (tooSlow.has(code)) return fail('page.timeout', where.phase === 'connect' ? 'after-pause' : 'never', { phase: where.phase })
  if (cutOff.has(code)) {
    if (where.phase === 'body') return fail('page.garbled', 'at-once', { reason: 'cut-off' })
    return fail('page.unreachable', 'at-once', { reason: 'reset' })
  }
  if (code === 'UND_ERR_RES_CONTENT_LENGTH_MISMATCH') return fail('page.garbled', 'at-once', { reason: 'cut-off' })
  if (code === 'UND_ERR_HEADERS_OVERFLOW' || code === 'HPE_HEADER_OVERFLOW') return fail('page.garbled', 'never', { reason: 'headers' })
  // The assertion: undici takes a status below 100 for a mistake of its own.
  if (code.startsWith('HPE_') || code === 'ERR_ASSERTION' || (cause instanceof Error && cause.name === 'HTTPParserError'))
    return fail('page.garbled', 'never', { reason: 'http' })
  if (code === 'ENOTFOUND' || code === 'EAI_AGAIN' || code === 'EAI_NODATA' || code === 'ENODATA') {
    if (seemsOffline()) return fail('network.offline', 'never')
    return fail('page.unreachable', code === 'EAI_AGAIN' ? 'after-pause' : 'never', { reason: 'no-such-name' })
  }
  if (noRoute.has(code))
    return seemsOffline() ? fail('network.offline', 'never') : fail('page.unreachable', 'after-pause', { reason: 'no-route' })
  if (code === 'ECONNREFUSED') return fail('page.unreachable', 'never', { reason: 'refused' })
  if (code === 'EPROTO' || code.startsWith('ERR_SSL') || code.startsWith('ERR_TLS'))
    return fail('page.unreachable', 'never', { reason: 'tls' })
  return fail('page.unreachable', 'never', code === '' ? {} : { reason: code })
}

/** Happy eyeballs reports one error for each address; "no route" for a family this machine lacks says the least. */
function pickCause(error: unknown): unknown {
  if (!(error instanceof AggregateError)) return error
  return error.errors.find((one) => !noRoute.has(codeOf(one))) ?? error.errors[0] ?? error
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : ''
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : ''
}

// Which statuses are failures, and which of those another try may cure.
import { Failure, type FailureCode } from '../../shared/failure.ts'
import { Fault } from './faults.ts'
import { retryAfter } from './retry-after.ts'

const codes: Readonly<Record<number, FailureCode>> = {
  401: 'page.login',
  403: 'page.refused',
  404: 'page.gone',
  407: 'page.unreachable',
  408: 'page.timeout',
  410: 'page.gone',
  425: 'page.busy',
  429: 'page.busy',
  451: 'page.refused',
  503: 'page.busy',
}
/** The server's own hiccups, and those of the gateways before it (52x: a content network that could not reach it). */
const passing = new Set([408, 425, 429, 500, 502, 503, 504, 520, 521, 522, 523, 524])

/** True for a status whose answer is a failure and whose body nobody reads. */
export function isRefusal(status: number): boolean {
  return status >= 500 || codes[status] !== undefined
}

/** The fault of a refused request. Facts: host, status, and retryAfterMs where the server said it. */
export function refusalOf(host: string, status: number, headers: Readonly<Record<string, string>>, nowMs: number): Fault {
  const wait = passing.has(status) ? retryAfter(headers['retry-after'], nowMs) : null
  const facts = { host, status, ...(wait === null ? {} : { retryAfterMs: wait }), ...(status === 407 ? { reason: 'proxy' } : {}) }
  return new Fault(new Failure(codes[status] ?? 'page.broken', facts), passing.has(status) ? 'after-pause' : 'never', wait)
}

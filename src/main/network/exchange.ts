// One request and its answer over HTTP: no redirects, no second try, no turns. Times, sizes and cancelling are kept here.
import type { Dispatcher } from 'undici'
import { Failure } from '../../shared/failure.ts'
import { bodyStart, validatorOf } from './body-start.ts'
import { cancelReason } from './cancel-reason.ts'
import { type Body, openBody, tooLarge } from './decode-body.ts'
import { Fault, faultOf, type Phase } from './faults.ts'
import type { Limits } from './limits.ts'
import type { BodyTaker } from './network.ts'
import { passBody } from './pass-body.ts'
import { startPatience } from './patience.ts'

export type Order = {
  readonly dispatcher: Dispatcher
  /** Host of the proxy on the way, for what is said when it fails. */
  readonly proxy: string | null
  readonly url: URL
  readonly method: 'GET' | 'HEAD' | 'POST'
  readonly headers: Readonly<Record<string, string>>
  readonly body: string | null
  readonly maxBytes: number
  readonly limits: Limits
  /** Where the body goes instead of into the reply, and how much of it is there; null: into the reply. */
  readonly into: BodyTaker | null
  readonly heldBytes: number
  /** Asked when the headers are there; the body of an unwanted answer (a redirect, a refusal) is not waited for. */
  readonly wantsBody: (status: number, headers: Readonly<Record<string, string>>) => boolean
  /** Called once when the request goes out over an open connection. */
  readonly onSent: () => void
  readonly signal: AbortSignal
}

export type Reply = {
  readonly status: number
  /** Lower-case names, repeated headers joined by `, `; without Set-Cookie, which is in `cookies`. */
  readonly headers: Readonly<Record<string, string>>
  readonly cookies: readonly string[]
  readonly body: Uint8Array
}

/** An unwanted body is read this far so that the connection can be used again; a longer one costs the connection. */
const drainBytes = 64 * 1024
const drainMs = 2_000

/** Rejects with a Fault, or with the signal's reason when it is cancelled, at once and in every phase. */
export function exchange(order: Order): Promise<Reply> {
  const { promise, resolve, reject } = Promise.withResolvers<Reply>()
  const { url, limits, signal } = order
  let phase: Phase = 'connect'
  let settled = false
  let controller: Dispatcher.DispatchController | null = null
  let body: Body | null = null
  let drained = 0
  let draining: NodeJS.Timeout | undefined

  const settle = (act: () => void) => {
    if (settled) return
    settled = true
    patience.stop()
    signal.removeEventListener('abort', cancel)
    act()
  }
  const giveUp = (reason: Error) =>
    settle(() => {
      reject(reason)
      controller?.abort(reason)
      body?.drop()
    })
  const fault = (error: unknown) => faultOf(error, { host: url.host, phase, proxy: order.proxy })
  const cancel = () => giveUp(cancelReason(signal))
  const patience = startPatience(limits, (late, waitedMs) =>
    giveUp(
      new Fault(
        new Failure('page.timeout', { host: url.host, phase: late, seconds: Math.round(waitedMs / 1000) }),
        late === 'connect' ? 'after-pause' : 'never',
      ),
    ),
  )

  const handler: Dispatcher.DispatchHandler = {
    onRequestStart(started) {
      controller = started
      // Given up while it was still connecting: undici only hears of it now.
      if (settled) return started.abort(new Error('given up'))
      phase = 'headers'
      order.onSent()
      patience.enter('headers')
    },
    onResponseStart(started, status, raw) {
      if (status < 200 || settled) return
      phase = 'body'
      const headers = plainHeaders(raw)
      const cookies = listOf(raw['set-cookie'])
      if (!order.wantsBody(status, headers)) {
        draining = setTimeout(() => started.abort(new Error('not waited for')), drainMs).unref()
        return settle(() => resolve({ status, headers, cookies, body: new Uint8Array() }))
      }
      if (order.method !== 'HEAD' && Number(headers['content-length']) > order.maxBytes) return giveUp(tooLarge(url.host, order.maxBytes))
      patience.enter('body')
      const given = {
        encoding: headers['content-encoding'] ?? '',
        host: url.host,
        maxBytes: order.maxBytes,
        onDrain: () => started.resume(),
      }
      const from = bodyStart(status, headers, order.heldBytes) ?? 0
      body = order.into
        ? passBody({
            ...given,
            into: order.into,
            from,
            validator: validatorOf(headers),
            told: headers['content-length'] ?? null,
            onPart: patience.progress,
          })
        : openBody(given)
      body.whole.then(
        (whole) => settle(() => resolve({ status, headers, cookies, body: whole })),
        (error: unknown) => giveUp(fault(error)),
      )
    },
    onResponseData(started, chunk) {
      if (body === null) {
        drained += chunk.length
        if (drained > drainBytes) started.abort(new Error('not waited for'))
        return
      }
      patience.progress(chunk.length)
      if (!settled && !body.write(chunk)) started.pause()
    },
    onResponseEnd() {
      clearTimeout(draining)
      // All of it has come: how long it takes to unpack is our own affair, and bounded by its size.
      patience.stop()
      body?.end()
    },
    onResponseError(_controller, error) {
      clearTimeout(draining)
      if (body !== null) body.cut(fault(error))
      else giveUp(fault(error))
    },
  }

  if (signal.aborted) cancel()
  else {
    signal.addEventListener('abort', cancel, { once: true })
    const path = `${url.pathname}${url.search}`
    order.dispatcher.dispatch({ origin: url.origin, path, method: order.method, headers: { ...order.headers }, body: order.body }, handler)
  }
  return promise
}

function plainHeaders(raw: Readonly<Record<string, string | string[] | undefined>>): Readonly<Record<string, string>> {
  const headers: Record<string, string> = {}
  for (const [name, value] of Object.entries(raw)) {
    if (value !== undefined && name !== 'set-cookie') headers[name.toLowerCase()] = listOf(value).join(', ')
  }
  return headers
}

function listOf(value: string | string[] | undefined): readonly string[] {
  if (value === undefined) return []
  return Array.isArray(value) ? value : [value]
}

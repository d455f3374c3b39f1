// Reads the body of a request up to a limit. What it means is calls.ts's.
import type { IncomingMessage } from 'node:http'

/** The body; or why there is none: more than the limit, or the sender went away. */
export type Body = { readonly bytes: Uint8Array } | { readonly problem: 'too-large' | 'cut-off' }

/**
 * Reads at most `maxBytes`. What goes beyond is thrown away unread while it comes, for a sender that is still writing would
 * otherwise see a reset connection instead of our answer; past twice the limit, or 5 s, it is no longer listened to.
 */
export function readBody(request: IncomingMessage, maxBytes: number): Promise<Body> {
  return new Promise((resolve) => {
    let kept: Buffer[] = []
    let seen = 0
    let timer: NodeJS.Timeout | null = null
    const finish = (body: Body) => {
      if (timer !== null) clearTimeout(timer)
      request.off('data', take).off('end', end).off('close', cut).off('error', cut)
      resolve(body)
    }
    const refuse = () => finish({ problem: 'too-large' })
    const cut = () => finish({ problem: 'cut-off' })
    const end = () => finish(seen > maxBytes ? { problem: 'too-large' } : { bytes: Buffer.concat(kept) })
    const overflow = () => {
      kept = []
      timer ??= setTimeout(refuse, 5_000)
    }
    const take = (chunk: Buffer) => {
      seen += chunk.byteLength
      if (seen <= maxBytes) kept.push(chunk)
      else overflow()
      if (seen > maxBytes * 2) refuse()
    }
    const declared = Number(request.headers['content-length'] ?? 0)
    if (declared > maxBytes * 2) return refuse()
    if (declared > maxBytes) overflow()
    request.on('data', take).on('end', end).on('close', cut).on('error', cut)
  })
}

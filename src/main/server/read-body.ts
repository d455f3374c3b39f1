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
    // One block that grows, not a list of parts: a body may come a byte at a time, and every part weighs more than a hundred.
    let kept = Buffer.alloc(0)
    let seen = 0
    let timer: NodeJS.Timeout | null = null
    const finish = (body: Body) => {
      if (timer !== null) clearTimeout(timer)
      request.off('data', take).off('end', end).off('close', cut).off('error', cut)
      resolve(body)
    }
    const refuse = () => finish({ problem: 'too-large' })
    const cut = () => finish({ problem: 'cut-off' })
    const end = () => finish(seen > maxBytes ? { problem: 'too-large' } : { bytes: kept.subarray(0, seen) })
    const overflow = () => {
      kept = Buffer.alloc(0)
      timer ??= setTimeout(refuse, 5_000)
    }
    const take = (chunk: Buffer) => {
      const from = seen
      seen += chunk.byteLength
      if (seen <= maxBytes) {
        kept = roomFor(kept, from, seen, maxBytes)
        kept.set(chunk, from)
      } else overflow()
      if (seen > maxBytes * 2) refuse()
    }
    const declared = Number(request.headers['content-length'] ?? 0)
    if (declared > maxBytes * 2) return refuse()
    if (declared > maxBytes) overflow()
    request.on('data', take).on('end', end).on('close', cut).on('error', cut)
  })
}

/** `kept` with its first `used` bytes, able to hold `wanted`: twice as large as before, so that it seldom moves. */
function roomFor(kept: Buffer<ArrayBuffer>, used: number, wanted: number, maxBytes: number): Buffer<ArrayBuffer> {
  if (kept.byteLength >= wanted) return kept
  const larger = Buffer.alloc(Math.min(maxBytes, Math.max(wanted, kept.byteLength * 2, 65_536)))
  kept.copy(larger, 0, 0, used)
  return larger
}

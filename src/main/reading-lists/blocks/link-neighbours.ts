// The links before and behind one of a block. A block can hold hundreds, and every rule about a link asks for its neighbours.
import type { Block, LinkSpan, Span } from './block.ts'

/** The nearest link that ends before `span`, and the nearest that begins behind it. `span` may be a place without a link. */
export function neighboursOf(
  { links }: Block,
  span: Span,
): { readonly before: LinkSpan | undefined; readonly after: LinkSpan | undefined } {
  let low = 0
  let high = links.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((links[middle]?.start ?? 0) < span.start) low = middle + 1
    else high = middle
  }
  const before = links[low - 1]
  let next = low
  while ((links[next]?.start ?? span.end) < span.end) next += 1
  return { before: before && before.end <= span.start ? before : undefined, after: links[next] }
}

// The heights of the notes in the margin, as far as they were drawn: kept while their note is there. Pure.
import type { HighlightId } from '../../shared/highlight.ts'

type Heights = ReadonlyMap<HighlightId, number>

/** `before` with what was measured now, without notes that have gone; the same map when nothing is another. */
export function heightsAfter(before: Heights, measured: Heights, there: readonly { readonly id: HighlightId }[]): Heights {
  const after = new Map<HighlightId, number>()
  for (const { id } of there) {
    const tall = measured.get(id) ?? before.get(id)
    if (tall !== undefined) after.set(id, tall)
  }
  const same = after.size === before.size && [...after].every(([id, tall]) => before.get(id) === tall)
  return same ? before : after
}

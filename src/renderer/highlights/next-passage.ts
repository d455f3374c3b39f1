// Where one is after passages have gone from a list: at the one that takes their place, else at the one before. Pure.
import type { HighlightId } from '../../shared/highlight.ts'

/** `idAt` answers null for what is not here. Null: nothing stays that is known. */
export function passageAfter(idAt: (index: number) => HighlightId | null, at: number, going: ReadonlySet<HighlightId>): HighlightId | null {
  for (const by of [1, -1]) {
    for (let index = at; index >= 0; index += by) {
      const id = idAt(index)
      if (id === null) break
      if (!going.has(id)) return id
    }
  }
  return null
}

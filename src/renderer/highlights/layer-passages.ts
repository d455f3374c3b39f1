// Which highlight lies over which: the newer one over the older, layer by layer. Pure.
import type { Passage } from './passage.ts'

/** Deeper piles are painted as if they were this deep; each layer needs its rules in highlights-in-page.css. */
export const layerCount = 3

/**
 * The layer of every passage, 0 the lowest. `passages` are in the order they were made. Passages that touch nobody, nearly all of them,
 * share the lowest layer: the fewer groups the page has to paint, the better.
 */
export function layersOf(passages: readonly Passage[]): readonly number[] {
  const under: number[][] = passages.map(() => [])
  let open: number[] = []
  const byStart = passages.map((_, index) => index).sort((a, b) => startOf(passages, a) - startOf(passages, b))
  for (const index of byStart) {
    const start = startOf(passages, index)
    open = open.filter((other) => (passages[other]?.end ?? 0) > start)
    for (const other of open) under[Math.max(index, other)]?.push(Math.min(index, other))
    open.push(index)
  }
  const layers: number[] = []
  for (const below of under) {
    layers.push(
      Math.min(
        layerCount - 1,
        below.reduce((highest, other) => Math.max(highest, (layers[other] ?? 0) + 1), 0),
      ),
    )
  }
  return layers
}

function startOf(passages: readonly Passage[], index: number): number {
  return passages[index]?.start ?? 0
}

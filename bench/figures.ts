// Medians and their like.

/** The value below which `share` (0 to 1) of the figures lie; 0 when there are none. */
export function quantile(figures: readonly number[], share: number): number {
  const inOrder = figures.toSorted((a, b) => a - b)
  return inOrder[Math.min(inOrder.length - 1, Math.floor(inOrder.length * share))] ?? 0
}

export function median(figures: readonly number[]): number {
  return quantile(figures, 0.5)
}

/** Numbers from 0 to 1, the same ones for the same seed (mulberry32): what is made up must be the same everywhere. */
export function chanceOf(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}

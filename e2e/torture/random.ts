// Chance that can be repeated: the same seed gives the same choices on every machine.

export type Chance = {
  /** From 0 up to, not including, 1. */
  next(): number
  /** A whole number from `low` to `high`, both included. */
  between(low: number, high: number): number
  pick<T>(of: readonly T[]): T
}

/** A small generator (mulberry32, Tommy Ettinger, public domain): 32 bits of state, good enough to choose harm with. */
export function chanceFrom(seed: number): Chance {
  let state = seed >>> 0
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
  return {
    next,
    between: (low, high) => low + Math.floor(next() * (high - low + 1)),
    pick(of) {
      const chosen = of[Math.floor(next() * of.length)]
      if (chosen === undefined && of.length === 0) throw new Error('nothing to pick from')
      return chosen as (typeof of)[number]
    },
  }
}

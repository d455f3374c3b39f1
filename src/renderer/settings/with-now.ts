// The usual values of a choice, and the one that is set now if it is another.

export function withNow(values: readonly string[], now: string): readonly string[] {
  return values.includes(now) ? values : [...values, now].sort((a, b) => Number(a) - Number(b))
}

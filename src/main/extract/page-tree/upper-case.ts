// The names of elements as the DOM tells them.

const upperCased = new Map<string, string>()

/** A name in capitals, kept: pages use few names, often. */
export function upperCase(name: string): string {
  const known = upperCased.get(name)
  if (known !== undefined) return known
  if (upperCased.size > 1_000) upperCased.clear()
  const upper = name.toUpperCase()
  upperCased.set(name, upper)
  return upper
}

// A memory for the window's life that forgets what has not been touched for longest: what is kept by copy would grow with every article.

export type LatestOnly<K, V> = { get(key: K): V | undefined; set(key: K, value: V): void }

export function latestOnly<K, V>(most: number): LatestOnly<K, V> {
  const kept = new Map<K, V>()
  return {
    get: (key) => kept.get(key),
    set(key, value) {
      // A Map lists its keys as they came: set anew, this one is the last.
      kept.delete(key)
      kept.set(key, value)
      for (const oldest of kept.keys()) {
        if (kept.size <= most) break
        kept.delete(oldest)
      }
    },
  }
}

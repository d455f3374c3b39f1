// Paints what was found in the article, and the one the reader is at, in the frame's highlight registry. The article's DOM stays as it is.

export type Painting = {
  /** Marks one as the current one; answers where it is, null when there is none. */
  show(at: number): Range | null
  /** Index of the first place whose top is at or below `top`, in the frame's coordinates; 0 when all are above. */
  firstFrom(top: number): number
  clear(): void
}

export function paintFound(inside: Document, places: readonly (Range | null)[]): Painting {
  const view = inside.defaultView
  if (view === null) return { show: () => null, firstFrom: () => 0, clear: () => undefined }
  const registry = view.CSS.highlights
  const all = new view.Highlight()
  const one = new view.Highlight()
  all.priority = 10
  one.priority = 11
  // Ranges that need not follow a changing DOM cost the least, and ten thousand of them must cost nothing to speak of.
  for (const { startContainer, startOffset, endContainer, endOffset } of places.filter((place) => place !== null)) {
    all.add(new view.StaticRange({ startContainer, startOffset, endContainer, endOffset }))
  }
  registry.set('find', all)
  registry.set('find-current', one)
  return {
    show(at) {
      one.clear()
      const place = places[at] ?? null
      if (place !== null) one.add(place)
      return place
    },
    firstFrom(top) {
      let low = 0
      let high = places.length
      while (low < high) {
        const middle = (low + high) >> 1
        const box = places[middle]?.getBoundingClientRect()
        if (box === undefined || box.top < top) low = middle + 1
        else high = middle
      }
      return low === places.length ? 0 : low
    },
    clear() {
      if (registry.get('find') === all) registry.delete('find')
      if (registry.get('find-current') === one) registry.delete('find-current')
    },
  }
}

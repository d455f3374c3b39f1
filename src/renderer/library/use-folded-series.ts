// Which series are folded in lists; this window remembers it beyond its end.
import { useState } from 'react'

const storedAs = 'carrel.folded-series'

export function useFoldedSeries(): { readonly folded: ReadonlySet<string>; readonly toggle: (key: string) => void } {
  const [folded, setFolded] = useState<ReadonlySet<string>>(read)
  const toggle = (key: string) => {
    const next = new Set(folded)
    if (!next.delete(key)) next.add(key)
    setFolded(next)
    try {
      localStorage.setItem(storedAs, JSON.stringify([...next]))
    } catch {
      // No storage here: it holds until the window closes.
    }
  }
  return { folded, toggle }
}

function read(): ReadonlySet<string> {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(storedAs) ?? '[]')
    return new Set(Array.isArray(kept) ? kept.filter((key) => typeof key === 'string') : [])
  } catch {
    return new Set()
  }
}

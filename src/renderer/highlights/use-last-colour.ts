// The colour marked with last: `h` marks in it again, also after the next start of this window.
import { useState } from 'react'
import type { HighlightColour } from '../../shared/highlight.ts'
import { colours } from './highlight-words.ts'

const key = 'carrel.colour'

export function useLastColour(): readonly [HighlightColour, (colour: HighlightColour) => void] {
  const [colour, setColour] = useState(read)
  return [
    colour,
    (next) => {
      setColour(next)
      try {
        localStorage.setItem(key, next)
      } catch {
        // No storage here: it holds until the window closes.
      }
    },
  ]
}

function read(): HighlightColour {
  try {
    const kept = localStorage.getItem(key)
    return colours.find(({ colour }) => colour === kept)?.colour ?? 'yellow'
  } catch {
    return 'yellow'
  }
}

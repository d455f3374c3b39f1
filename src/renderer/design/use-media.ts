// Whether a media query holds, as React state.
import { useSyncExternalStore } from 'react'

/** Under 1152 px of window the details lie over the page, under 832 px (also at 200 % zoom) the rail does too. */
export const detailsOverlay = '(max-width: 72rem)'
export const railOverlay = '(max-width: 52rem)'
/** Under 1344 px there is no room beside the reading column. */
export const outlineOverlay = '(max-width: 84rem)'

export function useMedia(query: string): boolean {
  return useSyncExternalStore(
    (changed) => {
      const list = matchMedia(query)
      list.addEventListener('change', changed)
      return () => list.removeEventListener('change', changed)
    },
    () => matchMedia(query).matches,
  )
}

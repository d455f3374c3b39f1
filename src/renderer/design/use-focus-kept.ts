// A screen that takes no focus of its own gets it when one goes there: the one before took it away with itself.
import { useEffect } from 'react'
import { focusPage, isFocusNowhere } from './focus-page.ts'

/** Rooms come a moment after their address, some from another file; beyond this nobody waits for one. */
const lookMs = 50
const looks = 60

/** `here`: names the screen, or what of it takes another's place; every change of it is a going. */
export function useFocusKept(here: string): void {
  // biome-ignore lint/correctness/useExhaustiveDependencies: once for every screen
  useEffect(() => {
    let left = looks
    let timer: ReturnType<typeof setTimeout> | undefined
    const look = () => {
      if (!isFocusNowhere() || focusPage()) return
      left -= 1
      if (left > 0) timer = setTimeout(look, lookMs)
    }
    // After the frame: to give the focus is to lay everything out, and the rows may not be there yet.
    const frame = requestAnimationFrame(() => {
      timer = setTimeout(look)
    })
    return () => {
      cancelAnimationFrame(frame)
      clearTimeout(timer)
    }
  }, [here])
}

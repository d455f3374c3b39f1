// A screen that opens takes the focus, so that keys scroll it. It shows no ring for that: nobody moved the focus there.
import { type RefObject, useEffect } from 'react'

export function useArrivalFocus(element: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    const target = element.current
    if (target === null) return
    const leave = () => {
      delete target.dataset.arrived
    }
    target.dataset.arrived = ''
    target.focus({ preventScroll: true })
    target.addEventListener('blur', leave, { once: true })
    return () => target.removeEventListener('blur', leave)
  }, [element])
}

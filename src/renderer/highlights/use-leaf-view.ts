// What is seen of the sheet, in coarse steps, and whether the margin beside it has room for notes.
import { useEffect, useState } from 'react'
import { viewOf } from './sheet-places.ts'

/** The view is told again only when it has moved this far: enough for deciding what exists. */
const stepPx = 400
/** Room for a note and the space around it, in rem (design tokens --margin-w). */
const marginRem = 17

export type LeafView = { readonly roomy: boolean; readonly view: { readonly top: number; readonly bottom: number } }

export function useLeafView(frame: HTMLIFrameElement): LeafView {
  const [seen, setSeen] = useState<LeafView>({ roomy: false, view: { top: 0, bottom: 0 } })
  useEffect(() => {
    const sheet = frame.parentElement
    const leaf = frame.closest<HTMLElement>('.leaf')
    if (sheet === null || leaf === null) return
    const look = () => {
      const { top, bottom, right } = viewOf(sheet)
      const rem = Number.parseFloat(getComputedStyle(document.documentElement).fontSize)
      const roomy = right - sheet.offsetWidth >= marginRem * rem
      const step = (value: number) => Math.round(value / stepPx) * stepPx
      setSeen((before) => {
        const view = { top: step(top), bottom: step(bottom) }
        return before.roomy === roomy && before.view.top === view.top && before.view.bottom === view.bottom ? before : { roomy, view }
      })
    }
    look()
    const watcher = new ResizeObserver(look)
    watcher.observe(leaf)
    watcher.observe(sheet)
    leaf.addEventListener('scroll', look, { passive: true })
    return () => {
      watcher.disconnect()
      leaf.removeEventListener('scroll', look)
    }
  }, [frame])
  return seen
}

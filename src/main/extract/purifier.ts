// DOMPurify of the process's window. What it may let through is told by sanitise.ts for an article and by sanitise-svg.ts for a drawing.
import createDOMPurify, { type DOMPurify } from 'dompurify'
import { gateWindow } from './gate-window.ts'

const purifiers = new WeakMap<object, DOMPurify>()

/** DOMPurify of the process's window. */
export function purifier(): DOMPurify {
  const window = gateWindow()
  let purify = purifiers.get(window)
  if (purify === undefined) {
    purify = createDOMPurify(window)
    purifiers.set(window, purify)
  }
  return purify
}

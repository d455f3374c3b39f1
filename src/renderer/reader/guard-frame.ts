// The parent takes everything that happens in the frame: nothing inside can navigate, submit or be dragged away, whatever its markup.
import { decideLink, type LinkDecision } from './link-decision.ts'

/** The link that was clicked or entered. `elsewhere`: with the middle button, Ctrl or Cmd, which everywhere means "leave me here". */
export type LinkClick = { readonly link: HTMLElement; readonly target: Element; readonly elsewhere: boolean }

export type FrameDoings = {
  readonly onLink: (decision: LinkDecision, click: LinkClick) => void
  readonly onKey: (event: KeyboardEvent) => void
}

/**
 * Listens in the frame's document, in the capture phase, so that nothing is before us. Answers how to stop.
 * Paste and drops are handed to the window as if they had happened there.
 */
export function guardFrame(frame: Document, pageUrl: string | null, doings: FrameDoings): () => void {
  const click = (event: MouseEvent) => {
    const link = linkOf(event.target)
    // A label or a summary keeps what it does; whatever could lead somewhere does not.
    if (link === null) return
    event.preventDefault()
    event.stopPropagation()
    // The primary button and the middle one; the third opens the system's menu and comes as auxclick too.
    if (event.button > 1) return
    const elsewhere = event.button === 1 || event.ctrlKey || event.metaKey
    // The border: linkOf finds HTML and SVG elements only, and both take the focus.
    const click = { link: link as HTMLElement, target: event.target as Element, elsewhere }
    doings.onLink(decideLink(hrefOf(link), frame.URL, pageUrl), click)
  }
  const refuse = (event: Event) => {
    event.preventDefault()
    event.stopPropagation()
  }
  const key = (event: KeyboardEvent) => doings.onKey(event)
  const paste = (event: ClipboardEvent) => {
    dispatchEvent(new ClipboardEvent('paste', { clipboardData: event.clipboardData, cancelable: true }))
  }
  const sideButton = (event: MouseEvent) => {
    if (event.button !== 3 && event.button !== 4) return
    const handed = new MouseEvent('mouseup', { button: event.button, cancelable: true })
    if (!dispatchEvent(handed)) event.preventDefault()
  }
  const drag = (event: DragEvent) => {
    event.preventDefault()
    dispatchEvent(new DragEvent(event.type, { dataTransfer: event.dataTransfer, cancelable: true }))
  }
  const listeners: readonly (readonly [string, (event: never) => void])[] = [
    ['click', click],
    ['auxclick', click],
    ['mouseup', sideButton],
    ['submit', refuse],
    ['dragstart', refuse],
    ['keydown', key],
    ['paste', paste],
    ['dragenter', drag],
    ['dragover', drag],
    ['drop', drag],
  ]
  for (const [name, listener] of listeners) frame.addEventListener(name, listener as EventListener, { capture: true })
  return () => {
    for (const [name, listener] of listeners) frame.removeEventListener(name, listener as EventListener, { capture: true })
  }
}

// By name and not by class: elements of the frame are made of its own window's classes. SVG links and image maps lead places too.
function linkOf(target: EventTarget | null): Element | null {
  if (target === null || !('closest' in target) || typeof target.closest !== 'function') return null
  const found: Element | null = target.closest('a, area, form button, form input')
  return found
}

function hrefOf(link: Element): string | null {
  return link.getAttribute('href') ?? link.getAttributeNS('http://www.w3.org/1999/xlink', 'href')
}

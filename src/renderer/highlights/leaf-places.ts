// The leaf that carries the article: what is read at its top, and how the keyboard comes back to it.
import type { ShownArticle } from '../page-text/shown-article.ts'
import { viewOf } from './sheet-places.ts'

/** The offset of the first letter in view; 0 while the title is still above it. */
export function firstSeen({ frame, document: inside, text }: ShownArticle): number {
  const sheet = frame.parentElement
  if (sheet === null) return 0
  const top = viewOf(sheet).top
  if (top <= 0) return 0
  // Between two paragraphs there is no letter: the next line is as good.
  for (let below = 8; below < 160; below += 12) {
    const caret = inside.caretPositionFromPoint(inside.documentElement.clientWidth / 3, top + below)
    if (caret !== null && caret.offsetNode.nodeType === Node.TEXT_NODE) return text().offsetOf(caret.offsetNode, caret.offset)
  }
  return 0
}

/** Gives the keyboard back to the leaf, if it was in a part that goes now. No ring: nobody moved the focus there. */
export function focusLeaf(frame: HTMLIFrameElement): void {
  const leaf = frame.closest<HTMLElement>('.leaf')
  if (leaf === null || document.activeElement === frame || document.activeElement === leaf) return
  leaf.dataset.arrived = ''
  leaf.focus({ preventScroll: true })
  leaf.addEventListener('blur', () => delete leaf.dataset.arrived, { once: true })
}

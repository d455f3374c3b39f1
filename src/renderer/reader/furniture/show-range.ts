// Brings a few words of the article into view: opens folds, scrolls wide boxes sideways, and moves the leaf only when it must.
import { frameTop } from '../scroll-to-anchor.ts'

/** Room kept around what is shown. */
const roomPx = 80

export function showRange(leaf: HTMLElement, frame: HTMLIFrameElement, range: Range): void {
  const { startContainer } = range
  const element = startContainer.nodeType === 1 ? (startContainer as Element) : startContainer.parentElement
  for (let fold = element?.closest('details:not([open])'); fold; fold = fold.closest('details:not([open])')) fold.setAttribute('open', '')
  const wide = element?.closest('pre, table, math[display="block"]')
  if (wide) {
    const box = wide.getBoundingClientRect()
    const words = range.getBoundingClientRect()
    if (words.left < box.left) wide.scrollLeft -= box.left - words.left + roomPx
    else if (words.right > box.right) wide.scrollLeft += Math.min(words.right - box.right + roomPx, words.left - box.left)
  }
  const { top, bottom } = range.getBoundingClientRect()
  const from = frameTop(leaf, frame) + top
  const to = frameTop(leaf, frame) + bottom
  if (from < leaf.scrollTop + roomPx) leaf.scrollTop = from - leaf.clientHeight / 3
  else if (to > leaf.scrollTop + leaf.clientHeight - roomPx) leaf.scrollTop = from - leaf.clientHeight / 3
}

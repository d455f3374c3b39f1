// From places in the article's frame to places on the sheet that carries it. The frame is as high as its text and never scrolls itself.
import type { Box } from './place-popover.ts'

/** The first or last line of a range as a box of the sheet; null when it is not laid out (in a folded part of the page). */
export function boxOf(frame: HTMLIFrameElement, range: Range | null, which: 'first' | 'last'): Box | null {
  const boxes = [...(range?.getClientRects() ?? [])].filter((box) => box.width > 0 || box.height > 0)
  const box = which === 'first' ? boxes[0] : boxes.at(-1)
  if (box === undefined) return null
  const { offsetLeft: x, offsetTop: y } = frame
  return { left: box.left + x, top: box.top + y, right: box.right + x, bottom: box.bottom + y }
}

/** What is seen of the sheet, in its own coordinates. */
export function viewOf(sheet: HTMLElement): Box {
  const leaf = sheet.closest('.leaf')?.getBoundingClientRect() ?? document.documentElement.getBoundingClientRect()
  const own = sheet.getBoundingClientRect()
  return { left: leaf.left - own.left, top: leaf.top - own.top, right: leaf.right - own.left, bottom: leaf.bottom - own.top }
}

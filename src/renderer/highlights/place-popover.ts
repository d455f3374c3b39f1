// Where the popover of a passage stands: near its end, never over its words, inside what is seen. Pure; CSS pixels of one plane.

export type Box = { readonly left: number; readonly top: number; readonly right: number; readonly bottom: number }
type Size = { readonly width: number; readonly height: number }

type Wanted = {
  /** The first and the last line of the passage. */
  readonly first: Box
  readonly last: Box
  /** Selected towards its beginning: the hand is there. */
  readonly backward: boolean
  readonly size: Size
  /** What is seen of the plane. */
  readonly view: Box
}

const gapPx = 8

/** The popover's left upper corner. Only a passage that fills all that is seen is covered. */
export function placePopover({ first, last, backward, size, view }: Wanted): { readonly left: number; readonly top: number } {
  const under = { top: last.bottom + gapPx, x: last.right }
  const over = { top: first.top - gapPx - size.height, x: first.left }
  const fits = ({ top }: { readonly top: number }) => top >= view.top + gapPx && top + size.height <= view.bottom - gapPx
  const wishes = backward ? [over, under] : [under, over]
  const chosen = wishes.find(fits) ?? { top: clamp(under.top, view.top + gapPx, view.bottom - gapPx - size.height), x: last.right }
  return { left: clamp(chosen.x - size.width / 2, view.left + gapPx, view.right - gapPx - size.width), top: chosen.top }
}

/** Too little room: the beginning counts. */
function clamp(value: number, low: number, high: number): number {
  return Math.max(low, Math.min(value, high))
}

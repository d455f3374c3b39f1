// How a picture lies in the lightbox: its scale and where its middle is, so that zooming keeps the point under the pointer. Pure.

/** `scale`: screen pixels per picture pixel. `x`, `y`: the picture's middle, in pixels from the middle of the room. */
export type View = { readonly scale: number; readonly x: number; readonly y: number }
export type Size = { readonly width: number; readonly height: number }

const largest = 8

/** The whole picture in the room, never enlarged past its own pixels. */
export function wholeIn(picture: Size, room: Size): View {
  const scale = Math.min(1, room.width / Math.max(1, picture.width), room.height / Math.max(1, picture.height))
  return { scale, x: 0, y: 0 }
}

/** Zooms by `factor`, keeping what lies at `point` (from the middle of the room) in its place. */
export function zoomBy(view: View, factor: number, point: { readonly x: number; readonly y: number }, picture: Size, room: Size): View {
  const least = wholeIn(picture, room).scale
  const scale = Math.min(Math.max(largest, least), Math.max(least, view.scale * factor))
  const real = scale / view.scale
  return held({ scale, x: point.x - (point.x - view.x) * real, y: point.y - (point.y - view.y) * real }, picture, room)
}

/** Moves the picture; it never leaves a gap on one side while it hangs over on the other. */
export function moveBy(view: View, dx: number, dy: number, picture: Size, room: Size): View {
  return held({ ...view, x: view.x + dx, y: view.y + dy }, picture, room)
}

function held(view: View, picture: Size, room: Size): View {
  const spareX = Math.max(0, (picture.width * view.scale - room.width) / 2)
  const spareY = Math.max(0, (picture.height * view.scale - room.height) / 2)
  return { scale: view.scale, x: clamp(view.x, spareX), y: clamp(view.y, spareY) }
}

function clamp(value: number, spare: number): number {
  // Never a negative zero.
  return Math.min(spare, Math.max(-spare, value)) + 0
}
